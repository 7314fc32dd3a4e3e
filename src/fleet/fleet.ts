import { type Ledger, memoryLedger } from './ledger.ts'
import { type Limiter, memoryLimiter } from './limiter.ts'
import { topics } from './topics.ts'

/**
 * What several processes share and may be lost at any time: hints that there is something to fetch, and the account of what they
 * have sent. Nothing here is the record: a lost hint is made up for by a poll, a lost account by caution.
 */
export interface Fleet {
  /** Tells everybody who listens to `topic`, in all processes; nobody may hear it. */
  publish(topic: string): void
  /** @returns a function that ends the subscription */
  subscribe(topic: string, hear: () => void): () => void
  ledger: Ledger
  /** Counts what is done by `what`'s name, `count` a minute for each who does it. */
  limiter(what: string, count: number): Limiter
  /** Whether the processes hear each other now; null when there is nothing between them. */
  connected(): boolean | null
  close(): Promise<void>
}

/** For one process: nothing leaves its memory. */
export function memoryFleet(): Fleet {
  const heard = topics()
  return {
    publish: heard.tell,
    subscribe: heard.subscribe,
    ledger: memoryLedger(),
    limiter: memoryLimiter,
    connected: () => null,
    close: async () => heard.clear(),
  }
}
