-- Writes a memo if it is still the one that was read.
-- KEYS: the memo. ARGV: the version that was read, or '' when there was none; the new one; for how many milliseconds it is
-- kept, or '' for ever; until when the index knows it, or '' when nobody has told it; the margin for clocks that differ; the
-- JSON text. Answers 'written', 'changed', or 'unknown' when the index must be told first.
local FOREVER = 9007199254740991
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local stored = redis.call('HMGET', KEYS[1], 'version', 'known')
if (stored[1] or '') ~= ARGV[1] then return 'changed' end

local ttl = tonumber(ARGV[3])
local known = ARGV[4] ~= '' and ARGV[4] or stored[2] or '0'
if tonumber(known) < (ttl and now + ttl + tonumber(ARGV[5]) or FOREVER) then return 'unknown' end

redis.call('HSET', KEYS[1], 'version', ARGV[2], 'known', known, 'json', ARGV[6])
if ttl then redis.call('PEXPIRE', KEYS[1], ARGV[3]) else redis.call('PERSIST', KEYS[1]) end
return 'written'
