-- Counts a call in the window of a limiter, if there is room for it.
-- KEYS: the window. ARGV: how many calls it has room for; how many milliseconds it lasts.
-- Answers 0 for a call that was counted, else after how many milliseconds the window ends, at least 1.
local taken = tonumber(redis.call('GET', KEYS[1]) or 0)
if taken == 0 then
  redis.call('SET', KEYS[1], 1, 'PX', ARGV[2])
  return 0
end

local left = redis.call('PTTL', KEYS[1])
local longest = tonumber(ARGV[2])
if left > longest then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  left = longest
end
if taken >= tonumber(ARGV[1]) then return math.max(left, 1) end
redis.call('INCR', KEYS[1])
return 0
