-- Makes a change visible, whole, or refuses it. Moves pointers only; what they point to was written before.
-- KEYS: see Flip.java. ARGV: the change as JSON, see FlipRequest.java.
-- Answers {'committed', revision}, {'refused', what changed…} or {'late'} when a blob was swept before this.
-- Everything is read and written in a few large commands: a thousand pipelines take a few milliseconds.
local epochKey, serverKey, revisionKey, liveKey, changesKey, usersKey, usersRevisionsKey, unreferencedKey =
  unpack(KEYS, 1, 8)
local definitionsKeys = {
  services = KEYS[9], pipelines = KEYS[10], helpers = KEYS[11], routes = KEYS[12], start_arguments = KEYS[13],
  triggers = KEYS[14]
}
local versionsKeys = { services = KEYS[15], pipelines = KEYS[16], helpers = KEYS[17] }
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

local function collect(command, key) return { command = command, key = key } end

local function flush(collected)
  for from = 1, #collected, PIECE do
    redis.call(collected.command, collected.key, unpack(collected, from, math.min(from + PIECE - 1, #collected)))
  end
end

local function add(collected, first, second)
  collected[#collected + 1] = first
  collected[#collected + 1] = second
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

local referenced, unreferenced = collect('ZREM', unreferencedKey), collect('ZADD', unreferencedKey)
local linked, unlinked = collect('HSET', liveKey), collect('HDEL', liveKey)
local changed = collect('ZADD', changesKey)
local usersAdded, usersRemoved = collect('ZADD', usersKey), collect('ZREM', usersKey)
local usersRevisions = collect('HSET', usersRevisionsKey)
local versions = {}
for kind, key in pairs(versionsKeys) do versions[kind] = collect('HSET', key) end
local routingChanged = false

-- The blob to point to from now on: the old one where the new one has the same bytes. The other one is unreferenced.
local function swap(old, new)
  if old then
    local hash = old:match('^%w+:%w+:')
    if new:sub(1, #hash) == hash then return old end
    add(unreferenced, now, old)
  end
  add(referenced, new)
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

-- Versions: 'version:second:blob …', oldest first. Each has its blob for itself; that of the newest is the record's.

local function forgetVersions(it)
  local key = versionsKeys[it.kind]
  local kept = key and redis.call('HGET', key, it.name)
  if not kept then return end
  redis.call('HDEL', key, it.name)
  for blob in kept:gmatch('%d+:%d*:(%S+)') do add(unreferenced, now, blob) end
end

-- Gives the blob of the record from now on.
local function keepVersion(it, record)
  local old, version = blobOf(record), record and record:match('^%S+ (%S+)')
  local kept = redis.call('HGET', versionsKeys[it.kind], it.name)
  if version == it.version then
    local blob = swap(old, it.blob)
    if kept and blob ~= old then
      local newest = kept:match('%S+$')
      add(versions[it.kind], it.name, kept:sub(1, -#newest - 1) .. newest:match('^%d+:%d*:') .. blob)
    end
    return blob
  end
  kept = kept or record and version .. '::' .. old
  kept = (kept and kept .. ' ' or '') .. it.version .. ':' .. now .. ':' .. it.blob
  local _, before = kept:gsub(' ', ' ')
  if before >= change.keptVersions then
    add(unreferenced, now, kept:match('^%d+:%d*:(%S+)'))
    kept = kept:match(' (.*)')
  end
  add(versions[it.kind], it.name, kept)
  add(referenced, it.blob)
  return it.blob
end

local usersSeen = {}

local function usersChanged(used)
  if usersSeen[used] then return end
  usersSeen[used] = true
  add(usersRevisions, used, revision)
  routingChanged = routingChanged or used:match('^triggers:') ~= nil
end

local function moveUser(user, before, after)
  for used in pairs(before) do
    if not after[used] then
      add(usersRemoved, used .. ' ' .. user)
      usersChanged(used)
    end
  end
  for used in pairs(after) do
    if not before[used] then
      add(usersAdded, 0, used .. ' ' .. user)
      usersChanged(used)
    end
  end
end

local function delete(it)
  local record = redis.call('HGET', definitionsKeys[it.kind], it.name)
  if not record then return end
  redis.call('HDEL', definitionsKeys[it.kind], it.name)
  add(unreferenced, now, blobOf(record))
  forgetVersions(it)
  moveUser(it.kind .. ':' .. it.name, usesOf(record), {})
  routingChanged = routingChanged or it.kind == 'routes'
  local live = it.kind == 'pipelines' and redis.call('HGET', liveKey, it.name)
  if live then
    add(unlinked, it.name)
    add(unreferenced, now, live:match('^%S+'))
    add(changed, revision, 'pipelines:' .. it.name)
  end
end

local function put(it)
  local record = redis.call('HGET', definitionsKeys[it.kind], it.name)
  local old = blobOf(record)
  local blob = versionsKeys[it.kind] and keepVersion(it, record) or swap(old, it.blob)
  routingChanged = routingChanged or it.kind == 'routes' and blob ~= old
  local parts, uses = { revision, it.version, it.started, blob }, {}
  for _, used in ipairs(it.uses) do
    parts[#parts + 1] = used
    uses[used] = true
  end
  redis.call('HSET', definitionsKeys[it.kind], it.name, table.concat(parts, ' '))
  moveUser(it.kind .. ':' .. it.name, usesOf(record), uses)
end

-- A pipeline's entry, 'blob started version', follows from its record and its plan: the new one, or the one it has.
local function link(pipeline, record, live, plan)
  local old = live and live:match('^%S+')
  if not record or not (old or plan) then return end
  local version, started = record:match('^%S+ (%S+) (%S+)')
  local entry = (plan and swap(old, plan) or old) .. ' ' .. started .. ' ' .. version
  if entry ~= live then
    add(linked, pipeline, entry)
    add(changed, revision, 'pipelines:' .. pipeline)
  end
end

keepEpoch()
for _, it in ipairs(change.deletes) do delete(it) end
for _, it in ipairs(change.puts) do put(it) end

local names, plans = change.plans.names, {}
for i, name in ipairs(names) do plans[name] = change.plans.blobs[i] end
for _, it in ipairs(change.puts) do
  if it.kind == 'pipelines' and not plans[it.name] then names[#names + 1] = it.name end
end
local records = readMany('HMGET', definitionsKeys.pipelines, names)
local lives = readMany('HMGET', liveKey, names)
for i, name in ipairs(names) do link(name, records[i], lives[i], plans[name]) end
if routingChanged then add(changed, revision, 'routes:routes') end

local all = { referenced, unreferenced, linked, unlinked, changed, usersAdded, usersRemoved, usersRevisions }
for _, collected in ipairs(all) do flush(collected) end
for _, collected in pairs(versions) do flush(collected) end
redis.call('ZREMRANGEBYRANK', changesKey, 0, -(change.keptChanges + 1))
return { 'committed', revision }
