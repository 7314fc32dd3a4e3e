/** A bot without a platform: real turns, a real record, a driven clock, and a channel that keeps what it is given. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Trigger } from '../../src/asking/trigger.ts'
import { type Address, type Delivery, type Inbound, type Outbound, type Receipt, token } from '../../src/channel.ts'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { root } from '../../src/root.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Statement } from '../../src/store/prepare.ts'
import { syncStaff } from '../../src/store/staff.ts'
import type { Asked } from '../../src/turn/ask.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { capabilities } from '../capabilities.ts'
import { freshDatabase } from '../database.ts'

const START = '2026-03-02T09:00:00.000Z'
const MINUTE = 60_000

export interface Sent {
  id: string
  to: string
  content: Outbound
}

export type Stand = Awaited<ReturnType<typeof stand>>

export interface StandOptions {
  /** What the platform answers; by default that it has it. */
  deliver?: (sent: Sent, to: Address) => Delivery
  url?: string
  connections?: number
}

/** Staff as in afterword.yaml beside this file: anna and bo (agents of refunds), lin (its lead, reads Chinese), max (manager). */
export async function stand(options: StandOptions = {}) {
  const fresh = options.url === undefined ? await freshDatabase() : null
  const url = options.url ?? fresh?.url ?? ''
  const database = openDatabase(url, { connections: options.connections ?? 8, onError: (error) => errors.push(error) })
  const errors: unknown[] = []
  onTestFinished(async () => {
    await deliverer.stop()
    await database.close()
    await fresh?.drop()
  })
  const config = { ...loadConfig({ AFTERWORD_CONFIG: join(root, 'test/turn/afterword.yaml') }, root) }
  await syncStaff(database, config.staff)
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const setting = {
    config,
    flows: catalogue(flows),
    staff: await openDirectory(database, 'en'),
    channels: new Map([['test', { capabilities }]]),
  }

  let time = Date.parse(START)
  const sent: Sent[] = []
  const send = async (to: Address, content: Outbound, key: { id: string }): Promise<Delivery> => {
    const message = { id: key.id, to: to.key, content }
    const delivery = options.deliver?.(message, to) ?? { status: 'sent' as const }
    if (delivery.status === 'sent') sent.push(message)
    return delivery
  }
  const turns = createTurns({
    database,
    setting,
    now: () => new Date(time).toISOString(),
    nudge: () => undefined,
    onFailure: (error) => errors.push(error),
  })
  const deliverer = createDeliverer({
    database,
    channels: new Map([['test', { capabilities, send }]]),
    now: () => time,
    allowed: async () => undefined,
    fire: turns.fire,
    undelivered: turns.undelivered,
    onError: (error) => errors.push(error),
  })

  let made = 0
  const inbound = (who: string, body: Inbound['body'], key = `event-${++made}`): Inbound => ({
    channel: 'test',
    key,
    from: { user: who, address: { key: who } },
    body,
  })
  const receive = async (event: Inbound): Promise<Receipt> => {
    const receipt = await turns.receive(event)
    await deliverer.drain()
    return receipt
  }
  /** What a person has before them: the newest of each message, without those that were replaced. */
  const screen = (who: string): Sent[] => {
    const replaced = new Map<string, Sent>()
    for (const message of sent) if (message.to === who) replaced.set(message.content.edits ?? message.id, message)
    return [...replaced.values()]
  }
  const find = (who: string, choice: string): Sent => {
    const found = screen(who).findLast(
      ({ content }) => 'choices' in content && content.choices.some(({ id }) => id === choice),
    )
    if (!found) throw new Error(`${who} has no choice ${choice}`)
    return found
  }

  async function rows<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    const statement: Statement<Row> = { name: '', text, values }
    const [found] = await database.run([statement])
    return found
  }

  return {
    config,
    database,
    deliverer,
    errors,
    inbound,
    receive,
    screen,
    sent,
    setting,
    turns,
    url,
    /** Lets time pass, and fires what comes due on the way, in its order. */
    async wait(minutes: number): Promise<void> {
      const end = time + minutes * MINUTE
      for (;;) {
        const [next] = await rows<{ at: string | null }>(`select min(due_at) as at from outbox o where dead_at is null
            and not exists (select 1 from outbox e where e.lane = o.lane and e.seq < o.seq and e.dead_at is null)`)
        const due = next?.at ? Date.parse(next.at) : Number.POSITIVE_INFINITY
        if (due > end) break
        time = Math.max(time, due)
        await deliverer.drain()
      }
      time = end
      await deliverer.drain()
    },
    at: () => new Date(time).toISOString(),
    /** A service of Anna's for refunds has ended. */
    async ask(customer: string, more: Partial<Trigger> = {}): Promise<Asked> {
      const asked = await turns.ask({
        id: `interaction-${++made}`,
        endedAt: new Date(time - MINUTE).toISOString(),
        customer: { id: `id-${customer}`, channel: 'test', address: customer },
        agent: { id: 'anna', name: 'Anna' },
        team: 'refunds',
        ...more,
      })
      await deliverer.drain()
      return asked
    },
    say: (who: string, text: string) => receive(inbound(who, { kind: 'text', text })),
    /** Presses the newest message that offers this choice. */
    press: (who: string, choice: string) =>
      receive(inbound(who, { kind: 'press', token: token(find(who, choice).id, choice) })),
    fill: (who: string, choice: string, values: Record<string, string>) => {
      const card = screen(who).findLast(({ content }) => content.kind === 'card')
      return receive(inbound(who, { kind: 'form', token: token(card?.id ?? '', choice), values }))
    },
    find,
    /** The newest thing said to a person. */
    last: (who: string) => screen(who).at(-1)?.content,
    rows,
  }
}

/** The same, where Mei has complained and may be contacted, and Anna has the task. */
export async function claimed(options: StandOptions = {}) {
  const bot = await stand(options)
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  await bot.press('anna', 'claim')
  return bot
}
