-- Knows that a consumer is there, and lets the others have what those hold that are gone.
-- ARGV: the consumer; who was not heard of for so many milliseconds is gone.
local consumer, silence = ARGV[1], tonumber(ARGV[2])
if not hear(consumer, silence) then return 'there' end
for _, gone in ipairs(redis.call('ZRANGE', key('consumers'), '-inf', now - silence, 'BYSCORE')) do
  giveBack(gone, {})
  forgetConsumer(gone)
end
return 'there'
