-- Adds to a number. KEYS: the value. ARGV: what is added; a new ttl in milliseconds, or '' for the old one.
-- Answers the new number as text, nil when there is something else. Redis adds in 64 bits where both are integers.
local function failed(answer) return type(answer) == 'table' and answer.err end

local answer = redis.pcall('INCRBY', KEYS[1], ARGV[1])
if failed(answer) then answer = redis.pcall('INCRBYFLOAT', KEYS[1], ARGV[1]) end
local failure = failed(answer)
if failure then
  if failure:find('not a valid float') or failure:find('NaN or Infinity') then return false end
  return answer
end
if ARGV[2] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return redis.call('GET', KEYS[1])
