-- Puts blobs down as unreferenced, before they are written.
-- KEYS: unreferenced. ARGV: the keys of the blobs.
local now = redis.call('TIME')[1]
for _, blob in ipairs(ARGV) do
  redis.call('ZADD', KEYS[1], now, blob)
end
return #ARGV
