import { type Migration, sql } from 'kysely'
import { COUNTERS } from '../counters.ts'

/**
 * Counts without agents: with 2,000 of them a question about a quarter reads a few thousand rows here instead of half a million. Slot 0 of
 * `counts` is what stands here too; what has not been put here yet is in the others, and the index finds it.
 */
const statements = [
  `create table counts_folded (
    day date not null, team text not null, channel text not null, flow text not null, metric text not null,
    ${COUNTERS.map((v) => `${v} integer not null`).join(', ')},
    primary key (day, metric, team, channel, flow)
  )`,
  'update counts set slot = 16 where slot = 0',
  'create index counts_unfolded on counts (metric, day) where slot > 0',
]

export const folded: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
