-- Gives a consumer its next deliveries, and knows that it is there.
-- ARGV: the consumer; who was not heard of for so many milliseconds is gone; how many deliveries at most; how many of each
-- pipeline, but for those that follow: pipeline, how many of it.
-- Answers the last entry of the stream that wakes; after how many milliseconds something is due, or -1; the deliveries,
-- each {id, pipeline, its number, tracing, then of each event the reference, the JSON text, the key or nil}.
local consumer, gone, most, others = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local LATER = 100
local BYTES = 1024 * 1024

local rooms = {}
for i = 5, #ARGV, 2 do rooms[ARGV[i]] = tonumber(ARGV[i + 1]) end

local function takeUpWhatIsDue(pipeline)
  local later = key('later', pipeline)
  local due = redis.call('ZRANGE', later, '-inf', now, 'BYSCORE', 'LIMIT', 0, LATER)
  for _, it in ipairs(due) do
    local before, tracing, references = it:match('^(%d+) (%S*) (.*)$')
    openStream(pipeline)
    append(pipeline, references, before, tracing)
    redis.call('ZREM', later, it)
  end
  local first = redis.call('ZRANGE', later, 0, 0, 'WITHSCORES')[2]
  if first then redis.call('ZADD', key('due'), first, pipeline) else redis.call('ZREM', key('due'), pipeline) end
end

local function read(pipeline)
  return redis.pcall('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', 1, 'STREAMS', key('stream', pipeline), '>')
end

local function nextEntry(pipeline)
  local answer = read(pipeline)
  if answer and answer.err and redis.call('EXISTS', key('stream', pipeline)) == 1 then
    -- Somebody has taken the group away.
    redis.call('XGROUP', 'CREATE', key('stream', pipeline), GROUP, '0')
    answer = read(pipeline)
  end
  if not answer or answer.err then return nil end
  return answer[1][2][1]
end

local bytes = 0

local function load(pipeline, entry)
  local references, before, tracing = fields(entry)
  local delivery = { entry[1], pipeline, before + 1, tracing }
  for reference in references:gmatch('%S+') do
    local record = redis.call('HMGET', key('event', reference), 'status', 'event', 'key')
    if isPending(record[1]) then
      bytes = bytes + #record[2]
      delivery[#delivery + 1] = reference
      delivery[#delivery + 1] = record[2]
      delivery[#delivery + 1] = record[3]
    end
  end
  return delivery
end

hear(consumer, gone)
for _, pipeline in ipairs(redis.call('ZRANGE', key('due'), '-inf', now, 'BYSCORE', 'LIMIT', 0, LATER)) do
  takeUpWhatIsDue(pipeline)
end

local taken = {}
local turn = string.format('%.0f', time[1] * 1000000 + time[2])
for _, pipeline in ipairs(redis.call('ZRANGE', key('ready'), 0, -1)) do
  local left = math.min(rooms[pipeline] or others, most - #taken)
  if left > 0 and bytes < BYTES then redis.call('ZADD', key('ready'), turn, pipeline) end
  while left > 0 and bytes < BYTES do
    local entry = nextEntry(pipeline)
    if not entry then
      redis.call('ZREM', key('ready'), pipeline)
      break
    end
    local delivery = load(pipeline, entry)
    if #delivery > 4 then
      taken[#taken + 1] = delivery
      left = left - 1
    else
      drop(pipeline, entry[1])
      closeStream(pipeline)
    end
  end
end

local woken = redis.call('XREVRANGE', key('wake'), '+', '-', 'COUNT', 1)[1]
local due = redis.call('ZRANGE', key('due'), 0, 0, 'WITHSCORES')[2]
return { woken and woken[1] or '0-0', due and math.max(0, due - now) or -1, taken }
