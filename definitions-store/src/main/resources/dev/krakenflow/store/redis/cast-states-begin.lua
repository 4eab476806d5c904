-- Claims the keys of events that go to a queue elsewhere, and knows the events; all or none.
-- ARGV: for how many milliseconds an event is known; then for each event its reference, and by what it is known again: the
-- key in Redis or '', the fingerprint, for how many milliseconds.
-- Answers {'begun', then of each event its reference and 1 when it is to be sent, else 0} or {'mismatch', index}.
local FIRST, SIZE = 2, 4
local kept = ARGV[1]
local answer, fresh, batch = { 'begun' }, {}, {}

local function known(once)
  if once == '' then return nil end
  if batch[once] then return batch[once] end
  local stored = redis.call('HMGET', once, 'reference', 'fingerprint')
  return stored[1] and redis.call('EXISTS', key('state', stored[1])) == 1 and stored or nil
end

for i = FIRST, #ARGV, SIZE do
  local reference, once, fingerprint = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local before = known(once)
  if before and before[2] ~= fingerprint then return { 'mismatch', (i - FIRST) / SIZE } end
  local twin = before and batch[once]
  if not before then
    before = { reference, fingerprint }
    if redis.call('EXISTS', key('state', reference)) == 0 then fresh[#fresh + 1] = i end
  end
  if once ~= '' then batch[once] = before end
  local there = redis.call('HMGET', key('state', before[1]), 'status', 'sent')
  local waits = not there[1] or isPending(there[1]) and not there[2]
  answer[#answer + 1] = before[1]
  answer[#answer + 1] = waits and not twin and 1 or 0
end

for _, i in ipairs(fresh) do
  local reference, once, fingerprint, ttl = unpack(ARGV, i, i + SIZE - 1)
  local state = key('state', reference)
  redis.call('HSET', state, 'status', 'pending')
  if once ~= '' then
    redis.call('HSET', state, 'once', once)
    redis.call('HSET', once, 'reference', reference, 'fingerprint', fingerprint)
    redis.call('PEXPIRE', once, ttl)
  end
  redis.call('PEXPIRE', state, kept)
end
return answer
