import { v7 } from 'uuid'
import { OUTCOMES } from '../scores/metric.ts'
import type { Database } from './database.ts'
import type { Statement } from './prepare.ts'
import { put } from './put.ts'
import { COUNTERS } from './tables.ts'

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

const COUNTED = `select ${KEY}, ${COUNTERS.map((v, i) => `count(*) filter (where counter = ${i}) as ${v}`).join(', ')} from (${FACTS}) f group by ${KEY}`
const KEPT = `select * from (select ${KEY}, ${COUNTERS.map((v) => `sum(${v}) as ${v}`).join(', ')} from counts group by ${KEY}) k
  where ${COUNTERS.map((v) => `${v} <> 0`).join(' or ')}`

const statement = <Row>(text: string): Statement<Row> => ({ name: '', text, values: [] })

/** Rebuilds the counts from the answers. Nothing is counted meanwhile: turns wait until it is done. */
export async function recountAll(database: Database, at: string): Promise<{ answers: number; differences: number }> {
  const { transaction } = await database.begin([statement('lock table counts in exclusive mode')])
  try {
    const [[facts], [different]] = await transaction.run([
      statement<{ count: number }>(`select count(*) from (${FACTS}) f`),
      statement<{ count: number }>(
        `select count(*) from (((${COUNTED}) except (${KEPT})) union all ((${KEPT}) except (${COUNTED}))) d`,
      ),
    ])
    const answers = facts?.count ?? 0
    const differences = different?.count ?? 0
    const rebuild = [
      statement('delete from counts'),
      statement(
        `insert into counts (${KEY}, slot, ${COUNTERS.join(', ')}) select ${KEY}, 0, ${COUNTERS.join(', ')} from (${COUNTED}) c`,
      ),
    ]
    const audit = {
      id: v7(),
      actor: 'recount',
      what: 'counts.recounted',
      subject: 'counts',
      detail: { answers, differences },
      at,
    }
    await transaction.commit([...(differences > 0 ? rebuild : []), put('audit', [audit])])
    return { answers, differences }
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}
