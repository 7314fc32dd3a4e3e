import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Budget } from '../../src/channel.ts'
import { allowance } from '../../src/fleet/budget.ts'
import { memoryLedger } from '../../src/fleet/ledger.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** When each message of each conversation left, in milliseconds; a conversation sends one after another. */
async function leave(budgets: Budget[], lanes: Record<string, number>): Promise<{ lane: string; at: number }[]> {
  const allowed = allowance('telegram', budgets, memoryLedger())
  const left: { lane: string; at: number }[] = []
  const all = Object.entries(lanes).map(async ([lane, count]) => {
    for (let n = 0; n < count; n++) {
      const arrived = await allowed.next(lane)
      arrived()
      left.push({ lane, at: Date.now() })
    }
  })
  let over = false
  void Promise.all(all).then(() => {
    over = true
  })
  while (!over) await vi.advanceTimersByTimeAsync(1)
  return left
}

/** The most that fell into any `per` milliseconds. */
const most = (times: number[], per: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + per).length))

const CHANNEL: Budget = { scope: 'channel', count: 30, per: 1_000 }
const CHAT: Budget = { scope: 'conversation', count: 1, per: 1_000 }
const GROUP: Budget = { scope: 'conversation', count: 20, per: 60_000, prefix: '-' }

test('a group has its own budget beside that of every chat', async () => {
  const left = await leave([CHANNEL, CHAT, GROUP], { 'telegram:-100': 25, 'telegram:7': 25 })
  const of = (lane: string) => left.filter((message) => message.lane === lane).map(({ at }) => at)
  expect(most(of('telegram:-100'), 60_000)).toBe(20)
  expect(most(of('telegram:7'), 1_000)).toBe(1)
  expect(of('telegram:7').at(-1)).toBeLessThan(26_000)
})

test('in no second leaves more than the channel allows', async () => {
  const lanes = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`telegram:${n}`, 1]))
  const left = await leave([CHANNEL, CHAT], lanes)
  const times = left.map(({ at }) => at)
  expect(most(times, 1_000)).toBe(30)
  expect(times.at(-1)).toBeLessThan(3_600)
})

test('a message held up by the channel still keeps its distance to the next of its conversation', async () => {
  const crowd = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`telegram:${n}`, 3]))
  const left = await leave([CHANNEL, CHAT], crowd)
  for (const lane of Object.keys(crowd)) {
    const times = left.filter((message) => message.lane === lane).map(({ at }) => at)
    expect(most(times, 1_000)).toBe(1)
  }
})
