-- Marks a call as running, unless something is known of it.
-- KEYS: the call. ARGV: its fingerprint; a new token; after how many milliseconds the mark ends.
-- Answers {'granted'}, also to the token that has the mark, {'mismatch'}, {'running', milliseconds left} or
-- {'answered', the answer}.
local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'token')
if not known[1] then
  redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'token', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return {'granted'}
end
if known[1] ~= ARGV[1] then return {'mismatch'} end

local answer = redis.call('HGET', KEYS[1], 'answer')
if answer then return {'answered', answer} end
if known[2] == ARGV[2] then return {'granted'} end
return {'running', redis.call('PTTL', KEYS[1])}
