import { BURST, CALM_PER_SECOND } from "./rate-limiter.ts";
import { MOST_CRASHES } from "./state.ts";

/**
 * Before the work, in one step: is the update done, or somebody else's? Then it is claimed, its sender's
 * pace counted as `pace.ts` does, the chat's notes read, and looked up whether the chat is owed something.
 * A claim says who holds it and until when; it stays behind after that, so that it is known as tried.
 */
export const CLAIM = `
local updateKey, sentKey, crashesKey = KEYS[1], KEYS[2], KEYS[3]
local paceKey, notesKey, owedKey = KEYS[4], KEYS[5], KEYS[6]
local holder, leaseMs, keptMs, isPaced = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local mark = redis.call('GET', updateKey)
if mark == 'done' then return {'done'} end
local isAgain = 'no'
if mark then
  local heldUntil, owner = string.match(mark, '^(%d+) (.*)$')
  if owner ~= holder and tonumber(heldUntil or 0) > now then return {'held'} end
  isAgain = 'yes'
end
if redis.call('EXISTS', sentKey) == 1 then return {'sent-twice'} end
if tonumber(redis.call('GET', crashesKey) or 0) >= ${MOST_CRASHES} then return {'set-aside'} end
redis.call('SET', updateKey, string.format('%d %s', now + leaseMs, holder), 'PX', keptMs)

local step = 'fine'
if isPaced == 'yes' then
  local known = redis.call('HMGET', paceKey, 'height', 'at', 'silenced')
  local passedMs = now - (tonumber(known[2]) or now)
  local left = math.max(0, (tonumber(known[1]) or 0) - passedMs / 1000 * ${CALM_PER_SECOND})
  local wasSilenced = known[3] == 'yes' and left > 0
  local isSilenced = wasSilenced or left + 1 > ${BURST}
  if wasSilenced then step = 'still-too-fast' elseif isSilenced then step = 'too-fast' end
  redis.call('HSET', paceKey, 'height', math.min(left + 1, ${BURST}), 'at', now,
    'silenced', isSilenced and 'yes' or 'no')
  redis.call('PEXPIRE', paceKey, ${(BURST / CALM_PER_SECOND) * 1000})
end
local isOwed = redis.call('EXISTS', owedKey) == 1 and 'yes' or 'no'
return {'yours', step, redis.call('GET', notesKey) or '', isAgain, isOwed}
`;

/** After the work, in one step: the update is done, and the chat's notes are replaced by newer ones. */
export const FINISH = `
local updateKey, notesKey = KEYS[1], KEYS[2]
local doneMs, notes, asOf, notesMs = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]

redis.call('SET', updateKey, 'done', 'PX', doneMs)
if notes == '' then return end
local current = redis.call('GET', notesKey)
if current and (cjson.decode(current).asOf or 0) > asOf then return end
redis.call('SET', notesKey, notes, 'PX', notesMs)
`;
