-- Keeps a dead delivery. ARGV: the pipeline; how many may be kept of it; the delivery. Answers 1 when it is kept, else 0.
local dead = key('kept', ARGV[1])
if redis.call('LLEN', dead) >= tonumber(ARGV[2]) then return 0 end
redis.call('RPUSH', dead, ARGV[3])
return 1
