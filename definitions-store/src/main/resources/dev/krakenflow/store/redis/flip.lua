-- Makes a change visible, whole, or refuses it. Moves pointers only; what they point to was written before.
-- KEYS: see Flip.java. ARGV: the change as JSON, see FlipRequest.java.
-- Answers {'committed', revision}, {'refused', what changed…} or {'late'} when a blob was swept before this.
-- Everything is read and written in a few large commands: a thousand pipelines take a few milliseconds.
local epochKey, serverKey, revisionKey, liveKey, changesKey, usersKey, usersRevisionsKey, unreferencedKey =
  unpack(KEYS, 1, 8)
local definitionsKeys = { services = KEYS[9], pipelines = KEYS[10], helpers = KEYS[11] }
local change = cjson.decode(ARGV[1])

-- Commands with many arguments, in pieces that the stack of Lua can hold.

local PIECE = 2000

local function readMany(command, key, fields)
  local values = {}
  for from = 1, #fields, PIECE do
    local piece = redis.call(command, key, unpack(fields, from, math.min(from + PIECE - 1, #fields)))
    for _, value in ipairs(piece) do values[#values + 1] = value end
  end
  return values
end

local collected, order = {}, {}

local function write(command, key, ...)
  local id = command .. key
  if not collected[id] then
    collected[id] = { command = command, key = key, arguments = {} }
    order[#order + 1] = collected[id]
  end
  local arguments = collected[id].arguments
  for _, argument in ipairs({ ... }) do arguments[#arguments + 1] = argument end
end

local function flush()
  for _, it in ipairs(order) do
    for from = 1, #it.arguments, PIECE do
      redis.call(it.command, it.key, unpack(it.arguments, from, math.min(from + PIECE - 1, #it.arguments)))
    end
  end
  collected, order = {}, {}
end

-- What was this computed from, and is it still so?

local answer = { 'refused' }

for kind, expected in pairs(change.expected) do
  for i, record in ipairs(readMany('HMGET', definitionsKeys[kind], expected.names)) do
    if (record and record:match('^%d+') or '0') ~= expected.revisions[i] then
      answer[#answer + 1] = kind .. ':' .. expected.names[i]
    end
  end
end
for i, revision in ipairs(readMany('HMGET', usersRevisionsKey, change.expectedUsers.names)) do
  if (revision or '0') ~= change.expectedUsers.revisions[i] then
    answer[#answer + 1] = change.expectedUsers.names[i]
  end
end

local blobs = {}
for _, it in ipairs(change.puts) do blobs[#blobs + 1] = it.blob end
for _, blob in ipairs(change.plans.blobs) do blobs[#blobs + 1] = blob end

if #answer > 1 then
  -- Nobody will ever point to these blobs: they are due for the next sweep.
  for _, blob in ipairs(blobs) do redis.call('ZADD', unreferencedKey, 'XX', 1, blob) end
  return answer
end
for _, since in ipairs(readMany('ZMSCORE', unreferencedKey, blobs)) do
  if not since or tonumber(since) == 0 then return { 'late' } end
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
  if old and hashOf(old) == hashOf(new) then return old end
  write('ZREM', unreferencedKey, new)
  if old then write('ZADD', unreferencedKey, now, old) end
  return new
end

-- Records: 'revision version started blob use…'.

local function blobOf(record) return record and record:match('^%S+ %S+ %S+ (%S+)') end

local function usesOf(record)
  local uses, position = {}, 0
  for part in (record or ''):gmatch('%S+') do
    position = position + 1
    if position > 4 then uses[part] = true end
  end
  return uses
end

local function moveUser(user, before, after)
  for used in pairs(before) do
    if not after[used] then
      write('ZREM', usersKey, used .. ' ' .. user)
      write('HSET', usersRevisionsKey, used, revision)
    end
  end
  for used in pairs(after) do
    if not before[used] then
      write('ZADD', usersKey, 0, used .. ' ' .. user)
      write('HSET', usersRevisionsKey, used, revision)
    end
  end
end

local function noteChange(pipeline) write('ZADD', changesKey, revision, 'pipelines:' .. pipeline) end

local function delete(it)
  local key = definitionsKeys[it.kind]
  local record = redis.call('HGET', key, it.name)
  if not record then return end
  write('HDEL', key, it.name)
  write('ZADD', unreferencedKey, now, blobOf(record))
  moveUser(it.kind .. ':' .. it.name, usesOf(record), {})
  local live = it.kind == 'pipelines' and redis.call('HGET', liveKey, it.name)
  if live then
    write('HDEL', liveKey, it.name)
    write('ZADD', unreferencedKey, now, live:match('^%S+'))
    noteChange(it.name)
  end
end

local function put(it)
  local key = definitionsKeys[it.kind]
  local record = redis.call('HGET', key, it.name)
  local parts, uses = { revision, it.version, it.started, swap(blobOf(record), it.blob) }, {}
  for _, used in ipairs(it.uses) do
    parts[#parts + 1] = used
    uses[used] = true
  end
  write('HSET', key, it.name, table.concat(parts, ' '))
  moveUser(it.kind .. ':' .. it.name, usesOf(record), uses)
end

-- A pipeline's entry, 'blob started version', follows from its record and its plan: the new one, or the one it has.
local function link(pipeline, record, live, plan)
  local old = live and live:match('^%S+')
  if not record or not (old or plan) then return end
  local version, started = record:match('^%S+ (%S+) (%S+)')
  local entry = (plan and swap(old, plan) or old) .. ' ' .. started .. ' ' .. version
  if entry ~= live then
    write('HSET', liveKey, pipeline, entry)
    noteChange(pipeline)
  end
end

keepEpoch()
for _, it in ipairs(change.deletes) do delete(it) end
for _, it in ipairs(change.puts) do put(it) end
flush()

local names, plans = change.plans.names, {}
for i, name in ipairs(names) do plans[name] = change.plans.blobs[i] end
for _, it in ipairs(change.puts) do
  if it.kind == 'pipelines' and not plans[it.name] then names[#names + 1] = it.name end
end
local records = readMany('HMGET', definitionsKeys.pipelines, names)
local lives = readMany('HMGET', liveKey, names)
for i, name in ipairs(names) do link(name, records[i], lives[i], plans[name]) end
flush()

redis.call('ZREMRANGEBYRANK', changesKey, 0, -(change.keptChanges + 1))
return { 'committed', revision }
