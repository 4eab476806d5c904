-- Learns of a memo, and drops some of those that have ended.
-- KEYS: index of a pipeline's memos. ARGV: key of the memo; for how many milliseconds it will be kept, or '' for ever; the
-- margin for clocks that differ. Answers until when the memo is known: longer than it needs, so that it is told seldom.
local FOREVER = 9007199254740991
local PIECE = 10
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local ended = redis.call('ZRANGE', KEYS[1], '-inf', '(' .. now, 'BYSCORE', 'LIMIT', 0, PIECE)
if #ended > 0 then redis.call('ZREM', KEYS[1], unpack(ended)) end

local ttl = tonumber(ARGV[2])
local known = ttl and now + 2 * (ttl + tonumber(ARGV[3])) or FOREVER
redis.call('ZADD', KEYS[1], 'GT', string.format('%.0f', known), ARGV[1])
return redis.call('ZSCORE', KEYS[1], ARGV[1])
