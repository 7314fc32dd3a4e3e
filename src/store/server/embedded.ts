import { setTimeout as wait } from 'node:timers/promises'
import type { Tell } from '../../words/say.ts'
import { url } from './connection.ts'
import { locked } from './lock.ts'
import { lockOf, type Place, place } from './place.ts'
import { type Reached, reach, readPassword, stop } from './postmaster.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** A folder's server as one process holds it. `url` stays true for as long as it is held. */
type EmbeddedServer = {
  url: string
  /** Whether the server was running before: another process uses it, or one that was killed has left it. */
  adopted: boolean
  /** Gives the server up. The last process to do so stops it. Idempotent. */
  release(): Promise<void>
}

/** `folder` keeps the data, `tell` is told of each thing that takes time, `durable: false` is for tests alone. */
type EmbeddedOptions = { folder: string; tell: Tell; durable?: boolean }

// Any number will do; it is taken in a server that is ours alone.
const PRESENCE = 4_210
const RESTART_MS = 5_000

/**
 * Uses the PostgreSQL server of `folder`: makes it, starts it or joins it, whichever is needed, and starts it again at the
 * same address if it dies while held.
 *
 * Who is there is counted by the server: each process holds a shared advisory lock in a connection of its own, which the
 * operating system closes even after a kill -9. Joining and leaving both happen under the folder's lock, so a newcomer
 * either has its advisory lock before the last one looks whether it is alone, or comes when the server has stopped and
 * starts it again. Throws `DatabaseUnavailable`.
 */
export async function embeddedServer({ folder, tell, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const lock = await lockOf(folder)
  const leaving = new AbortController()
  let restoring: Promise<void> | null = null

  const join = (at: Place, port?: number): Promise<Reached> =>
    locked(lock, async () => {
      const reached = await reach(at, { durable, tell }, port)
      await reached.client.query('select pg_advisory_lock_shared($1)', [PRESENCE])
      watch(at, reached)
      return reached
    })

  const watch = (at: Place, { client, port }: Reached): void => {
    client.once('end', () => {
      if (!leaving.signal.aborted) restoring = restore(at, port)
    })
  }

  const restore = async (at: Place, port: number): Promise<void> => {
    tell('database.stopped')
    while (!leaving.signal.aborted) {
      try {
        held = await join(at, port)
        tell(held.port === port ? 'database.back' : 'database.moved')
        return
      } catch (error) {
        if (error instanceof DatabaseUnavailable) tell(error.is, error.values)
        else tell('problem.other', { message: error instanceof Error ? error.message : String(error) })
        await wait(RESTART_MS, undefined, { signal: leaving.signal }).catch(() => null)
      }
    }
  }

  const at = await locked(lock, () => place(folder))
  let held = await join(at)

  const leave = async (): Promise<void> => {
    leaving.abort()
    await restoring
    await locked(lock, async () => {
      const alone = await aloneThere(held)
      await held.client.end().catch(() => null)
      if (alone) await stop(at)
    })
  }
  let left: Promise<void> | null = null
  return {
    url: url(held.port, await readPassword(at)),
    adopted: held.adopted,
    release: () => {
      left ??= leave()
      return left
    },
  }
}

async function aloneThere({ client }: Reached): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE])
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [PRESENCE])
    return rows[0]?.alone === true
  } catch {
    return false // the server is gone already
  }
}
