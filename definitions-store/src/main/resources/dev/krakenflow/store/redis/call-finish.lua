-- Stores the answer to a call, unless the call is somebody else's now.
-- KEYS: the call. ARGV: the token of who ran it; its fingerprint; for how many milliseconds the answer is kept; the answer.
-- Answers 1 when it was stored, else 0.
local token = redis.call('HGET', KEYS[1], 'token')
if token and token ~= ARGV[1] then return 0 end

redis.call('HSET', KEYS[1], 'fingerprint', ARGV[2], 'token', ARGV[1], 'answer', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
