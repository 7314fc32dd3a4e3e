/** What becomes of shared limits when Redis is lost; what they do while it is there stands in the contract. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fleet } from '../../src/fleet/fleet.ts'
import { redisFleet } from '../../src/fleet/redis.ts'
import { redisServer } from '../requirements.ts'
import { openRedis, type RedisServer } from './redis-server.ts'

const binary = redisServer('limits that lose their Redis')

describe.skipIf(binary === null)('limits on Redis', () => {
  let server: RedisServer
  let fleets: Fleet[]
  beforeEach(async () => {
    server = await openRedis(binary ?? '')
    const join = () => redisFleet({ url: server.url, prefix: 'test', processes: 2, onChange: () => undefined })
    fleets = [await join(), await join()]
  })
  afterEach(async () => {
    for (const fleet of fleets) await fleet.close()
    await server.kill()
  })

  test.each([
    ['is killed', () => server.kill()],
    ['hangs', async () => void server.hang()],
  ])('when it %s each process counts for itself, and nobody is refused because of it', async (_, lose) => {
    const [a, b] = fleets.map((fleet) => fleet.limiter('test', 2))
    if (!a || !b) throw new Error('two processes')
    for (const limiter of [a, b]) expect(await limiter.take('one')).toBeNull()
    expect(await a.take('one')).toBeGreaterThan(0)
    await lose()
    const began = Date.now()
    for (const limiter of [a, b, a, b]) expect(await limiter.take('one')).toBeNull()
    for (const limiter of [a, b]) expect(await limiter.take('one')).toBeGreaterThan(0)
    await a.giveBack('one')
    expect(Date.now() - began).toBeLessThan(4_000)
  })
})
