/** What the product relies on in whatever is between its processes: one in memory, several on Redis. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Budget } from '../../src/channel.ts'
import { type Allowance, allowance } from '../../src/fleet/budget.ts'
import type { Fleet } from '../../src/fleet/fleet.ts'
import type { Ledger } from '../../src/fleet/ledger.ts'

/** Milliseconds that something may take which is bound to come: machines are busy. */
export const PATIENCE = 20_000

/** A ledger that tells how often it had no place. */
function watched(ledger: Ledger): { ledger: Ledger; refused(): number } {
  let refused = 0
  return {
    ledger: {
      ...ledger,
      async take(limits, message) {
        const full = await ledger.take(limits, message)
        if (full !== null) refused += 1
        return full
      },
    },
    refused: () => refused,
  }
}

/** The most that fell into any `per` milliseconds. */
export const most = (times: number[], per: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + per).length))

/** Sends `count` messages to each conversation, one after another; the platform counts each before it answers. */
export async function send(
  allowed: Allowance,
  conversations: string[],
  count: number,
  counted: (conversation: string) => Promise<void> | void,
): Promise<void> {
  const lane = async (conversation: string) => {
    for (let n = 0; n < count; n++) {
      const arrived = await allowed.next(conversation)
      await counted(conversation)
      arrived()
    }
  }
  await Promise.all(conversations.map(lane))
}

const named = (count: number, of = 'c'): string[] => Array.from({ length: count }, (_, n) => `test:${of}${n}`)

/** `processes` are as many fleets as there are processes, the same one again where there is only one. */
export function fleetContract(name: string, open: () => Promise<{ processes: Fleet[]; close(): Promise<void> }>): void {
  describe(name, () => {
    let processes: Fleet[] = []
    let close = async (): Promise<void> => undefined
    const fleet = (n: number): Fleet => {
      const [first] = processes
      const found = processes[n] ?? first
      if (!found) throw new Error('no fleet')
      return found
    }
    beforeEach(async () => {
      ;({ processes, close } = await open())
    })
    afterEach(() => close())

    /** Resolves when `fleet` hears what others tell. */
    async function hears(listener: Fleet, teller: Fleet): Promise<void> {
      let heard = false
      const end = listener.subscribe('is anybody there', () => {
        heard = true
      })
      await expect
        .poll(
          () => {
            teller.publish('is anybody there')
            return heard
          },
          { interval: 10, timeout: PATIENCE },
        )
        .toBe(true)
      end()
    }

    test('who listens to a topic hears of it, whichever process tells; nobody else does', async () => {
      await hears(fleet(1), fleet(0))
      await hears(fleet(0), fleet(1))
      const told: string[] = []
      fleet(0).subscribe('web:a', () => told.push('0 a'))
      fleet(1).subscribe('web:a', () => told.push('1 a'))
      fleet(1).subscribe('web:b', () => told.push('1 b'))
      fleet(0).publish('web:a')
      fleet(0).publish('web:尤妮斯 ü')
      await expect.poll(() => [...told].sort(), { interval: 10, timeout: PATIENCE }).toEqual(['0 a', '1 a'])
      fleet(1).publish('web:b')
      await expect.poll(() => told.includes('1 b'), { interval: 10, timeout: PATIENCE }).toBe(true)
      expect(told).toHaveLength(3)
    })

    test('who has ended the subscription hears no more, and the others still do', async () => {
      await hears(fleet(1), fleet(0))
      let kept = 0
      let ended = 0
      fleet(1).subscribe('t', () => kept++)
      const end = fleet(1).subscribe('t', () => ended++)
      end()
      end()
      fleet(0).publish('t')
      await expect.poll(() => kept, { interval: 10, timeout: PATIENCE }).toBe(1)
      expect(ended).toBe(0)
    })

    test('all together send no more than the channel allows, in whatever window one counts, and nearly as much', async () => {
      const budgets: Budget[] = [{ scope: 'channel', count: 20, per: 500 }]
      const times: number[] = []
      const began = Date.now()
      const count = () => void times.push(Date.now())
      await Promise.all(
        [0, 1].map((n) => send(allowance('test', budgets, fleet(n).ledger), named(25, `p${n}-`), 1, count)),
      )
      expect(times).toHaveLength(50)
      expect(most(times, 500)).toBeLessThanOrEqual(20)
      expect(Date.now() - began).toBeGreaterThanOrEqual(1_000)
    })

    test('a conversation keeps its distance whoever sends to it, and holds up no other', async () => {
      const budgets: Budget[] = [
        { scope: 'channel', count: 100, per: 500 },
        { scope: 'conversation', count: 1, per: 300 },
      ]
      const [a, b] = [0, 1].map((n) => allowance('test', budgets, fleet(n).ledger))
      if (!a || !b) throw new Error('two processes')
      const slow: number[] = []
      const quick: number[] = []
      const one = async (allowed: Allowance) => send(allowed, ['test:slow'], 1, () => void slow.push(Date.now()))
      await one(a)
      await Promise.all([
        (async () => {
          for (const allowed of [b, a, b]) await one(allowed)
        })(),
        send(a, named(30), 1, () => void quick.push(Date.now())),
      ])
      expect(most(slow, 300)).toBe(1)
      expect(Math.max(...quick)).toBeLessThan(slow[1] ?? 0)
    })

    test('what is done too often is counted in all processes together, for each who does it', async () => {
      const a = fleet(0).limiter('test', 4)
      const b = fleet(1) === fleet(0) ? a : fleet(1).limiter('test', 4)
      for (const limiter of [a, b, a, b]) expect(await limiter.take('one')).toBeNull()
      for (const limiter of [a, b]) expect(await limiter.take('one')).toBeGreaterThan(50_000)
      expect(await b.take('another')).toBeNull()
      for (let n = 0; n < 3; n++) await a.giveBack('one') // the two that were refused, and one more
      expect(await b.take('one')).toBeNull()
      expect(await a.take('one')).toBeGreaterThan(50_000)
      expect(await fleet(0).limiter('other', 1).take('one')).toBeNull()
    })

    test('a message counts from when the platform answered, not from when it was let go', async () => {
      const budgets: Budget[] = [{ scope: 'channel', count: 2, per: 200 }]
      const { ledger, refused } = watched(fleet(1).ledger)
      const [a, b] = [fleet(0).ledger, ledger].map((of) => allowance('test', budgets, of))
      if (!a || !b) throw new Error('two processes')
      const [first] = await Promise.all([a.next('test:1'), b.next('test:2')])
      let went = false
      const third = b.next('test:3').then(() => {
        went = true
      })
      const began = Date.now()
      await expect
        .poll(() => refused() >= 4 && Date.now() - began >= 400, { interval: 10, timeout: PATIENCE })
        .toBe(true)
      expect(went).toBe(false) // both are still on their way
      const answered = Date.now()
      first()
      await third
      expect(Date.now() - answered).toBeGreaterThanOrEqual(200)
      expect(Date.now() - answered).toBeLessThan(2_000)
    })

    test('budgets for some addresses hold for those alone', async () => {
      const budgets: Budget[] = [{ scope: 'conversation', count: 2, per: 400, prefix: '-' }]
      const allowed = allowance('test', budgets, fleet(0).ledger)
      const times = new Map<string, number[]>()
      await send(allowed, ['test:-100', 'test:7'], 4, (of) => {
        times.set(of, [...(times.get(of) ?? []), Date.now()])
      })
      expect(most(times.get('test:-100') ?? [], 400)).toBe(2)
      expect((times.get('test:7')?.at(-1) ?? 0) - (times.get('test:7')?.[0] ?? 0)).toBeLessThan(200)
    })

    test('who waits is let go when the process stops', async () => {
      const { ledger, refused } = watched(fleet(0).ledger)
      const allowed = allowance('test', [{ scope: 'channel', count: 1, per: 3_600_000 }], ledger)
      await allowed.next('test:1')
      const waiting = Promise.all([allowed.next('test:2'), allowed.next('test:3')])
      await expect.poll(refused, { interval: 10, timeout: PATIENCE }).toBeGreaterThan(0)
      allowed.end()
      await waiting
      await allowed.next('test:4')
    })
  })
}
