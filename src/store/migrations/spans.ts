import { type Migration, sql } from 'kysely'
import { COUNTERS } from '../counters.ts'

const sums = COUNTERS.map((v) => `sum(${v})`).join(', ')
const counters = COUNTERS.map((v) => `${v} integer not null`).join(', ')
const spans = `select c.*, days, date '0001-01-01' + (day - date '0001-01-01') / days * days as first
  from counts c, unnest('{1,3,9,27,81}'::smallint[]) as days where slot = 0`

/**
 * What was folded stands added up by spans of days: with 200 agents on three channels a quarter by agent is 2 × 10 × 200 rows instead of
 * 2 × 54,000. Channel '' is all channels together. `counts` keeps what was counted since.
 */
const statements = [
  'drop table counts_folded',
  `create table counts_folded (
    metric text not null, days smallint not null, first date not null, team text not null, channel text not null, flow text not null,
    ${counters}, primary key (metric, days, first, team, channel, flow)
  )`,
  `create table counts_agents (
    metric text not null, days smallint not null, first date not null, channel text not null, agent text not null, team text not null,
    flow text not null, ${counters}, primary key (metric, days, first, channel, agent, team, flow)
  )`,
  `insert into counts_agents
    select metric, days, first, coalesce(channel, ''), agent, team, flow, ${sums} from (${spans}) s
    group by grouping sets ((metric, days, first, channel, agent, team, flow), (metric, days, first, agent, team, flow)) order by 1, 2, 3, 4, 5, 6, 7`,
  `insert into counts_folded
    select metric, days, first, team, channel, flow, ${sums} from (${spans}) s group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
  'delete from counts where slot = 0',
  'drop index counts_unfolded',
]

export const spansOfCounts: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
