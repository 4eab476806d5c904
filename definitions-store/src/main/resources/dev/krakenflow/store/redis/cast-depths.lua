-- Answers {pipeline, how many events wait, how many are dead, …}.
local depths, order = {}, {}
for i, family in ipairs({ 'pending', 'dead' }) do
  local counts = redis.call('HGETALL', key(family))
  for n = 1, #counts, 2 do
    local pipeline = counts[n]
    if not depths[pipeline] then
      depths[pipeline] = { '0', '0' }
      order[#order + 1] = pipeline
    end
    depths[pipeline][i] = counts[n + 1]
  end
end
local answer = {}
for _, pipeline in ipairs(order) do
  answer[#answer + 1] = pipeline
  answer[#answer + 1] = depths[pipeline][1]
  answer[#answer + 1] = depths[pipeline][2]
end
return answer
