import { type Full, type Ledger, type Limit, memoryLedger } from './ledger.ts'

/** The account of a process that does not know what the others send. */
export interface Cautious extends Ledger {
  /** From now on the others are not known; for one `per` nothing is sent, because of what they may just have sent. */
  lost(): void
  /** Ends what `take` remembers of messages that wait. */
  clear(): void
}

/**
 * A channel's budget is shared out evenly among `processes`. A conversation's is not: its messages leave in order, and only one process
 * at a time has them, so it is enough that each waits its distance before it leaves, whoever sent the one before it.
 */
export function cautiousLedger(processes: number): Cautious {
  const own = memoryLedger()
  /** Message → when it has waited long enough. */
  const ready = new Map<string, number>()
  let since = Number.NEGATIVE_INFINITY

  const shareOf = (limit: Limit): Limit => {
    const count = Math.max(1, Math.floor(limit.count / processes))
    return { ...limit, count, per: limit.per * Math.max(1, processes / limit.count) }
  }
  const ofChannel = (limits: Limit[]) => limits.filter(({ scope }) => scope === 'channel').map(shareOf)
  const distance = ({ count, per }: Limit) => Math.ceil(per / count)

  function early(limits: Limit[], message: string): Full | null {
    const now = Date.now()
    const waits = limits.map((limit) => {
      if (limit.scope === 'channel') return { limit, wait: since + limit.per - now }
      const begun = `${limit.key} ${message}`
      const at = ready.get(begun) ?? now + distance(limit)
      ready.set(begun, at)
      return { limit, wait: at - now }
    })
    return waits.filter(({ wait }) => wait > 0).sort((a, b) => b.wait - a.wait)[0] ?? null
  }

  return {
    async take(limits, message) {
      const full = early(limits, message) ?? (await own.take(ofChannel(limits), message))
      if (full === null) for (const { key } of limits) ready.delete(`${key} ${message}`)
      return full
    },
    arrived: (limits, message) => own.arrived(ofChannel(limits), message),
    lost() {
      since = Date.now()
    },
    clear: () => ready.clear(),
  }
}
