import { BURST, CALM_PER_SECOND } from "./pace.ts";

/**
 * Before the work, in one step: is the update done, or somebody else's? Then it is claimed, its sender's
 * pace counted as `pace.ts` does, and the chat's notes read.
 */
export const CLAIM = `
local updateKey, paceKey, notesKey = KEYS[1], KEYS[2], KEYS[3]
local holder, leaseMs, isPaced = ARGV[1], ARGV[2], ARGV[3]

local mark = redis.call('GET', updateKey)
if mark == 'done' then return {'done'} end
if mark and mark ~= holder then return {'held'} end
redis.call('SET', updateKey, holder, 'PX', leaseMs)

local step = 'fine'
if isPaced == 'yes' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
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
return {'yours', step, redis.call('GET', notesKey) or ''}
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

/** Only who holds the claim gives it back. */
export const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
`;
