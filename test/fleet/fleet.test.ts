import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import { memoryFleet } from '../../src/fleet/fleet.ts'
import { redisFleet } from '../../src/fleet/redis.ts'
import { redisServer } from '../requirements.ts'
import { fleetContract } from './contract.ts'
import { openRedis, type RedisServer } from './redis-server.ts'

fleetContract('in memory', async () => {
  const fleet = memoryFleet()
  return { processes: [fleet], close: fleet.close }
})

const binary = redisServer('the fleet on Redis')
describe.skipIf(binary === null)('on Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await openRedis(binary ?? '')
  })
  afterAll(() => server.kill())

  fleetContract('two processes', async () => {
    const prefix = `{${randomUUID()}}`
    const open = () => redisFleet({ url: server.url, prefix, processes: 2, onChange: () => undefined })
    const processes = await Promise.all([open(), open()])
    return {
      processes,
      close: async () => {
        for (const each of processes) await each.close()
      },
    }
  })
})
