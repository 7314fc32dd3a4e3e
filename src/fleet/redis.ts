import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { cautiousLedger } from './cautious.ts'
import type { Fleet } from './fleet.ts'
import type { Ledger } from './ledger.ts'
import { type Ask, redisLimiter } from './limiter.ts'
import { redisLedger } from './redis-ledger.ts'
import { topics } from './topics.ts'

export interface RedisFleetOptions {
  url: string
  /** What all keys and channels of one deployment begin with. */
  prefix: string
  /** How many processes there are at most: each sends its share while Redis is away. */
  processes: number
  /** It was reached (null) or lost, with the reason in a word, such as ECONNREFUSED or WRONGPASS; once for each change. */
  onChange(lost: string | null): void
}

/** Milliseconds after which an answer that has not come counts as none. */
const PATIENCE = 1_000
/** Milliseconds between two looks whether the connections live; a machine that vanished closes none. */
const LOOK = 5_000
/** Milliseconds after Redis came back in which both accounts hold: by then all have found it, and what was sent without it has aged. */
const SETTLE = 5_000

const OPTIONS = {
  connectTimeout: PATIENCE * 5,
  socketTimeout: PATIENCE * 5,
  retryStrategy: (times: number) => Math.min(100 * times, 1_000),
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false, // done here, so that it is known from when on hints are heard
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
}

/**
 * For several processes that share a Redis. Whatever becomes of it, nothing here waits for it longer than a second: without it hints stay in
 * their process, where the polls make up for them, and each process sends its cautious share.
 */
export async function redisFleet({ url, prefix, processes, onChange }: RedisFleetOptions): Promise<Fleet> {
  const id = randomUUID()
  const hints = `${prefix}:hints`
  const heard = topics()
  const redis = new Redis(url, OPTIONS)
  const listener = new Redis(url, OPTIONS)
  const shared = redisLedger(redis, prefix)
  const cautious = cautiousLedger(processes)
  let reached: boolean | null = null
  let reason = 'timeout'
  /** From when on the shared account is all that counts. */
  let trusted = Number.POSITIVE_INFINITY
  let listening = false
  let closed = false

  function lose(): void {
    if (closed || reached === false) return
    // Only who trusted the shared account may have sent more than a share, as the others may.
    if (reached === null || Date.now() >= trusted) cautious.lost()
    trusted = Number.POSITIVE_INFINITY
    reached = false
    onChange(reason)
  }
  redis.on('ready', () => {
    // Who finds Redis at the first start finds the account of the others there, too.
    trusted = Date.now() + (reached === null ? 0 : SETTLE)
    reached = true
    reason = 'closed'
    onChange(null)
  })
  redis.on('close', () => lose())
  listener.on('ready', () => {
    // What was told meanwhile nobody heard, so everybody looks.
    listener.subscribe(hints).then(
      () => {
        listening = true
        heard.tellAll()
      },
      () => listener.disconnect(true),
    )
  })
  listener.on('close', () => {
    listening = false
  })
  listener.on('message', (_: string, hint: string) => {
    if (!hint.startsWith(id)) heard.tell(hint.slice(id.length))
  })
  for (const client of [redis, listener]) {
    client.on('error', (error: Error) => {
      const word = wordOf(error)
      reason = BROKEN.has(word) ? 'closed' : word
    })
  }
  const look = setInterval(() => {
    for (const client of [redis, listener])
      if (client.status === 'ready') inTime(client.ping()).catch(() => client.disconnect(true))
  }, LOOK)
  look.unref()

  /** Who gets no answer in time has lost Redis. */
  const ask: Ask = async (question) => {
    try {
      return await inTime(question())
    } catch (error) {
      reason = wordOf(error)
      lose()
      if (redis.status === 'ready') redis.disconnect(true)
      throw error
    }
  }

  const ledger: Ledger = {
    async take(limits, message) {
      const alone = reached !== true || Date.now() < trusted
      if (alone) {
        const full = await cautious.take(limits, message)
        if (full !== null || reached !== true) return full
      } else cautious.clear()
      try {
        return await ask(() => shared.take(limits, message))
      } catch {
        return alone ? null : cautious.take(limits, message)
      }
    },
    arrived(limits, message) {
      cautious.arrived(limits, message)
      if (reached === true) shared.arrived(limits, message)
    },
  }

  await Promise.race([once(redis, 'ready'), once(redis, 'close'), sleep(PATIENCE, undefined, { ref: false })]).catch(
    () => undefined, // `once` rejects on an error, which the handlers above know of
  )
  if (reached === null) lose()
  return {
    publish(topic) {
      heard.tell(topic)
      if (reached === true) redis.publish(hints, `${id}${topic}`).catch(() => undefined) // a hint may be lost
    },
    subscribe: heard.subscribe,
    ledger,
    limiter: (what, count) => redisLimiter(redis, prefix, what, count, ask),
    connected: () => reached === true && listening,
    async close() {
      closed = true
      clearInterval(look)
      redis.disconnect()
      listener.disconnect()
      heard.clear()
    },
  }
}

/** How the system reports a connection that breaks depends on what was under way in it. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE'])

/** Rejects when no answer has come within `PATIENCE`. One that came while this process was busy with something else counts: it is read first. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => setImmediate(() => reject(new Error('timed out')))
    const timer = setTimeout(late, PATIENCE)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Redis' errors begin with a word for their kind; those of the network have a code. What else they say may hold keys or an address. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if ('code' in error && typeof error.code === 'string') return error.code
  return /^[A-Z]{3,}\b/.exec(error.message)?.[0] ?? (/timed? ?out/i.test(error.message) ? 'timeout' : error.name)
}
