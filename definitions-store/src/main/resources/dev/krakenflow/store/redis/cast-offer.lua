-- Takes events, all or none.
-- ARGV: the pipeline; how many events it may have; after how many milliseconds a consumer is gone; 1 when they belong
-- together; the tracing; then for each event its reference, its JSON text, '=' and its key or '', and by what it is known
-- again: the key in Redis or '', the fingerprint, for how many milliseconds.
-- Answers {'accepted', references…}, {'mismatch', index}, {'full'} or {'no consumer'}.
local pipeline, most, gone, together, tracing = unpack(ARGV, 1, 5)
local FIRST, SIZE = 6, 6

local answer, fresh, batch = { 'accepted' }, {}, {}

local function known(once)
  if once == '' then return nil end
  if batch[once] then return batch[once] end
  local stored = redis.call('HMGET', once, 'reference', 'fingerprint')
  local there = stored[1] and redis.call('EXISTS', key('event', stored[1])) == 1
  return there and stored or nil
end

for i = FIRST, #ARGV, SIZE do
  local reference, once, fingerprint = ARGV[i], ARGV[i + 3], ARGV[i + 4]
  local before = known(once)
  if before and before[2] ~= fingerprint then return { 'mismatch', (i - FIRST) / SIZE } end
  if not before then
    before = { reference, fingerprint }
    if once ~= '' then batch[once] = before end
    -- It is there when this is the second try of who did not get the answer to the first.
    if redis.call('EXISTS', key('event', reference)) == 0 then fresh[#fresh + 1] = i end
  end
  answer[#answer + 1] = before[1]
end
if #fresh == 0 then return answer end

if redis.call('ZCOUNT', key('consumers'), now - gone, '+inf') == 0 then return { 'no consumer' } end
local pending = redis.call('HGET', key('pending'), pipeline) or 0
local dead = redis.call('HGET', key('dead'), pipeline) or 0
if pending + dead + #fresh > tonumber(most) then return { 'full' } end

local references = {}
openStream(pipeline)
for _, i in ipairs(fresh) do
  local reference, json, name, once, fingerprint, ttl = unpack(ARGV, i, i + SIZE - 1)
  local record = { 'status', 'pending', 'event', json }
  if name ~= '' then
    record[#record + 1] = 'key'
    record[#record + 1] = name:sub(2)
  end
  if once ~= '' then
    record[#record + 1] = 'once'
    record[#record + 1] = once
    redis.call('HSET', once, 'reference', reference, 'fingerprint', fingerprint)
    redis.call('PEXPIRE', once, ttl)
  end
  redis.call('HSET', key('event', reference), unpack(record))
  references[#references + 1] = reference
  if together ~= '1' then append(pipeline, reference, 0, tracing) end
end
if together == '1' then append(pipeline, table.concat(references, ' '), 0, tracing) end
countPending(pipeline, #fresh)
wake()
return answer
