/** What the processes of one deployment tell each other; each of these hints may be lost. */
import type { Logger } from 'pino'
import type { Environment } from './environment.ts'
import { type Fleet, memoryFleet } from './fleet/fleet.ts'
import { redisFleet } from './fleet/redis.ts'
import type { Database } from './store/database.ts'
import { secret } from './store/settings.ts'
import type { Directory } from './turn/directory.ts'

/** What the processes share: nothing without REDIS_URL. Two deployments may use one Redis, for each has an id of its own. */
export async function openFleet(env: Environment, database: Database, log: Logger): Promise<Fleet> {
  if (env.REDIS_URL === undefined) return memoryFleet()
  const id = (await secret(database, 'fleet.id')).slice(0, 8)
  return redisFleet({
    url: env.REDIS_URL,
    prefix: `{afterword:${id}}`, // the braces keep it on one node of a cluster
    processes: env.AFTERWORD_PROCESSES,
    onChange(lost) {
      if (lost === null) log.info('Redis is reached')
      else log.warn({ reason: lost }, 'Redis is not reached: each process sends its share, and looks by itself')
    },
  })
}

const STAFF = 'staff'
/** Milliseconds between two looks at who the staff are: another process may have changed it and its hint be lost. */
const STAFF_LOOK = 5_000

/** A directory of which the other processes hear when it changes, and that hears of theirs. */
export function shareStaff(
  directory: Directory,
  fleet: Fleet,
  onError: (error: unknown) => void,
): Directory & { unshare(): void } {
  const look = () => void directory.reload().catch(onError)
  const unsubscribe = fleet.subscribe(STAFF, look)
  const looking = setInterval(look, STAFF_LOOK).unref()
  fleet.publish(STAFF) // the owner's file may have changed it
  return {
    ...directory,
    async reload() {
      await directory.reload()
      fleet.publish(STAFF)
    },
    unshare() {
      clearInterval(looking)
      unsubscribe()
    },
  }
}

const OUTBOX = 'outbox'
/** Head start in milliseconds of the process that committed a message, before the others look too. */
const HELP = 100

/** Looks at the outbox when another process has put something there. @returns what tells the others of something of ours */
export function shareOutbox(fleet: Fleet, nudge: () => void): () => void {
  let helping = false
  fleet.subscribe(OUTBOX, () => {
    if (helping) return
    helping = true
    const help = () => {
      helping = false
      nudge()
    }
    setTimeout(help, HELP).unref()
  })
  return () => fleet.publish(OUTBOX)
}
