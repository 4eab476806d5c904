-- Tells what became of the events of a delivery.
-- ARGV: the consumer; the pipeline; the delivery's id; after how many milliseconds the events come again that are left; for
-- how many results are kept; then for each event its reference, its state (done, large, failed, dead; '' for none) and its
-- result or problem. Answers 1 when the delivery was the consumer's, else 0: then only what is done is taken down.
local consumer, pipeline, id, again, kept = unpack(ARGV, 1, 5)
local stream = key('stream', pipeline)

local ours = #redis.pcall('XPENDING', stream, GROUP, id, id, 1, consumer) == 1

local function finish(record, once, status, answer)
  local standing = once and redis.call('PTTL', once) or 0
  redis.call('HSET', record, 'status', status, 'answer', answer)
  redis.call('HDEL', record, 'event', 'key', 'once')
  redis.call('PEXPIRE', record, math.max(tonumber(kept), standing))
  countPending(pipeline, -1)
end

local later, dead = {}, {}
local counted = 0
for i = 6, #ARGV, 3 do
  local reference, status, answer = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local record = key('event', reference)
  local known = redis.call('HMGET', record, 'status', 'once')
  if isPending(known[1]) then
    if status == 'done' or status == 'large' then
      finish(record, known[2], status, answer)
    elseif ours then
      local line = status == 'dead' and dead or later
      line[#line + 1] = reference
      if status ~= '' then redis.call('HSET', record, 'status', status, 'answer', answer) end
      if status == 'failed' then counted = 1 end
    end
  end
end
if not ours then return 0 end

local before, tracing
if #later + #dead > 0 then
  local _
  _, before, tracing = fields(redis.call('XRANGE', stream, id, id)[1])
end
if #later > 0 then
  local due = string.format('%.0f', now + again)
  local member = before + counted .. ' ' .. tracing .. ' ' .. table.concat(later, ' ')
  redis.call('ZADD', key('later', pipeline), due, member)
  redis.call('ZADD', key('due'), 'LT', due, pipeline)
end
if #dead > 0 then
  redis.call('RPUSH', key('dead', pipeline), tracing .. ' ' .. table.concat(dead, ' '))
  countPending(pipeline, -#dead)
  countDead(pipeline, #dead)
end
drop(pipeline, id)
closeStream(pipeline)
return 1
