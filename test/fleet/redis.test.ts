/** What becomes of several processes when Redis is lost, hangs, comes back empty, or was never there. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Budget } from '../../src/channel.ts'
import { allowance } from '../../src/fleet/budget.ts'
import type { Fleet } from '../../src/fleet/fleet.ts'
import { redisFleet } from '../../src/fleet/redis.ts'
import { redisServer } from '../requirements.ts'
import { most, PATIENCE, send } from './contract.ts'
import { openRedis, type RedisServer } from './redis-server.ts'

const binary = redisServer('a fleet that loses its Redis')
const BUDGETS: Budget[] = [
  { scope: 'channel', count: 10, per: 400 },
  { scope: 'conversation', count: 1, per: 400 },
]

describe.skipIf(binary === null)('Redis', () => {
  let server: RedisServer
  let fleets: Fleet[]
  const changes: string[] = []

  async function join(url = server.url, prefix = 'test'): Promise<Fleet> {
    const onChange = (lost: string | null) => void changes.push(lost ?? 'reached')
    const fleet = await redisFleet({ url, prefix, processes: 2, onChange })
    fleets.push(fleet)
    return fleet
  }
  beforeEach(async () => {
    fleets = []
    changes.length = 0
    server = await openRedis(binary ?? '')
  })
  afterEach(async () => {
    for (const fleet of fleets) await fleet.close()
    await server.kill()
  })

  const connected = (is: boolean) =>
    expect
      .poll(() => fleets.map((fleet) => fleet.connected()), { interval: 10, timeout: PATIENCE })
      .toEqual(fleets.map(() => is))

  /** Messages of `each` process to conversations of its own, and when the platform counted them. */
  async function flood(each: number, counted: { of: string; at: number }[] = []): Promise<typeof counted> {
    const lanes = (n: number) => Array.from({ length: 10 }, (_, lane) => `test:${n}-${lane}`)
    await Promise.all(
      fleets.map((fleet, n) =>
        send(
          allowance('test', BUDGETS, fleet.ledger),
          lanes(n),
          each / 10,
          (of) => void counted.push({ of, at: Date.now() }),
        ),
      ),
    )
    return counted
  }

  function keepsBudgets(counted: { of: string; at: number }[]): void {
    const times = (of?: string) => counted.filter((each) => of === undefined || each.of === of).map(({ at }) => at)
    expect(most(times(), 400)).toBeLessThanOrEqual(10)
    for (const of of new Set(counted.map((each) => each.of))) expect(most(times(of), 400)).toBe(1)
  }

  test('is killed and comes back empty, twice, while two processes send: together they stay within every budget, and all is sent', async () => {
    await join()
    await join()
    const counted: { of: string; at: number }[] = []
    const flooded = flood(100, counted)
    const more = async (count: number) => {
      const enough = counted.length + count
      await expect.poll(() => counted.length, { interval: 10, timeout: PATIENCE }).toBeGreaterThanOrEqual(enough)
    }
    for (let kill = 0; kill < 2; kill++) {
      await more(20)
      await server.kill()
      await connected(false)
      await more(10) // without it
      await server.start()
      await connected(true)
    }
    await flooded
    expect(counted).toHaveLength(200)
    keepsBudgets(counted)
    expect(changes.slice(0, 4)).toEqual(['reached', 'reached', 'closed', 'closed'])
  })

  test('is killed while it is asked something: a connection that breaks is told in the same word as one that closes', async () => {
    const fleet = await join()
    await connected(true)
    server.hang()
    const asked = fleet.ledger.take([{ scope: 'channel', key: 'test', count: 1, per: 400 }], 'a message')
    await new Promise((sent) => setImmediate(sent))
    await server.kill()
    await connected(false)
    await asked
    expect(changes).toEqual(['reached', 'closed'])
  })

  test('is lost when one of two has just sent all that the channel allows: the other waits that out', async () => {
    const [a, b] = [await join(), await join()]
    const budgets: Budget[] = [{ scope: 'channel', count: 10, per: 2_000 }]
    const times: number[] = []
    const conversations = (of: string) => Array.from({ length: 10 }, (_, n) => `test:${of}${n}`)
    await send(allowance('test', budgets, a.ledger), conversations('a'), 1, () => void times.push(Date.now()))
    await server.kill()
    await connected(false)
    await send(allowance('test', budgets, b.ledger), conversations('b').slice(5), 1, () => void times.push(Date.now()))
    expect(times).toHaveLength(15)
    expect(most(times, 2_000)).toBe(10)
  })

  test('hangs: nobody waits longer than a second for it, and each goes on with its share', async () => {
    await join()
    await join()
    const goOn = server.hang()
    const began = Date.now()
    const counted = await flood(10)
    keepsBudgets(counted)
    expect(Date.now() - began).toBeLessThan(10_000)
    goOn()
    await connected(true)
  })

  test('is not there at the start: the process starts, and finds it when it comes', async () => {
    await server.kill()
    const [a, b] = [await join(), await join()]
    keepsBudgets(await flood(10))
    await server.start()
    await connected(true)
    let heard = 0
    b.subscribe('t', () => heard++)
    await expect
      .poll(
        () => {
          a.publish('t')
          return heard
        },
        { interval: 10, timeout: PATIENCE },
      )
      .toBeGreaterThan(0)
  })

  test('comes back: who listens looks once, for what was told meanwhile', async () => {
    const listener = await join()
    await connected(true)
    let looked = 0
    listener.subscribe('web:a', () => looked++)
    await expect.poll(() => looked, { interval: 10, timeout: PATIENCE }).toBeLessThanOrEqual(1) // the first connection may look as well
    const before = looked
    await server.kill()
    await connected(false)
    await server.start()
    await expect.poll(() => looked, { interval: 10, timeout: PATIENCE }).toBeGreaterThan(before)
  })

  test('is shared by two deployments: neither hears the other nor counts its messages', async () => {
    const [a, b] = [await join(server.url, randomUUID()), await join(server.url, randomUUID())]
    await connected(true)
    let heard = 0
    b.subscribe('t', () => heard++)
    a.publish('t')
    const budgets: Budget[] = [{ scope: 'channel', count: 1, per: 3_600_000 }]
    await allowance('test', budgets, a.ledger).next('test:1')
    await allowance('test', budgets, b.ledger).next('test:1')
    expect(heard).toBe(0)
  })

  test('refuses the password: the reason is told in a word, and the process goes on', async () => {
    const reasons: string[] = []
    await server.command('CONFIG SET requirepass another-word')
    const url = server.url.replace('redis://', 'redis://:a-secret-word@')
    const onChange = (lost: string | null) => void reasons.push(lost ?? 'reached')
    fleets.push(await redisFleet({ url, prefix: 'test', processes: 2, onChange }))
    keepsBudgets(await flood(10))
    expect(reasons).toEqual(['WRONGPASS'])
    await server.command('CONFIG SET requirepass a-secret-word', 'another-word')
    await connected(true)
  })
})
