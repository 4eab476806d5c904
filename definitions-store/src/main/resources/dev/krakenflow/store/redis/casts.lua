-- What the scripts of the queue of casts have in common; it stands before each of them.
-- KEYS: what all keys of the queue begin with. They stand in one slot, and RedisKeys.java has them.
local GROUP = 'casts'

local function key(family, word) return KEYS[1] .. family .. (word and ':' .. word or '') end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- How many events of a pipeline wait and are dead.

local function count(family, pipeline, change)
  if change == 0 then return end
  if redis.call('HINCRBY', key(family), pipeline, change) <= 0 then redis.call('HDEL', key(family), pipeline) end
end

local function countPending(pipeline, change) count('pending', pipeline, change) end
local function countDead(pipeline, change) count('dead', pipeline, change) end

local function isPending(status) return status == 'pending' or status == 'failed' end

-- The stream of a pipeline, which is there as long as it has entries.

local function openStream(pipeline)
  local stream = key('stream', pipeline)
  if redis.call('EXISTS', stream) == 0 then
    redis.call('XGROUP', 'CREATE', stream, GROUP, '0', 'MKSTREAM')
    redis.call('SADD', key('pipelines'), pipeline)
  end
  -- Who was given deliveries last comes last, so the turn of who is new is now.
  redis.call('ZADD', key('ready'), 'NX', time[1] * 1000000 + time[2], pipeline)
end

local function append(pipeline, references, before, tracing)
  redis.call('XADD', key('stream', pipeline), '*', 'events', references, 'before', before, 'tracing', tracing)
end

local function drop(pipeline, id)
  local stream = key('stream', pipeline)
  redis.call('XACK', stream, GROUP, id)
  redis.call('XDEL', stream, id)
end

local function closeStream(pipeline)
  if redis.call('XLEN', key('stream', pipeline)) > 0 then return end
  redis.call('DEL', key('stream', pipeline))
  redis.call('SREM', key('pipelines'), pipeline)
  redis.call('ZREM', key('ready'), pipeline)
end

-- The fields of an entry of a stream: its references, how often it was delivered before, the tracing of its caller.
local function fields(entry)
  local values = {}
  for i = 1, #entry[2], 2 do values[entry[2][i]] = entry[2][i + 1] end
  return values.events, tonumber(values.before), values.tracing
end

-- Knows that a consumer is there. Answers whether it was heard of without a break for so long that all others would have
-- been heard of meanwhile: after Redis was away, or frozen, everybody is silent, and nobody gone.
local function hear(consumer, gone)
  local silence = gone / 2
  local last = redis.call('ZSCORE', key('consumers'), consumer)
  if not last or now - last > silence then redis.call('ZADD', key('since'), now, consumer) end
  redis.call('ZADD', key('consumers'), now, consumer)
  return now - redis.call('ZSCORE', key('since'), consumer) > silence
end

local function forgetConsumer(consumer)
  redis.call('ZREM', key('consumers'), consumer)
  redis.call('ZREM', key('since'), consumer)
end

-- Ends the waiting of all consumers.
local function wake() redis.call('XADD', key('wake'), 'MAXLEN', '1', '*', 'woken', '1') end

-- Lets others have a delivery that was begun.
local function appendAgain(pipeline, id)
  local entry = redis.call('XRANGE', key('stream', pipeline), id, id)[1]
  if entry then
    local references, before, tracing = fields(entry)
    append(pipeline, references, before + 1, tracing)
  end
  drop(pipeline, id)
  openStream(pipeline)
end

-- Lets others have what a consumer holds, but for the deliveries in a set of "pipeline id".
local function giveBack(consumer, held)
  local given = 0
  for _, pipeline in ipairs(redis.call('SMEMBERS', key('pipelines'))) do
    local from = '-'
    repeat
      local pending = redis.pcall('XPENDING', key('stream', pipeline), GROUP, from, '+', 100, consumer)
      for _, it in ipairs(pending) do
        from = '(' .. it[1]
        if not held[pipeline .. ' ' .. it[1]] then
          appendAgain(pipeline, it[1])
          given = given + 1
        end
      end
    until #pending == 0
    if not next(held) then redis.pcall('XGROUP', 'DELCONSUMER', key('stream', pipeline), GROUP, consumer) end
  end
  if given > 0 then wake() end
end
