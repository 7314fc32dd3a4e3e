// A deliverer as a process of its own, for tests that kill it: empties the outbox of DATABASE_URL into a platform at PLATFORM_URL.
import { z } from 'zod'
import type { Delivery } from '../../src/channel.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { openDatabase } from '../../src/store/database.ts'
import { capabilities } from '../capabilities.ts'

const env = z.object({ DATABASE_URL: z.string(), PLATFORM_URL: z.string() }).parse(process.env)
const onError = (error: unknown) => console.error(error)

const deliverer = createDeliverer({
  database: openDatabase(env.DATABASE_URL, { connections: 4, onError }),
  channels: new Map([['test', { capabilities, send }]]),
  now: Date.now,
  allowed: async () => undefined,
  fire: async () => undefined,
  undelivered: async () => undefined,
  onError,
})
deliverer.nudge()
deliverer.start(100)
process.stdout.write(`${JSON.stringify({ url: env.PLATFORM_URL })}\n`)

async function send(to: { key: string }, _: object, { id }: { id: string }): Promise<Delivery> {
  const response = await fetch(env.PLATFORM_URL, { method: 'POST', body: JSON.stringify({ to: to.key, id }) })
  return response.ok ? { status: 'sent' } : { status: 'unknown', reason: `${response.status}` }
}
