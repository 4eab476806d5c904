-- Gives blobs that nothing has pointed to for some time, after it made sure that no flip points to them any more.
-- KEYS: unreferenced. ARGV: for how many seconds, how many blobs at most.
local now = tonumber(redis.call('TIME')[1])
local due = redis.call('ZRANGE', KEYS[1], '-inf', now - tonumber(ARGV[1]), 'BYSCORE', 'LIMIT', 0, ARGV[2])
for _, blob in ipairs(due) do
  redis.call('ZADD', KEYS[1], 0, blob)
end
return due
