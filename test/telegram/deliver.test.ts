import { join } from 'node:path'
import { v7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { conversationOf, type Outbound } from '../../src/channel.ts'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { root } from '../../src/root.ts'
import { openDatabase } from '../../src/store/database.ts'
import { put } from '../../src/store/put.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { freshDatabase } from '../database.ts'
import { paced } from './paced.ts'
import { standTelegram } from './stand.ts'
import { seededFaults } from './stand-in/faults.ts'

/** A bot with a record, whose messages go through the real deliverer and the real adapter to the stand-in. */
async function bot(faults: Parameters<typeof standTelegram>[0]) {
  const stand = await standTelegram({ ...faults, receive: (event) => turns.receive(event) })
  const { state, channel } = stand
  const fresh = await freshDatabase()
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const database = openDatabase(fresh.url, { connections: 8, onError })
  const config = loadConfig({ AFTERWORD_CONFIG: join(root, 'test/turn/afterword.yaml') }, root)
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root)
  const channels = new Map([[channel.name, channel]])
  const setting = { config, flows: catalogue(flows), staff: await openDirectory(database, 'en'), channels }
  const instant = () => new Date(state.now).toISOString()
  const turns = createTurns({ database, setting, now: instant, nudge: () => undefined, onFailure: onError })
  const through = paced(channel, state)
  const { fire, undelivered } = turns
  const deliverer = createDeliverer({
    database,
    channels: new Map([[channel.name, through]]),
    now: () => state.now,
    allowed: through.allowed,
    fire,
    undelivered,
    onError,
  })
  onTestFinished(async () => {
    await stand.end()
    await deliverer.stop()
    await database.close()
    await fresh.drop()
  })
  const rows = async <Row>(text: string): Promise<Row[]> => {
    const [found] = await database.run([{ name: '', text, values: [] as unknown[] }])
    return JSON.parse(JSON.stringify(found))
  }
  return {
    ...stand,
    errors,
    rows,
    /** Records messages, and puts them in the outbox. */
    async queue(messages: { chat: number; id: string; content: Outbound }[]): Promise<void> {
      const about = { customer_id: null, dialog_id: null, question: null, task_id: null }
      const at = instant()
      const lane = (chat: number) => conversationOf(channel.name, { key: String(chat) })
      await database.run([
        put(
          'message',
          messages.map(({ chat, id, content }) => ({
            id,
            conversation: lane(chat),
            direction: 'out',
            ...about,
            content,
            edits: content.edits ?? null,
            at,
          })),
        ),
        put(
          'outbox',
          messages.map(({ chat, id }) => ({ id, kind: 'message', lane: lane(chat), due_at: at, attempts: 0 })),
        ),
      ])
    },
    /** Lets time pass until nothing is left to be sent. */
    async empty(): Promise<void> {
      for (;;) {
        await deliverer.drain()
        const [next] = await rows<{ at: string | null }>(HEADS)
        if (!next?.at) return
        state.now = Math.max(state.now, Date.parse(next.at))
      }
    },
  }
}

/** A lane goes on when its first row is due. */
const HEADS = `select min(due_at) as at
  from (select distinct on (lane) due_at from outbox where dead_at is null order by lane, seq) as head`

const CHATS = 100
const EACH = 20
/** A question is answered once it is there; and in the middle some block the bot. */
const STAGES = [
  [0, 4],
  [4, 9],
  [9, 14],
  [14, 19],
  [19, 20],
] as const
const BLOCKED_FROM = 9
const text = (words: string): Outbound => ({ kind: 'text', text: words, locale: 'en' })

/** What one chat gets: words, and every fifth time a question that is then answered in place. */
function script(chat: number): { chat: number; id: string; content: Outbound }[] {
  let asked = { id: '', content: text('') }
  return Array.from({ length: EACH }, (_, n) => {
    const id = v7()
    const choices = [{ id: 'yes', label: 'Yes' }]
    const prompt: Outbound = { kind: 'prompt', text: `${n}.`, choices, layout: 'list', locale: 'en' }
    if (n % 5 === 4)
      return {
        chat,
        id,
        content: {
          ...prompt,
          text: asked.content.kind === 'prompt' ? asked.content.text : '',
          answered: 'yes',
          edits: asked.id,
        },
      }
    if (n % 5 === 3) asked = { id, content: prompt }
    return { chat, id, content: n % 5 === 3 ? prompt : text(`${n}.`) }
  })
}
const PUT = Array.from({ length: EACH }, (_, n) => n).filter((n) => n % 5 !== 4)

test('2,000 messages through a bad network: each arrives or is rejected with its reason, in order, within the budgets', {
  timeout: 120_000,
}, async () => {
  const { telegram, queue, empty, rows, errors } = await bot({
    fault: seededFaults(20_260_302, 0.06),
    deps: { patience: 150 },
  })
  const people = Array.from({ length: CHATS }, () => telegram.person())
  for (const person of people) await telegram.updates.post(JSON.stringify(person.open()))
  const gone = people.slice(0, 5)
  const all = people.map(({ id }) => script(id))
  for (const [from, to] of STAGES) {
    if (from === BLOCKED_FROM) for (const person of gone) person.block()
    await queue(all.flatMap((messages) => messages.slice(from, to)))
    await empty()
  }

  expect(errors).toEqual([])
  expect(telegram.limits.floods).toBe(0)
  for (const person of people) {
    const words = person.screen().map((kept) => Number.parseInt(kept.text, 10))
    const firsts = [...new Set(words)]
    const due = gone.includes(person) ? PUT.filter((n) => n < BLOCKED_FROM) : PUT
    expect(firsts).toEqual(due) // all of them, in their order; a repeat after a lost answer comes behind its first
    const retired = person.screen().filter((kept) => kept.text.includes('✓ Yes'))
    expect(retired).toHaveLength(due.filter((n) => n % 5 === 3).length - (gone.includes(person) ? 1 : 0))
    expect(retired.every((kept) => kept.rows.length === 0)).toBe(true)
  }
  const dead = await rows<{ lane: string; reason: string }>('select lane, reason from outbox')
  expect(dead).toHaveLength(gone.length * (EACH - BLOCKED_FROM))
  expect(new Set(dead.map(({ lane }) => lane))).toEqual(new Set(gone.map(({ id }) => `telegram:${id}`)))
  expect(new Set(dead.map(({ reason }) => reason))).toEqual(
    new Set(['403 Forbidden: bot was blocked by the user', 'blocked']),
  )
  const contacts = await rows<{ count: number }>("select count(*)::int from contact where state = 'blocked'")
  expect(contacts).toEqual([{ count: gone.length }])
})
