import { v7 } from 'uuid'
import { OUTCOMES } from '../scores/metric.ts'
import { type CountKey, correctCounts } from './counts.ts'
import type { Database } from './database.ts'
import { plain, type Statement } from './prepare.ts'
import { put } from './put.ts'
import { COUNTERS, type Counters } from './tables.ts'

const KEY = 'day, team, agent, channel, flow, metric'
const outcome = (column: string) =>
  `case ${column} ${OUTCOMES.map((name, i) => `when '${name}' then ${i}`).join(' ')} end`

/** Every answer and outcome that counts, one row each: the truth from which the counts are rebuilt. */
const FACTS = `
  select d.day, coalesce(d.team, '') as team, coalesce(d.agent, '') as agent, d.channel, d.flow, a.metric, a.value as counter
  from answer a join dialog d on d.id = a.dialog_id where a.metric is not null and a.value is not null
  union all
  select day, coalesce(team, ''), coalesce(agent, ''), channel, flow, 'outcome', ${outcome('status')}
  from dialog where interaction_id is not null
  union all
  select i.day, coalesce(i.team, ''), coalesce(i.agent, ''), i.channel, coalesce(c.flow, ''), 'outcome',
    ${outcome("case c.reason when 'opted_out' then 'opted_out' when 'unreachable' then 'unreachable' when 'cooldown' then 'cooldown' when 'in_dialog' then 'cooldown' else 'not_asked' end")}
  from interaction i join decision c on c.interaction_id = i.id where not c.asked`

const sums = (column: (v: string, i: number) => string) => COUNTERS.map((v, i) => `${column(v, i)} as ${v}`).join(', ')
const COUNTED = `create temporary table counted on commit drop as
  select ${KEY}, ${sums((_, i) => `count(*) filter (where counter = ${i})`)} from (${FACTS}) f group by ${KEY}`
const DIFFERENCES: Statement<CountKey & Counters> = {
  name: '',
  text: `select ${KEY}, ${sums((v) => `sum(${v})::int`)}
    from (select ${KEY}, ${COUNTERS.join(', ')} from counted union all select ${KEY}, ${COUNTERS.map((v) => `-${v}`).join(', ')} from counts) b
    group by ${KEY} having ${COUNTERS.map((v) => `sum(${v}) <> 0`).join(' or ')}`,
  values: [],
}
const ANSWERS: Statement<{ count: number }> = {
  name: '',
  text: `select coalesce(sum(${COUNTERS.join(' + ')}), 0)::bigint as count from counted`,
  values: [],
}

/** Rows of `counts_folded` that are not the sum of slot 0. */
const FOLDED_WITHOUT = KEY.replace(' agent,', '')
const MISFOLDED: Statement<{ count: number }> = {
  name: '',
  text: `select count(*) from (select 1
    from (select ${FOLDED_WITHOUT}, ${COUNTERS.join(', ')} from counts_folded
      union all select ${FOLDED_WITHOUT}, ${COUNTERS.map((v) => `-${v}`).join(', ')} from counts where slot = 0) b
    group by ${FOLDED_WITHOUT} having ${COUNTERS.map((v) => `sum(${v}) <> 0`).join(' or ')}) m`,
  values: [],
}
const FOLD_AGAIN = [
  'lock table counts_folded in exclusive mode',
  'delete from counts_folded',
  `insert into counts_folded (${FOLDED_WITHOUT}, ${COUNTERS.join(', ')})
    select ${FOLDED_WITHOUT}, ${COUNTERS.map((v) => `sum(${v})`).join(', ')} from counts where slot = 0 group by ${FOLDED_WITHOUT}`,
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
