/**
 * Owed calls in Redis: `lanes` holds each lane by the time at which its first call is due, `ages` each
 * call by the time since when it is owed, and a list for each lane the calls themselves. Every script
 * gets the common start of the keys, which is in braces and so in one place of a cluster.
 */

/** All that is owed ends after an hour, should no replica be left to let it go. */
const KEPT_MS = 60 * 60_000;
/** A replica that takes a lane and dies holds it up for so long; longer than a call may take. */
const LEASE_MS = 15_000;

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** KEYS: start. ARGV: lane, id, call, in how many ms it is due. */
export const ADD = `${NOW}
local start, lane, id = KEYS[1], ARGV[1], ARGV[2]
if redis.call('EXISTS', start .. 'settled:' .. id) == 1 then return end
if redis.call('ZADD', start .. 'ages', 'NX', now, id) == 0 then return end
redis.call('RPUSH', start .. 'lane:' .. lane, ARGV[3])
redis.call('ZADD', start .. 'lanes', 'NX', now + ARGV[4], lane)
for _, key in ipairs({'ages', 'lanes', 'lane:' .. lane}) do
  redis.call('PEXPIRE', start .. key, ${KEPT_MS})
end
`;

/** KEYS: start. ARGV: lane, id, call. Whether it was added as taken: its lane has to be empty. */
export const ADD_TAKEN = `${NOW}
local start, lane, id = KEYS[1], ARGV[1], ARGV[2]
if redis.call('EXISTS', start .. 'lane:' .. lane, start .. 'settled:' .. id) > 0 then return 'no' end
redis.call('ZADD', start .. 'ages', now, id)
redis.call('RPUSH', start .. 'lane:' .. lane, ARGV[3])
redis.call('ZADD', start .. 'lanes', now + ${LEASE_MS}, lane)
redis.call('HSET', start .. 'tried', lane, 'yes')
for _, key in ipairs({'ages', 'lanes', 'tried', 'lane:' .. lane}) do
  redis.call('PEXPIRE', start .. key, ${KEPT_MS})
end
return 'yes'
`;

/** KEYS: start. The first call of a lane that is due, whether somebody died trying it, and the lane. */
export const TAKE = `${NOW}
local start = KEYS[1]
while true do
  local lane = redis.call('ZRANGEBYSCORE', start .. 'lanes', '-inf', now, 'LIMIT', 0, 1)[1]
  if not lane then return end
  local call = redis.call('LINDEX', start .. 'lane:' .. lane, 0)
  if call then
    redis.call('ZADD', start .. 'lanes', now + ${LEASE_MS}, lane)
    local wasTried = redis.call('HSET', start .. 'tried', lane, 'yes') == 0
    redis.call('PEXPIRE', start .. 'tried', ${KEPT_MS})
    return {call, wasTried and 'yes' or 'no', lane}
  end
  redis.call('ZREM', start .. 'lanes', lane)
end
`;

/** KEYS: start. ARGV: lane, call as it was taken, as it is now, in how many ms it is due. */
export const POSTPONE = `${NOW}
local start, lane = KEYS[1], ARGV[1]
if redis.call('LINDEX', start .. 'lane:' .. lane, 0) ~= ARGV[2] then return end
redis.call('LSET', start .. 'lane:' .. lane, 0, ARGV[3])
redis.call('HDEL', start .. 'tried', lane)
redis.call('ZADD', start .. 'lanes', now + ARGV[4], lane)
`;

/** KEYS: start. ARGV: lane, call as it was taken, id, what stood for the message, the message's id. */
export const REMOVE = `${NOW}
local start, lane, id = KEYS[1], ARGV[1], ARGV[3]
redis.call('SET', start .. 'settled:' .. id, 'yes', 'PX', ${KEPT_MS})
if ARGV[5] ~= '' then
  redis.call('SET', start .. 'message:' .. ARGV[4], ARGV[5], 'PX', ${KEPT_MS})
end
redis.call('ZREM', start .. 'ages', id)
if redis.call('LINDEX', start .. 'lane:' .. lane, 0) ~= ARGV[2] then return end
redis.call('LPOP', start .. 'lane:' .. lane)
redis.call('HDEL', start .. 'tried', lane)
if redis.call('LLEN', start .. 'lane:' .. lane) == 0 then
  redis.call('ZREM', start .. 'lanes', lane)
else
  redis.call('ZADD', start .. 'lanes', now, lane)
end
`;

/** KEYS: start. How many calls are owed, and since when the oldest of them. */
export const OWED = `
local oldest = redis.call('ZRANGE', KEYS[1] .. 'ages', 0, 0, 'WITHSCORES')
return {redis.call('ZCARD', KEYS[1] .. 'ages'), oldest[2] or ''}
`;
