-- Drops some of what a pipeline has that is not done. ARGV: the pipeline; about how many events.
-- Answers how many entries that were, dead and waiting ones too; 0: there are none left.
local pipeline, piece = ARGV[1], tonumber(ARGV[2])
local stream, later, dead = key('stream', pipeline), key('later', pipeline), key('dead', pipeline)
local events, entries = 0, 0
local PIECE = 100

local function forget(references)
  entries = entries + 1
  for reference in references:gmatch('%S+') do
    local status = redis.call('HGET', key('event', reference), 'status')
    if isPending(status) then countPending(pipeline, -1) end
    if status == 'dead' then countDead(pipeline, -1) end
    if status ~= 'done' and status ~= 'large' then redis.call('DEL', key('event', reference)) end
    events = events + 1
  end
end

while events < piece do
  local waiting = redis.call('XRANGE', stream, '-', '+', 'COUNT', PIECE)
  if #waiting == 0 then break end
  local ids = {}
  for i, entry in ipairs(waiting) do
    ids[i] = entry[1]
    forget((fields(entry)))
  end
  redis.call('XACK', stream, GROUP, unpack(ids))
  redis.call('XDEL', stream, unpack(ids))
end
closeStream(pipeline)
while events < piece do
  local member = redis.call('ZPOPMIN', later)[1]
  if not member then break end
  forget(member:match('^%d+ %S* (.*)$'))
end
if redis.call('EXISTS', later) == 0 then redis.call('ZREM', key('due'), pipeline) end
while events < piece do
  local entry = redis.call('LPOP', dead)
  if not entry then break end
  forget(entry:match('^%S* (.*)$'))
end
return entries
