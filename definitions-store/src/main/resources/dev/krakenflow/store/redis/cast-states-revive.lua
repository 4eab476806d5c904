-- Makes events pending as if they were new. ARGV: for how many milliseconds an event is known; references.
-- Answers those that are not done.
local answer = {}
for i = 2, #ARGV do
  local state = key('state', ARGV[i])
  local status = redis.call('HGET', state, 'status')
  if status ~= 'done' and status ~= 'large' then
    redis.call('HSET', state, 'status', 'pending')
    redis.call('HDEL', state, 'answer', 'number')
    redis.call('PEXPIRE', state, ARGV[1])
    answer[#answer + 1] = ARGV[i]
  end
end
return answer
