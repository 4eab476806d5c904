-- Takes away the mark of a call that was not answered, if it is still the one of this token. KEYS: the call. ARGV: the token.
local owned = redis.call('HGET', KEYS[1], 'token') == ARGV[1]
if owned and redis.call('HEXISTS', KEYS[1], 'answer') == 0 then redis.call('DEL', KEYS[1]) end
return 'released'
