-- Lets some dead events run again. ARGV: the pipeline; how many at least, if there are so many. Answers how many.
local pipeline, piece = ARGV[1], tonumber(ARGV[2])
local revived = 0
while revived < piece do
  local entry = redis.call('LPOP', key('dead', pipeline))
  if not entry then break end
  local tracing, references = entry:match('^(%S*) (.*)$')
  for reference in references:gmatch('%S+') do
    redis.call('HSET', key('event', reference), 'status', 'pending')
    redis.call('HDEL', key('event', reference), 'answer')
    revived = revived + 1
  end
  openStream(pipeline)
  append(pipeline, references, 0, tracing)
end
if revived > 0 then
  countDead(pipeline, -revived)
  countPending(pipeline, revived)
  wake()
end
return revived
