import { v7 } from 'uuid'
import { OUTCOMES, type Outcome } from '../scores/metric.ts'
import { COUNTERS, type Counters, UNASKED } from './counters.ts'
import { type CountKey, correctCounts, foldInto, spread } from './counts.ts'
import type { Database } from './database.ts'
import { plain, type Statement } from './prepare.ts'
import { put } from './put.ts'

const KEY = 'day, team, agent, channel, flow, metric'
const VALUES = COUNTERS.join(', ')
const LESS = COUNTERS.map((v) => `-${v}`).join(', ')
const DIFFER = COUNTERS.map((v) => `sum(${v}) <> 0`).join(' or ')
/** What was folded, by day: of this all longer spans are made. */
const DAYS = `(select first as day, team, agent, channel, flow, metric, ${VALUES} from counts_agents where days = 1 and channel <> '')`
const counter = (column: string, outcomes: readonly (readonly [value: string, outcome: Outcome])[]) =>
  `case ${column} ${outcomes
    .map(([value, outcome]) => `when '${value}' then ${OUTCOMES.indexOf(outcome)}`)
    .join(' ')} end`
const OF_STATUS = counter(
  'status',
  OUTCOMES.map((name) => [name, name]),
)
const OF_REASON = counter('c.reason', Object.entries(UNASKED))

/** Every answer and outcome that counts, one row each: the truth from which the counts are rebuilt. */
const FACTS = `
  select d.day, coalesce(d.team, '') as team, coalesce(d.agent, '') as agent, d.channel, d.flow, a.metric, a.value as counter
  from answer a join dialog d on d.id = a.dialog_id where a.metric is not null and a.value is not null
  union all
  select day, coalesce(team, ''), coalesce(agent, ''), channel, flow, 'outcome', ${OF_STATUS}
  from dialog where interaction_id is not null
  union all
  select i.day, coalesce(i.team, ''), coalesce(i.agent, ''), i.channel, coalesce(c.flow, ''), 'outcome',
    ${OF_REASON}
  from interaction i join decision c on c.interaction_id = i.id where not c.asked`

const sums = (column: (v: string, i: number) => string) => COUNTERS.map((v, i) => `${column(v, i)} as ${v}`).join(', ')
const COUNTED = `create temporary table counted on commit drop as
  select ${KEY}, ${sums((_, i) => `count(*) filter (where counter = ${i})`)} from (${FACTS}) f group by ${KEY}`
const DIFFERENCES: Statement<CountKey & Counters> = {
  name: '',
  text: `select ${KEY}, ${sums((v) => `sum(${v})::int`)}
    from (select ${KEY}, ${VALUES} from counted union all select ${KEY}, ${LESS} from counts union all select ${KEY}, ${LESS} from ${DAYS} d) b
    group by ${KEY} having ${DIFFER}`,
  values: [],
}
const ANSWERS: Statement<{ count: number }> = {
  name: '',
  text: `select coalesce(sum(${COUNTERS.join(' + ')}), 0)::bigint as count from counted`,
  values: [],
}

/** Rows of the folded tables that are not what their days add up to. */
const MISFOLDED: Statement<{ count: number }> = {
  name: '',
  text: `select sum(rows)::int as count from (${spread(DAYS)
    .map(
      ({ table, key, rows }) =>
        `select count(*) as rows from (select from (${rows} union all select ${key}, ${LESS} from ${table}) b group by ${key} having ${DIFFER}) m`,
    )
    .join(' union all ')}) t`,
  values: [],
}
const FOLD_AGAIN = [
  'lock table counts_agents, counts_folded in exclusive mode',
  `create temporary table folded_days on commit drop as select * from ${DAYS} d`,
  'delete from counts_agents',
  'delete from counts_folded',
  ...spread('folded_days').map(foldInto),
].map(plain)

/** Rows a statement: a few megabytes. */
const CHUNK = 10_000

/**
 * Counts all answers anew and mends the counts by what they differ. It reads one instant of the record, at which facts and counts agree as
 * every turn writes both, so nobody waits for it; what is counted meanwhile adds to what is mended.
 */
export async function recountAll(database: Database, at: string): Promise<{ answers: number; differences: number }> {
  const { answers, different, misfolded } = await compared(database)
  const detail = { answers, differences: different.length + misfolded }
  const audit = { id: v7(), actor: 'recount', what: 'counts.recounted', subject: 'counts', detail, at }
  const { transaction } = await database.begin([put('audit', [audit])])
  try {
    for (let from = 0; from < different.length; from += CHUNK)
      await transaction.run([correctCounts(different.slice(from, from + CHUNK))])
    await transaction.commit(misfolded > 0 ? FOLD_AGAIN : [])
  } catch (error) {
    await transaction.rollback()
    throw error
  }
  return detail
}

interface Compared {
  answers: number
  different: (CountKey & Counters)[]
  misfolded: number
}

async function compared(database: Database): Promise<Compared> {
  const { transaction } = await database.begin([
    plain('set transaction isolation level repeatable read'),
    plain('set local statement_timeout = 0'), // a million answers take seconds
  ])
  try {
    const [, [total], different, [folds]] = await transaction.run([plain(COUNTED), ANSWERS, DIFFERENCES, MISFOLDED])
    return { answers: total?.count ?? 0, different, misfolded: folds?.count ?? 0 }
  } finally {
    await transaction.rollback()
  }
}
