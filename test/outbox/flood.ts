/** The real deliverer and the real adapters, through networks and platforms at their worst. */
import { v7 } from 'uuid'
import { expect, onTestFinished } from 'vitest'
import { type Channel, conversationOf, type Outbound, type Receive } from '../../src/channel.ts'
import { put } from '../../src/store/put.ts'
import { type Bot, openBot } from '../contract/bot.ts'
import { paced } from './paced.ts'
import type { Open } from './platforms.ts'

const CONVERSATIONS = 500
const EACH = 20
/** A question is answered once it is there; and in the middle some conversations end. */
const STAGES = [
  [0, 4],
  [4, 9],
  [9, 14],
  [14, 19],
  [19, 20],
] as const
const END = 9
const ENDING = 10

interface Queued {
  key: string
  id: string
  content: Outbound
}

/** What one conversation gets: words, and every fifth time a question that is then answered in place. */
function script(key: string): Queued[] {
  let asked = ''
  return Array.from({ length: EACH }, (_, n): Queued => {
    const id = v7()
    if (n % 5 < 3) return { key, id, content: { kind: 'text', text: `${n}.`, locale: 'en' } }
    const prompt: Outbound = {
      kind: 'prompt',
      text: `${n - (n % 5) + 3}.`,
      choices: [{ id: 'yes', label: 'Yes' }],
      layout: 'list',
      locale: 'en',
    }
    if (n % 5 === 4) return { key, id, content: { ...prompt, answered: 'yes', edits: asked } }
    asked = id
    return { key, id, content: prompt }
  })
}
const shownUpTo = (end: number): number[] => Array.from({ length: end }, (_, n) => n).filter((n) => n % 5 !== 4)

/** Records messages, and puts them in the outbox. */
async function queue({ database }: Bot, channel: Channel, messages: Queued[], at: string): Promise<void> {
  const about = { customer_id: null, dialog_id: null, question: null, task_id: null }
  const rows = messages.map(({ key, id, content }) => ({
    id,
    lane: conversationOf(channel.name, { key }),
    content,
    edits: content.edits ?? null,
  }))
  await database.run([
    put(
      'message',
      rows.map(({ lane, ...row }) => ({ ...row, conversation: lane, direction: 'out', ...about, at })),
    ),
    put(
      'outbox',
      rows.map(({ id, lane }) => ({ id, kind: 'message', lane, due_at: at, attempts: 0 })),
    ),
  ])
}

/** A lane goes on when its first row is due. */
const HEADS = `select min(due_at) as at
  from (select distinct on (lane) due_at from outbox where dead_at is null order by lane, seq) as head`

/** Lets time pass until nothing is left to be sent. */
async function empty({ deliverer, rows }: Bot, clock: { now: number }): Promise<void> {
  for (;;) {
    await deliverer.drain()
    const [next] = await rows<{ at: string | null }>(HEADS)
    if (!next?.at) return
    clock.now = Math.max(clock.now, Date.parse(next.at))
  }
}

/** Each platform has a test file of its own, so that the two go side by side: alone, one takes some 20 s. */
export async function flood(open: Open): Promise<void> {
  let receive: Receive = async () => ({ outcome: 'done' })
  let hung = (): void => undefined
  const platform = await open({
    seed: 20_260_302,
    share: 0.06,
    count: CONVERSATIONS,
    receive: (inbound) => receive(inbound),
    hung: () => hung(),
  })
  onTestFinished(platform.close)
  const { channel, clock, conversations } = platform
  const through = paced(channel, clock)
  hung = through.hung
  const bot = await openBot({ channels: [through], now: () => clock.now, allowed: through.allowed })
  onTestFinished(bot.close)
  receive = bot.receive

  const scripts = new Map(conversations.map(({ key }) => [key, script(key)]))
  const ending = conversations.slice(0, ENDING)
  for (const each of ending) await each.come()
  await empty(bot, clock)
  const greeted = new Map(conversations.map(({ key, lines }) => [key, lines().length])) // who comes is told what is open
  for (const [from, to] of STAGES) {
    if (from === END) for (const each of ending) each.end()
    const messages = [...scripts.values()].flatMap((all) => all.slice(from, to))
    await queue(bot, channel, messages, new Date(clock.now).toISOString())
    await empty(bot, clock)
  }

  expect(bot.errors).toEqual([])
  expect(platform.floods()).toBe(0)
  expect(platform.faults()).toBeGreaterThan(400)
  for (const conversation of conversations) {
    const messages = scripts.get(conversation.key) ?? []
    const end = ending.includes(conversation) ? END : EACH
    const lines = conversation.lines().slice(greeted.get(conversation.key))
    const numbers = lines.map(({ words }) => Number.parseInt(words, 10))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect([...new Set(numbers)]).toEqual(shownUpTo(end))
    for (const n of shownUpTo(end)) {
      const doubts = (through.outcomes.get(messages[n]?.id ?? '') ?? []).filter((status) => status === 'unknown')
      expect(numbers.filter((each) => each === n).length).toBeLessThanOrEqual(1 + doubts.length)
    }
    const answered = lines.filter(({ words }) => words.includes('✓ Yes'))
    expect(answered).toHaveLength(messages.slice(0, end).filter(({ content }) => content.edits).length)
    expect(answered.every(({ buttons }) => buttons === 0)).toBe(true)
  }

  const dead = await bot.rows<{ lane: string; reason: string }>('select lane, reason from outbox')
  // Where the person can still be reached, what only retires a message that never arrived has nothing left to do.
  const lost = ending.flatMap(({ key }) => {
    const messages = scripts.get(key) ?? []
    const late = new Set(messages.slice(END).map(({ id }) => id))
    return messages.slice(END).filter(({ content: { edits } }) => platform.unreachable || !late.has(edits ?? ''))
  })
  expect(dead).toHaveLength(lost.length)
  expect(new Set(dead.map(({ lane }) => lane))).toEqual(new Set(ending.map(({ key }) => `${channel.name}:${key}`)))
  expect(new Set(dead.map(({ reason }) => reason))).toEqual(new Set(platform.reasons))
  const [blocked] = await bot.rows<{ count: number }>("select count(*)::int from contact where state = 'blocked'")
  expect(blocked?.count).toBe(platform.unreachable ? ending.length : 0)
}
