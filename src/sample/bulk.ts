import type { Database } from '../store/database.ts'
import type { Statement } from '../store/prepare.ts'
import { recountAll } from '../store/recount.ts'
import { CHANNEL } from './stage.ts'

/** Ids of a copy are made of the ids of what is copied. */
const copied = (column: string) => `md5(${column}::text || '~' || $1)::uuid`
const OF_SAMPLE = `channel = '${CHANNEL}' and strpos(coalesce(interaction_id, ''), '~') = 0 and segment is distinct from 'copy'`

/** What scores are made of; words, messages and tasks are not copied. */
const COPIES = [
  `insert into customer (id, locale, segment, opted_out, created_at, last_asked_at)
    select ${copied('c.id')}, c.locale, 'copy', c.opted_out, c.created_at, c.last_asked_at from customer c
    where c.segment is distinct from 'copy' and exists (select 1 from contact k where k.customer_id = c.id and k.channel = '${CHANNEL}')`,
  `insert into interaction (id, customer_id, case_id, ended_at, received_at, day, channel, team, agent, topic, body)
    select id || '~' || $1, ${copied('customer_id')}, case_id, ended_at, received_at, day, channel, team, agent, topic, body
    from interaction where channel = '${CHANNEL}' and strpos(id, '~') = 0`,
  `insert into decision (interaction_id, customer_id, asked, reason, detail, flow, at)
    select interaction_id || '~' || $1, ${copied('customer_id')}, asked, reason, detail, flow, at
    from decision where strpos(interaction_id, '~') = 0`,
  `insert into dialog (id, customer_id, channel, conversation, interaction_id, task_id, flow, version, status, state, prompts, day,
      team, agent, segment, opened_at, touched_at)
    select ${copied('id')}, ${copied('customer_id')}, channel, conversation || '~' || $1, interaction_id || '~' || $1, null, flow,
      version, status, state, prompts, day, team, agent, 'copy', opened_at, touched_at
    from dialog where ${OF_SAMPLE}`,
  `insert into answer (dialog_id, question, customer_id, metric, value, answer, at)
    select ${copied('a.dialog_id')}, a.question, ${copied('a.customer_id')}, a.metric, a.value, a.answer - 'verbatims', a.at
    from answer a join dialog d on d.id = a.dialog_id where d.${OF_SAMPLE.replaceAll(' and ', ' and d.').replace('d.strpos(coalesce(', 'strpos(coalesce(d.')}`,
]

/**
 * Makes the sample `times` as large by copying its facts in the database, and counts them anew. The copies fall on the same days, so every
 * count becomes `times` what it was. @returns how many answers and outcomes there are now
 */
export async function multiply(database: Database, times: number, progress: (copy: number) => void): Promise<number> {
  for (let copy = 2; copy <= times; copy++) {
    progress(copy)
    const { transaction } = await database.begin([{ name: '', text: 'set local statement_timeout = 0', values: [] }])
    try {
      await transaction.commit(COPIES.map((text): Statement => ({ name: '', text, values: [String(copy)] })))
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }
  const { answers } = await recountAll(database, new Date().toISOString())
  return answers
}
