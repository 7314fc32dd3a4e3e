import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface AloneOptions {
  url: string
  /** What may be done by one process at a time, among all on this database. */
  name: string
  stop: AbortSignal
  /** Does it until `signal` aborts: at `stop`, and when it is no longer certain to be the only one. */
  work: (signal: AbortSignal) => Promise<void>
  onError: (error: unknown) => void
}

/** Milliseconds between two tries: so long does nobody do it after the one who did has died. */
const AGAIN = 1_000
/** First of the two numbers of our advisory locks; any will do. */
const OURS = 4_211

/**
 * Does `work` in at most one process at a time, until `stop`. Who does it holds an advisory lock in a connection of its own, which the
 * system closes even after kill -9. Resolves when `stop` has aborted and the work has ended. It needs a session, so no pooler that
 * gives each transaction another one.
 */
export async function alone({ url, name, stop, work, onError }: AloneOptions): Promise<void> {
  while (!stop.aborted) {
    const lost = new AbortController()
    const client = new pg.Client({
      connectionString: url,
      application_name: `afterword ${name}`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    client.on('error', () => lost.abort())
    client.on('end', () => lost.abort())
    try {
      await client.connect()
      if (await locked(client, name, AbortSignal.any([stop, lost.signal])))
        await work(AbortSignal.any([stop, lost.signal]))
    } catch (error) {
      onError(error)
    } finally {
      await client.end().catch(() => undefined) // it was gone already
    }
    await sleep(AGAIN, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}

/** Tries until it has the lock. @returns false when `over` aborted before */
async function locked(client: pg.Client, name: string, over: AbortSignal): Promise<boolean> {
  while (!over.aborted) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
      OURS,
      name,
    ])
    if (rows[0]?.mine) return true
    await sleep(AGAIN, undefined, { signal: over, ref: false }).catch(() => undefined)
  }
  return false
}
