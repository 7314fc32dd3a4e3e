import { foldCounts } from '../store/counts.ts'
import type { Database } from '../store/database.ts'
import { plain, type Statement } from '../store/prepare.ts'
import { recountAll } from '../store/recount.ts'
import { CHANNEL } from './stage.ts'

/** The id of copy `n`: it keeps the instant at the front of a UUIDv7, so that new rows come to the end of an index and not all over it. */
const COPY_OF = `create or replace function pg_temp.copy_of(id uuid, n int) returns uuid immutable language sql return
  overlay(overlay(md5(id::text || n) placing left(replace(id::text, '-', ''), 12) || '7' from 1) placing '8' from 17)::uuid`

const TIMES = 'generate_series(2, $1::int) as n'

/** What scores are made of, in the order of their instants; words, messages and tasks are not copied. */
const COPIES = [
  `insert into customer (id, locale, segment, opted_out, created_at, last_asked_at)
    select pg_temp.copy_of(id, n), locale, 'copy', opted_out, created_at, last_asked_at
    from (select *, ${TIMES} from customer where exists (select 1 from contact k where k.customer_id = id and k.channel = '${CHANNEL}') order by id) c`,
  `insert into interaction (id, customer_id, case_id, ended_at, received_at, day, channel, team, agent, topic, body)
    select id || '~' || n, pg_temp.copy_of(customer_id, n), case_id, ended_at, received_at, day, channel, team, agent, topic, body
    from (select *, ${TIMES} from interaction where channel = '${CHANNEL}' order by ended_at) i`,
  `insert into decision (interaction_id, customer_id, asked, reason, detail, flow, at)
    select interaction_id || '~' || n, pg_temp.copy_of(customer_id, n), asked, reason, detail, flow, at
    from (select c.*, ${TIMES} from decision c join interaction i on i.id = interaction_id and i.channel = '${CHANNEL}' order by c.at) d`,
  `insert into dialog (id, customer_id, channel, conversation, interaction_id, task_id, flow, version, status, state, prompts, day,
      team, agent, segment, opened_at, touched_at)
    select pg_temp.copy_of(id, n), pg_temp.copy_of(customer_id, n), channel, conversation || '~' || n, interaction_id || '~' || n, null, flow,
      version, status, state, prompts, day, team, agent, 'copy', opened_at, touched_at
    from (select *, ${TIMES} from dialog where channel = '${CHANNEL}' order by id) d`,
  `insert into answer (dialog_id, question, customer_id, metric, value, answer, at)
    select pg_temp.copy_of(dialog_id, n), question, pg_temp.copy_of(customer_id, n), metric, value, answer - 'verbatims', at
    from (select a.*, ${TIMES} from answer a join dialog d on d.id = dialog_id and d.channel = '${CHANNEL}' order by dialog_id) a`,
]

/**
 * Makes the sample `times` as large by copying its facts in the database, and counts them anew. The copies fall on the same days, so every
 * count becomes `times` what it was. `at` is now. @returns how many answers and outcomes there are now
 */
export async function multiply(database: Database, times: number, at: string): Promise<number> {
  const copy = (text: string): Statement => ({ name: '', text, values: [times] })
  const { transaction } = await database.begin([plain('set local statement_timeout = 0'), plain(COPY_OF)])
  try {
    await transaction.commit(COPIES.map(copy))
  } catch (error) {
    await transaction.rollback()
    throw error
  }
  const { answers } = await recountAll(database, at)
  await database.run([foldCounts])
  return answers
}
