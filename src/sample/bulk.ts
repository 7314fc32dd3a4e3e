import { foldCounts } from '../store/counts.ts'
import type { Database, Transaction } from '../store/database.ts'
import { plain, type Statement } from '../store/prepare.ts'
import { recountAll } from '../store/recount.ts'
import { CHANNEL } from './stage.ts'

/**
 * The id of copy `n`: a UUIDv8, which no played row has, with `n` in the place of two random bytes. It keeps the instant at its front, so
 * that new rows come to the end of an index and not all over it. A hash of both took four times as long and was half of the work.
 */
const COPY_OF = `create or replace function pg_temp.copy_of(id uuid, n int) returns uuid immutable language sql return
  overlay(overlay(id::text placing '8' from 15) placing lpad(to_hex(n), 4, '0') from 25)::uuid`

/** What was played, and that alone, in the order of its instants; words, messages and tasks are not copied. */
const PLAYED = Object.entries({
  customer: `select * from customer where exists (select 1 from contact k where k.customer_id = id and k.channel = '${CHANNEL}') order by id`,
  interaction: `select * from interaction where channel = '${CHANNEL}' order by ended_at`,
  decision: `select c.* from decision c join interaction i on i.id = interaction_id and i.channel = '${CHANNEL}' order by c.at`,
  dialog: `select * from dialog where channel = '${CHANNEL}' order by id`,
  answer: `select a.* from answer a join dialog d on d.id = dialog_id and d.channel = '${CHANNEL}' order by dialog_id`,
}).map(([table, rows]) => plain(`create temporary table played_${table} on commit drop as ${rows}`))

const each = (table: string) => `(select *, generate_series($1::int, $2::int) as n from played_${table}) p`

/** Copies $1 to $2 of what scores are made of. */
const COPIES = [
  `insert into customer (id, locale, segment, opted_out, created_at, last_asked_at)
    select pg_temp.copy_of(id, n), locale, 'copy', opted_out, created_at, last_asked_at from ${each('customer')}`,
  `insert into interaction (id, customer_id, case_id, ended_at, received_at, day, channel, team, agent, topic, body)
    select id || '~' || n, pg_temp.copy_of(customer_id, n), case_id, ended_at, received_at, day, channel, team, agent, topic, body
    from ${each('interaction')}`,
  `insert into decision (interaction_id, customer_id, asked, reason, detail, flow, at)
    select interaction_id || '~' || n, pg_temp.copy_of(customer_id, n), asked, reason, detail, flow, at from ${each('decision')}`,
  `insert into dialog (id, customer_id, channel, conversation, interaction_id, task_id, flow, version, status, state, prompts, day,
      team, agent, segment, opened_at, touched_at)
    select pg_temp.copy_of(id, n), pg_temp.copy_of(customer_id, n), channel, conversation || '~' || n, interaction_id || '~' || n, null, flow,
      version, status, state, prompts, day, team, agent, 'copy', opened_at, touched_at from ${each('dialog')}`,
  `insert into answer (dialog_id, question, customer_id, metric, value, answer, at)
    select pg_temp.copy_of(dialog_id, n), question, pg_temp.copy_of(customer_id, n), metric, value, answer - 'verbatims', at
    from ${each('answer')}`,
]

/** Transactions at once: two cores copy twice as fast as one. */
const AT_ONCE = 2
/** Copies at a time: after each of these it is told how far they are. */
const TOGETHER = 3

/**
 * Makes the sample `times` as large by copying its facts in the database, and counts them anew. The copies fall on the same days, so every
 * count becomes `times` what it was. `at` is now; `copied` is told how many there are, the one played among them.
 * @returns how many answers and outcomes there are now
 */
export async function multiply(
  database: Database,
  times: number,
  at: string,
  copied: (done: number) => void = () => undefined,
): Promise<number> {
  // All begin before one ends, so that nobody copies a copy.
  const begun = Array.from({ length: AT_ONCE }, () => database.begin([...UNHURRIED, plain(COPY_OF), ...PLAYED]))
  const transactions = (await Promise.all(begun)).map(({ transaction }) => transaction)
  let [next, done] = [2, 1]
  const copy = async (transaction: Transaction) => {
    for (let from = next; from <= times; from = next) {
      next = Math.min(times + 1, from + TOGETHER)
      const to = next - 1
      try {
        await transaction.run(COPIES.map((text): Statement => ({ name: '', text, values: [from, to] })))
      } catch (error) {
        next = times + 1 // the others stop too
        throw error
      }
      done += to - from + 1
      copied(done)
    }
  }
  try {
    const ends = await Promise.allSettled(transactions.map(copy))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    for (const transaction of transactions) await transaction.commit([])
  } catch (error) {
    await Promise.all(transactions.map((transaction) => transaction.rollback()))
    throw error
  }
  const { answers } = await recountAll(database, at)
  await foldCounts(database)
  return answers
}

const UNHURRIED = ['statement_timeout', 'idle_in_transaction_session_timeout'].map((limit) =>
  plain(`set local ${limit} = 0`),
)
