-- Knows that a consumer is there, and lets the others have what those hold that are gone.
-- ARGV: the consumer; after how many milliseconds without being heard of another one is gone, or '' when that cannot be told.
redis.call('ZADD', key('consumers'), now, ARGV[1])
if ARGV[2] == '' then return 'there' end
for _, gone in ipairs(redis.call('ZRANGE', key('consumers'), '-inf', now - ARGV[2], 'BYSCORE')) do
  giveBack(gone, {})
  redis.call('ZREM', key('consumers'), gone)
end
return 'there'
