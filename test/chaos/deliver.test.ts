import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { stand } from '../turn/stand.ts'
import { createDice, type Dice } from './dice.ts'
import { leasesEnd } from './hours.ts'
import { launch } from './process.ts'
import { KILLS, SEED } from './scene.ts'
import { withClient } from './sound.ts'

const arrival = z.object({ to: z.string(), id: z.string() })

/** The share of messages that the platform does not take at first: those behind them have to wait. */
const REFUSED = 0.03

/** A platform that keeps what arrives, and tells when so much has. */
async function platform(dice: Dice) {
  let refuses = true
  const arrived: z.infer<typeof arrival>[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    const message = arrival.parse(JSON.parse(await text(request)))
    if (refuses && dice.chance(REFUSED)) return void response.writeHead(503).end()
    arrived.push(message)
    for (const look of [...waiting]) look()
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    arrived,
    url: `http://127.0.0.1:${address.port}/`,
    /** From now on it takes everything. */
    recovers: () => {
      refuses = false
    },
    after: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (arrived.length >= count) resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

test('a deliverer that is killed again and again sends every message at least once, each conversation in order', {
  timeout: 90_000 + KILLS.deliverer * 30_000,
}, async () => {
  const bot = await stand()
  const dice = createDice(SEED)
  const there = await platform(dice)
  const customers = Array.from({ length: 60 }, (_, i) => `c${i}`)
  const greet = () =>
    Promise.all(customers.map((who) => bot.turns.receive(bot.inbound(who, { kind: 'text', text: 'hello' }))))

  for (let kill = 1; kill <= KILLS.deliverer; kill++) {
    await greet()
    await greet()
    const child = await launch('deliverer', { DATABASE_URL: bot.url, PLATFORM_URL: there.url })
    onTestFinished(() => child.kill())
    await Promise.race([there.after(there.arrived.length + dice.among(10, 90)), child.failure])
    await child.kill()
    await withClient(bot.url, leasesEnd)
  }
  there.recovers()
  await bot.rows('update outbox set due_at = $1', [bot.at()]) // what was put off is due again, as it would be in time
  const last = await launch('deliverer', { DATABASE_URL: bot.url, PLATFORM_URL: there.url })
  onTestFinished(() => last.kill())
  const left = () => bot.rows('select id from outbox')
  await expect.poll(left, { timeout: 20_000, interval: 50 }).toEqual([])
  await last.kill()

  const sent = await bot.rows<{ to: string; id: string }>(
    "select substr(conversation, 6) as to, id from message where direction = 'out' order by seq",
  )
  for (const who of customers) {
    const first = [...new Set(there.arrived.filter(({ to }) => to === who).map(({ id }) => id))]
    expect(first).toEqual(sent.filter(({ to }) => to === who).map(({ id }) => id))
  }
})
