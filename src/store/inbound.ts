import { sql } from 'kysely'
import type { Database } from './database.ts'
import { type Arg, prepare } from './prepare.ts'

/**
 * Marks an event as seen; no row comes back when it was seen before. A second copy waits here until the first has committed.
 * One table and not a partition a day: a unique key cannot reach across partitions, and a repeat just after midnight would pass.
 */
export const insertKey = prepare('insert key', (db, arg: Arg<{ key: string; at: string }>) =>
  db
    .insertInto('inbound_key')
    .values({ key: arg('key'), at: arg('at') })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key'),
)

const purgeKeys = prepare('purge keys', (db, arg: Arg<{ before: string; limit: number }>) =>
  db
    .deleteFrom('inbound_key')
    .where('key', 'in', (q) =>
      q.selectFrom('inbound_key').select('key').where('at', '<', arg('before')).limit(arg('limit')),
    )
    .returning('key'),
)

const SOME = 10_000

const purgeBindings = prepare('purge bindings', (db, arg: Arg<{ before: string }>) =>
  db.deleteFrom('binding').where('at', '<', arg('before')),
)

/** Forgets keys that no platform will repeat any more, some at a time, so that nothing waits for it; and links that are as old. */
export async function forgetKeys(database: Database, before: string): Promise<void> {
  for (let forgotten = SOME; forgotten === SOME; ) {
    const [rows] = await database.run([purgeKeys({ before, limit: SOME })])
    forgotten = rows.length
  }
  await database.run([purgeBindings({ before })])
}

export const failedEvents = prepare('failed events', (db, _: Arg<object>) =>
  db
    .selectFrom('inbound_failed')
    .select(['id', 'channel', 'key', 'error', 'at'])
    .where('replayed_at', 'is', null)
    .orderBy('at'),
)

export const failedEvent = prepare('failed event', (db, arg: Arg<{ id: string }>) =>
  db
    .selectFrom('inbound_failed')
    .innerJoin('message', 'message.id', 'inbound_failed.message_id')
    .selectAll('inbound_failed')
    .select(['message.content'])
    .where('inbound_failed.id', '=', arg('id'))
    .where('replayed_at', 'is', null),
)

export const markReplayed = prepare('mark replayed', (db, arg: Arg<{ id: string; at: string }>) =>
  db
    .updateTable('inbound_failed')
    .set({ replayed_at: arg('at') })
    .where('id', '=', arg('id')),
)

export const failedCount = prepare('failed count', (db, _: Arg<object>) =>
  db.selectFrom('inbound_failed').select(sql<number>`count(*)`.as('count')).where('replayed_at', 'is', null),
)
