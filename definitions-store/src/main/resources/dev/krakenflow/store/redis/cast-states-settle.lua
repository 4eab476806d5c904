-- Tells what became of events that were delivered. ARGV: for how many milliseconds an event is known; for how many a
-- result is kept; then of each event its reference, its state (done, large, failed, dead; '' when it was not run) and its
-- result or problem. What is done stays done, and what is dead is, unless it is done.
local open, kept = ARGV[1], tonumber(ARGV[2])

local function finish(state, status, answer)
  local once = redis.call('HGET', state, 'once')
  local standing = once and redis.call('PTTL', once) or 0
  redis.call('HSET', state, 'status', status, 'answer', answer)
  redis.call('HDEL', state, 'number', 'once')
  redis.call('PEXPIRE', state, math.max(kept, standing))
end

for i = 3, #ARGV, 3 do
  local state, status, answer = key('state', ARGV[i]), ARGV[i + 1], ARGV[i + 2]
  local before = redis.call('HGET', state, 'status') or 'pending'
  if status == 'done' or status == 'large' then
    if before == 'dead' or isPending(before) then finish(state, status, answer) end
  elseif isPending(before) and status ~= '' then
    redis.call('HSET', state, 'status', status, 'answer', answer)
    redis.call('PEXPIRE', state, open)
  elseif isPending(before) and redis.call('EXISTS', state) == 1 then
    redis.call('HINCRBY', state, 'number', -1)
  end
end
return 'settled'
