import type { Redis } from 'ioredis'
import { z } from 'zod'
import { type Full, type Ledger, type Limit, ON_ITS_WAY } from './ledger.ts'

/**
 * A limit is a sorted set of messages by the millisecond, on the server's clock, from which they no longer count. The check and the
 * taking are one script, so of two processes that ask for the last place one gets it. A library's fixed windows will not do here: two of them
 * side by side hold twice the budget, and rate-limiter-flexible on Redis rounds a window down to whole seconds.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local full, wait = 0, 0
for i, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  redis.call('ZREM', key, ARGV[1])
  local over = redis.call('ZCARD', key) - ARGV[2 * i]
  if over >= 0 then
    local free = redis.call('ZRANGE', key, over, over, 'WITHSCORES')[2] - now
    if free > wait then full, wait = i, free end
  end
end
if full > 0 then return { full, wait } end
for i, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ARGV[2 * i + 1], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2 * i + 1])
end
return { 0, 0 }`

const ARRIVED = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for i, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ARGV[i + 1], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[i + 1] + ${ON_ITS_WAY})
end`

const answer = z.tuple([z.number(), z.number()])

/** The account of all processes on one Redis. `take` throws when Redis cannot be asked. Keys begin with `prefix`. */
export function redisLedger(redis: Redis, prefix: string): Ledger {
  const keys = (limits: Limit[]) => limits.map(({ key }) => `${prefix}:sent:${key}`)
  return {
    async take(limits, message): Promise<Full | null> {
      const figures = limits.flatMap(({ count, per }) => [count, per + ON_ITS_WAY])
      const [full, wait] = answer.parse(await redis.eval(TAKE, limits.length, ...keys(limits), message, ...figures))
      const limit = limits[full - 1]
      return limit ? { limit, wait } : null
    },
    arrived(limits, message) {
      const pers = limits.map(({ per }) => per)
      // When it is not told, the place comes back a few seconds later by itself.
      redis.eval(ARRIVED, limits.length, ...keys(limits), message, ...pers).catch(() => undefined)
    },
  }
}
