import { OWED_KEPT_MS, OWED_TRY_MS } from "./shared-outbox.ts";

/**
 * Owed calls in Redis: `lanes` sorts the lanes by when their first call is due, `ages` sorts the calls by
 * when they became owed, and one list per lane holds the calls. Every script gets the common prefix of the
 * keys; its braces keep them in one slot of a cluster.
 */

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** KEYS: prefix. ARGV: lane, id, call, ms until it is due. */
export const ADD = `${NOW}
local prefix, lane, id = KEYS[1], ARGV[1], ARGV[2]
if redis.call('EXISTS', prefix .. 'settled:' .. id) == 1 then return end
if redis.call('ZADD', prefix .. 'ages', 'NX', now, id) == 0 then return end
redis.call('RPUSH', prefix .. 'lane:' .. lane, ARGV[3])
redis.call('ZADD', prefix .. 'lanes', 'NX', now + ARGV[4], lane)
for _, key in ipairs({'ages', 'lanes', 'lane:' .. lane}) do
  redis.call('PEXPIRE', prefix .. key, ${OWED_KEPT_MS})
end
`;

/** KEYS: prefix. ARGV: lane, id, call. Adds a call as leased if its lane is empty; returns whether it did. */
export const ADD_LEASED = `${NOW}
local prefix, lane, id = KEYS[1], ARGV[1], ARGV[2]
if redis.call('EXISTS', prefix .. 'lane:' .. lane, prefix .. 'settled:' .. id) > 0 then return 'no' end
redis.call('ZADD', prefix .. 'ages', now, id)
redis.call('RPUSH', prefix .. 'lane:' .. lane, ARGV[3])
redis.call('ZADD', prefix .. 'lanes', now + ${OWED_TRY_MS}, lane)
redis.call('HSET', prefix .. 'tried', lane, 'yes')
for _, key in ipairs({'ages', 'lanes', 'tried', 'lane:' .. lane}) do
  redis.call('PEXPIRE', prefix .. key, ${OWED_KEPT_MS})
end
return 'yes'
`;

/** KEYS: prefix. Leases the first due call; returns it, whether a replica died trying it, and its lane. */
export const LEASE = `${NOW}
local prefix = KEYS[1]
while true do
  local lane = redis.call('ZRANGEBYSCORE', prefix .. 'lanes', '-inf', now, 'LIMIT', 0, 1)[1]
  if not lane then return end
  local call = redis.call('LINDEX', prefix .. 'lane:' .. lane, 0)
  if call then
    redis.call('ZADD', prefix .. 'lanes', now + ${OWED_TRY_MS}, lane)
    local wasTried = redis.call('HSET', prefix .. 'tried', lane, 'yes') == 0
    redis.call('PEXPIRE', prefix .. 'tried', ${OWED_KEPT_MS})
    return {call, wasTried and 'yes' or 'no', lane}
  end
  redis.call('ZREM', prefix .. 'lanes', lane)
end
`;

/** KEYS: prefix. ARGV: lane, call as it was leased, call as it is now, ms until it is due. */
export const POSTPONE = `${NOW}
local prefix, lane = KEYS[1], ARGV[1]
if redis.call('LINDEX', prefix .. 'lane:' .. lane, 0) ~= ARGV[2] then return end
redis.call('LSET', prefix .. 'lane:' .. lane, 0, ARGV[3])
redis.call('HDEL', prefix .. 'tried', lane)
redis.call('ZADD', prefix .. 'lanes', now + ARGV[4], lane)
`;

/** KEYS: prefix. ARGV: lane, call as it was leased, id, stand-in for the message id, message id. */
export const REMOVE = `${NOW}
local prefix, lane, id = KEYS[1], ARGV[1], ARGV[3]
redis.call('SET', prefix .. 'settled:' .. id, 'yes', 'PX', ${OWED_KEPT_MS})
if ARGV[5] ~= '' then
  redis.call('SET', prefix .. 'message:' .. ARGV[4], ARGV[5], 'PX', ${OWED_KEPT_MS})
end
redis.call('ZREM', prefix .. 'ages', id)
if redis.call('LINDEX', prefix .. 'lane:' .. lane, 0) ~= ARGV[2] then return end
redis.call('LPOP', prefix .. 'lane:' .. lane)
redis.call('HDEL', prefix .. 'tried', lane)
if redis.call('LLEN', prefix .. 'lane:' .. lane) == 0 then
  redis.call('ZREM', prefix .. 'lanes', lane)
else
  redis.call('ZADD', prefix .. 'lanes', now, lane)
end
`;

/** KEYS: prefix. ARGV: lane. Gives up all calls of a lane; returns how many those were. */
export const DROP = `
local prefix, lane = KEYS[1], ARGV[1]
local calls = redis.call('LRANGE', prefix .. 'lane:' .. lane, 0, -1)
for _, call in ipairs(calls) do
  local isRead, read = pcall(cjson.decode, call)
  if isRead and type(read) == 'table' and type(read.id) == 'string' then
    redis.call('ZREM', prefix .. 'ages', read.id)
    redis.call('SET', prefix .. 'settled:' .. read.id, 'yes', 'PX', ${OWED_KEPT_MS})
  end
end
redis.call('DEL', prefix .. 'lane:' .. lane)
redis.call('ZREM', prefix .. 'lanes', lane)
redis.call('HDEL', prefix .. 'tried', lane)
return #calls
`;

/** KEYS: prefix. Returns the number of owed calls, and since when the oldest is owed. */
export const OWED = `
local oldest = redis.call('ZRANGE', KEYS[1] .. 'ages', 0, 0, 'WITHSCORES')
return {redis.call('ZCARD', KEYS[1] .. 'ages'), oldest[2] or ''}
`;
