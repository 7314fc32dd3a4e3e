/** Empties the outbox: claims what is due, sends messages lane by lane in order, and hands timers back to the turn. */
import { randomUUID } from 'node:crypto'
import { type Capabilities, type Channel, type Delivery, type Outbound, placeOf } from '../channel.ts'
import type { Database } from '../store/database.ts'
import { setReferences } from '../store/messages.ts'
import { claim, type Due, postpone, release, renew, settle } from '../store/outbox.ts'
import { backoff, MOST_ATTEMPTS } from './backoff.ts'

export interface DelivererOptions {
  database: Database
  channels: ReadonlyMap<string, Pick<Channel, 'send' | 'capabilities'>>
  /** Milliseconds since the epoch. */
  now: () => number
  fire: (timer: Due) => Promise<void>
  /** Resolves when the channel's budget allows one more message to this conversation; what it resolves with is called when the platform has answered. */
  allowed: (channel: string, conversation: string) => Promise<(() => void) | undefined>
  undelivered: (row: Due, owner: string, reason: string, unreachable: boolean) => Promise<void>
  onError: (error: unknown) => void
  /** A picture as the channel takes it; without this it goes out in words. */
  draw?: (chart: Drawable, side: number | undefined) => Promise<Outbound>
  onDelivery?: (channel: string, status: Delivery['status']) => void
}

export interface Deliverer {
  /** There may be something to send. */
  nudge(): void
  /** Polls every `ms`, since a nudge may be lost and a timer comes due by itself. */
  start(ms: number): void
  /** Delivers everything that is due now, and waits until it is done. */
  drain(): Promise<void>
  /** Ends the polling and waits for what is under way. */
  stop(): Promise<void>
}

/** A claim is a lease of this length; a process that died loses its claims with it. */
const LEASE = 60_000
/** A lease older than this is renewed before the lane's next row, so that waiting for a budget loses no lane to another process. */
const RENEWED = 20_000
/** Nothing is sent this long before the lease ends; the slowest adapter gives up on a call after 15 s. */
const MARGIN = 20_000
const BATCH = 200
const MOST_LANES = 500

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { database, channels, now } = options
  const instant = (ms: number) => new Date(ms).toISOString()
  /** Lanes under way. */
  const under = new Set<Promise<void>>()
  const sent: { id: string; owner: string; refs: Reference[] }[] = []
  let claiming: Promise<void> | undefined
  let flushing: Promise<void> | undefined
  let again = false
  let ended = false
  let stopped = false
  let poll: NodeJS.Timeout | undefined

  /** One lane in order, up to the first row that cannot leave now: those behind it wait for it. */
  async function deliverLane(rows: Due[], lease: Lease): Promise<void> {
    for (const [index, row] of rows.entries()) {
      const rest = rows.slice(index).map(({ id }) => id)
      const outcome = stopped || !(await held(rest, lease)) ? 'left' : await attempt(row, lease)
      const { owner } = lease
      if (outcome === 'left') return void (await database.run([release({ ids: rest, owner })]))
      if (outcome.status === 'sent') {
        if (row.kind === 'message') {
          const refs = referencesOf(row, outcome.ref)
          sent.push({ id: row.id, owner, refs })
          flushing ??= flush()
          refer(rows.slice(index + 1), refs)
        }
        continue
      }
      if (outcome.status === 'rejected' || row.attempts >= MOST_ATTEMPTS) {
        const unreachable = outcome.status === 'rejected' && outcome.unreachable
        await options.undelivered(row, owner, outcome.reason, unreachable)
        continue
      }
      const wish = outcome.status === 'retry' ? outcome.after : undefined
      const due = instant(now() + backoff(row.attempts, wish, Math.random()))
      await database.run([
        postpone({ id: row.id, owner, due, reason: outcome.reason }),
        release({ ids: rest.slice(1), owner }),
      ])
      return
    }
  }

  /** Whether the rest of a lane is still ours, for long enough. */
  async function held(ids: string[], lease: Lease): Promise<boolean> {
    if (now() < lease.until - LEASE + RENEWED) return true
    const until = now() + LEASE
    const [kept] = await database.run([renew({ ids, owner: lease.owner, until: instant(until) })])
    lease.until = until
    return kept.length === ids.length
  }

  const attempt = (row: Due, lease: Lease): Promise<Delivery | 'left'> =>
    row.kind === 'timer' ? fire(row) : send(row, lease)

  async function fire(row: Due): Promise<Delivery> {
    try {
      await options.fire(row)
      return { status: 'sent' }
    } catch (error) {
      options.onError(error)
      return { status: 'retry', reason: 'the turn failed' }
    }
  }

  const shown = async (content: Due['content'], { pictureSide }: Capabilities) =>
    content?.kind === 'chart' ? await (options.draw ?? inWords)(content, pictureSide) : content

  async function send(row: Due, lease: Lease): Promise<Delivery | 'left'> {
    const conversation = row.conversation ?? ''
    const { channel: name, key } = placeOf(conversation)
    const channel = channels.get(name)
    if (!channel) return { status: 'retry', reason: `channel ${name} is not running`, after: 60_000 }
    const content = await shown(row.content, channel.capabilities)
    if (!isOutbound(content)) return { status: 'rejected', unreachable: false, reason: 'erased' }
    if (content.expiresAt !== undefined && Date.parse(content.expiresAt) <= now()) {
      return { status: 'rejected', unreachable: false, reason: 'expired' }
    }
    if (row.contact_state === 'blocked') return { status: 'rejected', unreachable: true, reason: 'blocked' }
    if (row.edits !== null && !channel.capabilities.edit) return { status: 'sent' }
    const arrived = await options.allowed(name, conversation)
    if (stopped || now() > lease.until - MARGIN) return 'left'
    const to = row.address ?? { key }
    const references = {
      ...(row.edits_ref === null ? {} : { edits: row.edits_ref }),
      ...(row.thread_ref === null ? {} : { thread: row.thread_ref }),
    }
    try {
      const delivery = await channel.send(to, content, { id: row.id, ...references })
      options.onDelivery?.(name, delivery.status)
      return delivery
    } catch (error) {
      options.onError(error)
      return { status: 'unknown', reason: 'the adapter threw' }
    } finally {
      arrived?.()
    }
  }

  /** Settling in groups costs one wait for all that were sent meanwhile. */
  async function flush(): Promise<void> {
    while (sent.length > 0) {
      const settled = sent.splice(0)
      const [ids, owners] = [settled.map(({ id }) => id), [...new Set(settled.map(({ owner }) => owner))]]
      try {
        await database.run([setReferences(settled.flatMap(({ refs }) => refs)), settle({ ids, owners })])
      } catch (error) {
        options.onError(error) // sent, but not known as sent: the lease ends, and they go out again with the same keys
      }
    }
    flushing = undefined
    if (ended) wake()
  }

  /** What came to a lane while it was under way is claimed when the lane has ended and is settled; a claim looks at all that waits. */
  function wake(): void {
    ended = false
    nudge()
  }

  /** Claims once and sets every lane off: a slow one holds up no other. @returns whether there was anything */
  async function claimLanes(): Promise<boolean> {
    const began = now()
    const until = began + LEASE
    // Each claim is an owner of its own: what a slow lane of ours has lost to a later claim of ours is not its any more.
    const owner = randomUUID()
    const [rows] = await database.run([claim({ now: instant(began), until: instant(until), owner, limit: BATCH })])
    const lanes = new Map<string, Due[]>()
    for (const row of rows) lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), row])
    for (const lane of lanes.values()) {
      const work = deliverLane(lane, { owner, until })
        .catch(options.onError) // the database is away; the lease ends by itself
        .then(() => {
          under.delete(work)
          ended = true
          if (flushing === undefined) wake()
        })
      under.add(work)
    }
    if (under.size > MOST_LANES) await Promise.race(under)
    return rows.length > 0
  }

  async function claimAll(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false
        if (await claimLanes()) again = true
      }
    } catch (error) {
      options.onError(error) // the database is away; the poll tries again
    }
    claiming = undefined
  }

  function nudge(): void {
    again = true
    if (!stopped && claiming === undefined) claiming = claimAll()
  }

  async function idle(): Promise<void> {
    while (claiming !== undefined || flushing !== undefined || under.size > 0)
      await Promise.all([claiming, flushing, ...under])
  }

  return {
    nudge,
    async drain() {
      nudge()
      await idle()
    },
    start(ms) {
      poll = setInterval(nudge, ms)
    },
    async stop() {
      stopped = true
      clearInterval(poll)
      await idle()
    },
  }
}

/** Whose the rows of a lane are, and until when (milliseconds since the epoch). */
interface Lease {
  owner: string
  until: number
}

type Drawable = Extract<NonNullable<Due['content']>, { kind: 'chart' }>

const inWords = async ({ chart, locale }: Drawable): Promise<Outbound> => ({ kind: 'text', text: chart.alt, locale })

/** What the platform calls a message of ours. */
interface Reference {
  id: string
  ref: string
}

/** What a message that arrived is called; where the one it replaces was gone, it stands in its place from now on. */
function referencesOf({ id, edits, edits_ref }: Due, ref: string | undefined): Reference[] {
  if (ref === undefined) return []
  return edits === null || ref === edits_ref
    ? [{ id, ref }]
    : [
        { id, ref },
        { id: edits, ref },
      ]
}

/** Rows claimed together with the message they edit or belong to learn its reference from here: the record did not have it yet. */
function refer(later: Due[], refs: Reference[]): void {
  for (const { id, ref } of refs)
    for (const row of later) {
      if (row.edits === id) row.edits_ref = ref
      if (isOutbound(row.content) && row.content.thread === id) row.thread_ref = ref
    }
}

const isOutbound = (content: Due['content']): content is Outbound =>
  content !== null && ['text', 'prompt', 'card', 'picture'].includes(content.kind)
