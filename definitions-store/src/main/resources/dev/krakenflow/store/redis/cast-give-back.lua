-- Gives back what a consumer holds, but for deliveries that it knows of.
-- ARGV: the consumer; 1 when it is no consumer any more; then what it knows of, each "pipeline id".
local held = {}
for i = 3, #ARGV do held[ARGV[i]] = true end
giveBack(ARGV[1], held)
if ARGV[2] == '1' then forgetConsumer(ARGV[1]) end
return 'given back'
