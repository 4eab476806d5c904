-- Counts deliveries. ARGV: for how many milliseconds an event is known; references.
-- Answers of each how often it was delivered, this time included; 0 when it is done; -1 when it is dead.
local answer = {}
for i = 2, #ARGV do
  local state = key('state', ARGV[i])
  local status = redis.call('HGET', state, 'status')
  if status == 'dead' then
    answer[#answer + 1] = -1
  elseif status and not isPending(status) then
    answer[#answer + 1] = 0
  else
    redis.call('HSETNX', state, 'status', 'pending')
    answer[#answer + 1] = redis.call('HINCRBY', state, 'number', 1)
    redis.call('PEXPIRE', state, ARGV[1])
  end
end
return answer
