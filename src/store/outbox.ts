import { type Selectable, sql } from 'kysely'
import { type Arg, prepare, type Statement } from './prepare.ts'
import type { MessageTable, OutboxTable } from './tables.ts'

export type Due = Selectable<OutboxTable> & {
  conversation: string | null
  content: Selectable<MessageTable>['content'] | null
  edits: string | null
  /** The platform's reference of the message that this one replaces. */
  edits_ref: string | null
  /** The platform's reference of the message in whose thread it belongs. */
  thread_ref: string | null
  /** Where the conversation leads; null when its contact is gone, or it is a member of staff's of whom no more than the key is known. */
  address: { key: string } | null
  contact_state: 'reachable' | 'blocked' | null
}

/** A row that comes back as an event when it is due; it waits for nobody. */
export const timerRow = (id: string, subject: string, name: string, due: string, customer: string | null) => ({
  id,
  kind: 'timer' as const,
  lane: id,
  customer_id: customer,
  subject,
  name,
  due_at: due,
  attempts: 0,
})

/**
 * Claims what is due, whole lanes at a time: a lane whose first row is leased or not yet due is left alone, so order within one holds
 * whoever delivers. `skip locked` lets several processes claim at once without waiting for each other.
 */
export const claim = (args: { now: string; until: string; owner: string; limit: number }): Statement<Due> => ({
  name: 'claim',
  text: `with head as materialized (
      select o.lane from outbox o
      where o.dead_at is null and o.due_at <= $1 and (o.lease_until is null or o.lease_until <= $1)
        and not exists (select 1 from outbox e where e.lane = o.lane and e.seq < o.seq and e.dead_at is null)
      order by o.due_at limit $4 for update skip locked
    ), claimed as (
      update outbox u set lease_owner = $3, lease_until = $2, attempts = u.attempts + 1
      from head where u.lane = head.lane and u.dead_at is null and u.due_at <= $1
      returning u.*
    )
    select claimed.*, m.conversation, m.content, m.edits, coalesce(e.ref, e.id::text) as edits_ref,
      coalesce(t.ref, t.id::text) as thread_ref, coalesce(s.address, c.address) as address, c.state as contact_state
    from claimed
    left join message m on claimed.kind = 'message' and m.id = claimed.id
    left join message e on e.id = m.edits
    left join message t on t.id = (m.content ->> 'thread')::uuid
    left join staff_identity s on s.channel = split_part(m.conversation, ':', 1)
      and s.user_id = substr(m.conversation, strpos(m.conversation, ':') + 1)
    left join contact c on c.channel = split_part(m.conversation, ':', 1)
      and c.address_key = substr(m.conversation, strpos(m.conversation, ':') + 1)
    order by claimed.seq`,
  values: [args.now, args.until, args.owner, args.limit],
})

/** Delivered: nothing more is to be done about them. Only the owners of the leases settle. */
export const settle = prepare('settle', (db, arg: Arg<{ ids: string[]; owners: string[] }>) =>
  db
    .deleteFrom('outbox')
    .where('id', '=', sql<string>`any(${arg('ids')}::uuid[])`)
    .where('lease_owner', '=', sql<string>`any(${arg('owners')}::uuid[])`),
)

/** Holds them for longer. @returns those that are still the owner's */
export const renew = prepare('renew', (db, arg: Arg<{ ids: string[]; owner: string; until: string }>) =>
  db
    .updateTable('outbox')
    .set({ lease_until: arg('until') })
    .where('id', '=', sql<string>`any(${arg('ids')}::uuid[])`)
    .where('lease_owner', '=', arg('owner'))
    .returning('id'),
)

/** Not now: back to the lane, due again at `due`. */
export const postpone = prepare(
  'postpone',
  (db, arg: Arg<{ id: string; owner: string; due: string; reason: string | null }>) =>
    db
      .updateTable('outbox')
      .set({ due_at: arg('due'), lease_owner: null, lease_until: null, reason: arg('reason') })
      .where('id', '=', arg('id'))
      .where('lease_owner', '=', arg('owner')),
)

/** Claimed with the lane, but not tried: no attempt was spent. */
export const release = prepare('release', (db, arg: Arg<{ ids: string[]; owner: string }>) =>
  db
    .updateTable('outbox')
    .set({ lease_owner: null, lease_until: null, attempts: sql`attempts - 1` })
    .where('id', '=', sql<string>`any(${arg('ids')}::uuid[])`)
    .where('lease_owner', '=', arg('owner')),
)

/** A dead letter: kept, seen by a person, no longer in anybody's way. */
export const bury = prepare('bury', (db, arg: Arg<{ id: string; owner: string; at: string; reason: string }>) =>
  db
    .updateTable('outbox')
    .set({ dead_at: arg('at'), reason: arg('reason'), lease_owner: null, lease_until: null })
    .where('id', '=', arg('id'))
    .where('lease_owner', '=', arg('owner'))
    .returning('id'),
)

/** Takes the timer that fires; none left means that it was cancelled or has fired. */
export const takeTimer = prepare('take timer', (db, arg: Arg<{ id: string }>) =>
  db.deleteFrom('outbox').where('id', '=', arg('id')).where('kind', '=', 'timer').returning('id'),
)

export const cancelTimers = prepare('cancel timers', (db, arg: Arg<{ subject: string; names: string[] }>) =>
  db
    .deleteFrom('outbox')
    .where('kind', '=', 'timer')
    .where('subject', '=', arg('subject'))
    .where('name', '=', sql<string>`any(${arg('names')}::text[])`),
)

export const deadLetters = prepare('dead letters', (db, _: Arg<object>) =>
  db
    .selectFrom('outbox')
    .select(['id', 'kind', 'lane', 'name', 'dead_at', 'reason', 'attempts'])
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc'),
)

export const revive = prepare('revive', (db, arg: Arg<{ ids: string[]; at: string }>) =>
  db
    .updateTable('outbox')
    .set({ dead_at: null, reason: null, attempts: 0, due_at: arg('at') })
    .where('id', '=', sql<string>`any(${arg('ids')}::uuid[])`)
    .where('dead_at', 'is not', null)
    .returning('id'),
)

/** What waits, for metrics: rows due, rows for later, dead letters, and since when the oldest due row waits. */
export const backlog = prepare('backlog', (db, arg: Arg<{ now: string }>) =>
  db
    .selectFrom('outbox')
    .select([
      sql<number>`count(*) filter (where dead_at is null and due_at <= ${arg('now')})`.as('due'),
      sql<number>`count(*) filter (where dead_at is null and due_at > ${arg('now')})`.as('later'),
      sql<number>`count(*) filter (where dead_at is not null)`.as('dead'),
      sql<string | null>`min(due_at) filter (where dead_at is null and due_at <= ${arg('now')})`.as('oldest'),
    ]),
)
