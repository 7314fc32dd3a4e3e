import { randomUUID } from 'node:crypto'
import { type Budget, placeOf } from '../channel.ts'
import type { Full, Ledger, Limit } from './ledger.ts'

/** What a channel's platform allows, kept by all who send to it. */
export interface Allowance {
  /** Resolves when a message to `conversation` may be sent; what it resolves with is called when the platform has answered. */
  next(conversation: string): Promise<() => void>
  /** Nobody waits any longer, and whoever asks from now on is let go at once: the process stops. */
  end(): void
}

/** Milliseconds after which the first in line asks again: a message on its way may be answered sooner than the ledger can know. */
const LOOK = 100

/**
 * The budgets of `channel`. Messages that wait for the channel stand in line in order of arrival, and only the first of them asks the
 * ledger; one that waits for its own conversation stands aside meanwhile and holds up no other.
 */
export function allowance(
  channel: string,
  budgets: Budget[],
  ledger: Ledger,
  onWait?: (milliseconds: number) => void,
): Allowance {
  const resting = new Set<() => void>()
  let ended = false
  let line: Promise<unknown> = Promise.resolve()

  function limitsOf(conversation: string): Limit[] {
    const { key } = placeOf(conversation)
    const applies = ({ scope, prefix = '' }: Budget) => scope === 'channel' || key.startsWith(prefix)
    return budgets
      .map((budget, index) => ({ ...budget, key: `${channel}/${index}${budget.scope === 'channel' ? '' : `/${key}`}` }))
      .filter(applies)
  }

  /** @returns the limit of its own conversation that this message has to wait for, or null when it may go */
  async function first(limits: Limit[], message: string): Promise<Full | null> {
    for (;;) {
      if (ended) return null
      const full = await ledger.take(limits, message)
      if (full?.limit.scope !== 'channel') return full
      await rest(Math.min(full.wait, LOOK))
    }
  }

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        resting.delete(over)
        resolve()
      }
      const timer = setTimeout(over, ms)
      resting.add(over)
    })

  return {
    async next(conversation) {
      const limits = limitsOf(conversation)
      if (limits.length === 0) return () => undefined
      const message = randomUUID() // a repeated attempt takes another place
      const began = Date.now()
      for (;;) {
        const turn = line.then(() => first(limits, message))
        line = turn.catch(() => undefined)
        const full = await turn
        if (full === null) break
        await rest(full.wait)
      }
      onWait?.(Date.now() - began)
      return () => ledger.arrived(limits, message)
    },
    end() {
      ended = true
      for (const over of [...resting]) over()
    },
  }
}
