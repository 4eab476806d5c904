-- Makes a change visible, whole, or refuses it. Moves pointers only; what they point to was written before.
-- KEYS: see Flip.java. ARGV: the change as JSON, see FlipRequest.java.
-- Answers {'committed', revision}, {'refused', what changed…} or {'late'} when a blob was swept before this.
local epochKey, serverKey, revisionKey, liveKey, changesKey, usersKey, usersRevisionsKey, unreferencedKey =
  unpack(KEYS, 1, 8)
local definitionsKeys = { services = KEYS[9], pipelines = KEYS[10], helpers = KEYS[11] }
local change = cjson.decode(ARGV[1])

-- What was this computed from, and is it still so?

local function changedSince()
  local answer = { 'refused' }
  for _, it in ipairs(change.expected) do
    local record = redis.call('HGET', definitionsKeys[it.kind], it.name)
    if (record and record:match('^%d+') or '0') ~= it.revision then
      answer[#answer + 1] = it.kind .. ':' .. it.name
    end
  end
  for _, it in ipairs(change.expectedUsers) do
    if (redis.call('HGET', usersRevisionsKey, it.used) or '0') ~= it.revision then
      answer[#answer + 1] = it.used
    end
  end
  return answer
end

local function eachBlob(action)
  for _, it in ipairs(change.puts) do action(it.blob) end
  for _, it in ipairs(change.plans) do action(it.blob) end
end

local function anyBlobGone()
  local gone = false
  eachBlob(function(blob)
    local since = redis.call('ZSCORE', unreferencedKey, blob)
    gone = gone or not since or tonumber(since) == 0
  end)
  return gone
end

-- Nobody will ever point to the blobs of a change that was refused: they are due for the next sweep.
local function discardBlobs()
  eachBlob(function(blob) redis.call('ZADD', unreferencedKey, 'XX', 1, blob) end)
end

local refused = changedSince()
if #refused > 1 then
  discardBlobs()
  return refused
end
if anyBlobGone() then
  return { 'late' }
end

-- From here on nothing can fail.

local now = redis.call('TIME')[1]
local revision = string.format('%.0f', redis.call('INCR', revisionKey))

-- A server that was started again, or took over, may have lost the newest flips: whoever has read them must not take what
-- comes now for their continuation. (INFO may be forbidden; then only an emptied store begins a new epoch.)
local function keepEpoch()
  local info = redis.pcall('INFO', 'server')
  local server = type(info) == 'string' and info:match('run_id:(%w+)') or '-'
  if redis.call('EXISTS', epochKey) == 0 or redis.call('GET', serverKey) ~= server then
    redis.call('SET', epochKey, change.newEpoch)
    redis.call('SET', serverKey, server)
  end
end

local function hashOf(blob) return blob:match('^%w+:%w+') end

-- The blob to point to from now on: the old one where the new one has the same bytes. The other one is unreferenced.
local function swap(old, new)
  if old and hashOf(old) == hashOf(new) then
    return old
  end
  redis.call('ZREM', unreferencedKey, new)
  if old then
    redis.call('ZADD', unreferencedKey, now, old)
  end
  return new
end

local function parse(record)
  local parts = {}
  for part in (record or ''):gmatch('%S+') do parts[#parts + 1] = part end
  return { blob = parts[4], started = parts[3], version = parts[2], uses = { unpack(parts, 5) } }
end

local function setOf(list)
  local set = {}
  for _, it in ipairs(list) do set[it] = true end
  return set
end

local function moveUser(user, before, after)
  local was, is = setOf(before), setOf(after)
  for used in pairs(was) do
    if not is[used] then
      redis.call('ZREM', usersKey, used .. ' ' .. user)
      redis.call('HSET', usersRevisionsKey, used, revision)
    end
  end
  for used in pairs(is) do
    if not was[used] then
      redis.call('ZADD', usersKey, 0, used .. ' ' .. user)
      redis.call('HSET', usersRevisionsKey, used, revision)
    end
  end
end

local function noteChange(pipeline)
  redis.call('ZADD', changesKey, revision, 'pipelines:' .. pipeline)
end

local function unlink(pipeline)
  local live = redis.call('HGET', liveKey, pipeline)
  if live then
    redis.call('HDEL', liveKey, pipeline)
    redis.call('ZADD', unreferencedKey, now, live:match('^%S+'))
    noteChange(pipeline)
  end
end

local function delete(it)
  local record = redis.call('HGET', definitionsKeys[it.kind], it.name)
  if record then
    local old = parse(record)
    redis.call('HDEL', definitionsKeys[it.kind], it.name)
    redis.call('ZADD', unreferencedKey, now, old.blob)
    moveUser(it.kind .. ':' .. it.name, old.uses, {})
  end
  if it.kind == 'pipelines' then unlink(it.name) end
end

local function put(it)
  local old = parse(redis.call('HGET', definitionsKeys[it.kind], it.name))
  local parts = { revision, it.version, it.started, swap(old.blob, it.blob) }
  for _, used in ipairs(it.uses) do parts[#parts + 1] = used end
  redis.call('HSET', definitionsKeys[it.kind], it.name, table.concat(parts, ' '))
  moveUser(it.kind .. ':' .. it.name, old.uses, it.uses)
end

-- The entry of a pipeline follows from its record and from its plan: the new one, or the one it has.
local function link(pipeline, plan)
  local record = redis.call('HGET', definitionsKeys.pipelines, pipeline)
  local live = redis.call('HGET', liveKey, pipeline)
  local old = live and live:match('^%S+')
  if not record or not (old or plan) then return end
  local it = parse(record)
  local blob = plan and swap(old, plan) or old
  local entry = blob .. ' ' .. it.started .. ' ' .. it.version
  if entry ~= live then
    redis.call('HSET', liveKey, pipeline, entry)
    noteChange(pipeline)
  end
end

keepEpoch()
for _, it in ipairs(change.deletes) do delete(it) end
for _, it in ipairs(change.puts) do put(it) end
local planned = {}
for _, it in ipairs(change.plans) do
  planned[it.name] = true
  link(it.name, it.blob)
end
for _, it in ipairs(change.puts) do
  if it.kind == 'pipelines' and not planned[it.name] then link(it.name, nil) end
end
redis.call('ZREMRANGEBYRANK', changesKey, 0, -(change.keptChanges + 1))
return { 'committed', revision }
