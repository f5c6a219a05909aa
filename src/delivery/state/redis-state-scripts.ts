import { BURST, LEAK_PER_SECOND } from "./rate-limiter.ts";
import { MAX_CRASHES } from "./delivery-state.ts";

/**
 * Before the work, atomically: unless the update is done or held by another replica, claims it, applies the
 * sender's rate limit as rate-limiter.ts does, reads the chat's notes and checks whether the chat is owed
 * a call. A claim records its holder and when its lease ends; it outlives the lease, which shows that the
 * update was tried before.
 */
export const CLAIM = `
local updateKey, sentKey, crashesKey = KEYS[1], KEYS[2], KEYS[3]
local paceKey, notesKey, owedKey = KEYS[4], KEYS[5], KEYS[6]
local holder, leaseMs, keptMs, isRateLimited = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local mark = redis.call('GET', updateKey)
if mark == 'done' then return {'done'} end
local isRetry = 'no'
if mark then
  local heldUntil, owner = string.match(mark, '^(%d+) (.*)$')
  if owner ~= holder and tonumber(heldUntil or 0) > now then return {'held'} end
  isRetry = 'yes'
end
if redis.call('EXISTS', sentKey) == 1 then return {'sent-twice'} end
local crashes = tonumber(redis.call('GET', crashesKey) or 0)
if crashes >= ${MAX_CRASHES} then return {'set-aside'} end
redis.call('SET', updateKey, string.format('%d %s', now + leaseMs, holder), 'PX', keptMs)

local verdict = 'allowed'
if isRateLimited == 'yes' then
  local known = redis.call('HMGET', paceKey, 'height', 'at', 'silenced')
  local passedMs = now - (tonumber(known[2]) or now)
  local left = math.max(0, (tonumber(known[1]) or 0) - passedMs / 1000 * ${LEAK_PER_SECOND})
  local wasSilenced = known[3] == 'yes' and left > 0
  local isSilenced = wasSilenced or left + 1 > ${BURST}
  if wasSilenced then verdict = 'still-limited' elseif isSilenced then verdict = 'limited' end
  redis.call('HSET', paceKey, 'height', math.min(left + 1, ${BURST}), 'at', now,
    'silenced', isSilenced and 'yes' or 'no')
  redis.call('PEXPIRE', paceKey, ${(BURST / LEAK_PER_SECOND) * 1000})
end
local isOwed = redis.call('EXISTS', owedKey) == 1 and 'yes' or 'no'
local isSuspect = crashes > 0 and 'yes' or 'no'
return {'granted', verdict, redis.call('GET', notesKey) or '', isRetry, isSuspect, isOwed}
`;

/** After the work, atomically: marks the update as done, and stores the chat's notes unless newer ones exist. */
export const FINISH = `
local updateKey, notesKey = KEYS[1], KEYS[2]
local doneMs, notes, asOf, notesMs = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]

redis.call('SET', updateKey, 'done', 'PX', doneMs)
if notes == '' then return end
local current = redis.call('GET', notesKey)
if current and (cjson.decode(current).asOf or 0) > asOf then return end
redis.call('SET', notesKey, notes, 'PX', notesMs)
`;
