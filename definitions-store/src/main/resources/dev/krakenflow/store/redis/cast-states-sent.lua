-- Knows that the queue has events. ARGV: their references.
for _, reference in ipairs(ARGV) do
  local state = key('state', reference)
  if redis.call('EXISTS', state) == 1 then redis.call('HSET', state, 'sent', 1) end
end
return 'sent'
