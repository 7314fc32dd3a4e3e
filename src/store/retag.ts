import { v7 } from 'uuid'
import type { Analysis } from '../text/analyze.ts'
import { emptyTally, Tally } from '../text/tally.ts'
import type { Database } from './database.ts'
import type { Statement } from './prepare.ts'
import { put } from './put.ts'

export interface KeptVerbatim {
  id: string
  text: string
  analysis: Analysis
}

const statement = <Row>(text: string, values: unknown[]): Statement<Row> => ({ name: '', text, values })
const NOWHERE = '00000000-0000-0000-0000-000000000000'
const KEY = 'retag'

/** Every verbatim in order, `size` at a time; erased ones are left out, and those that have an analysis of version `but`. */
export async function* batches(database: Database, size: number, but: string | null): AsyncGenerator<KeptVerbatim[]> {
  for (let after = NOWHERE; ; ) {
    const [rows] = await database.run([verbatimsAfter(after, size, but)])
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.id
  }
}

function verbatimsAfter(after: string, limit: number, but: string | null): Statement<KeptVerbatim> {
  return statement(
    `select id, text, analysis from verbatim where id > $1 and text <> '' and ($2::text is null or analysis ->> 'version' is distinct from $2)
      order by id limit $3`,
    [after, but, limit],
  )
}

/** How many verbatims there are to read. */
export const howMany = (but: string | null): Statement<{ count: number }> =>
  statement(
    `select count(*) from verbatim where text <> '' and ($1::text is null or analysis ->> 'version' is distinct from $1)`,
    [but],
  )

/** What an earlier run that did not come to its end has done for this version; a tally of nothing when there was none. */
export async function begunTally(database: Database, version: string): Promise<Tally> {
  const [[row]] = await database.run([
    statement<{ value: unknown }>(
      `select value -> 'tally' as value from setting where key = $1 and value ->> 'version' = $2`,
      [KEY, version],
    ),
  ])
  const read = Tally.safeParse(row?.value)
  return read.success ? read.data : emptyTally()
}

/**
 * Writes analyses made anew, and how far the work has come, in one transaction. Words that were erased or changed meanwhile stay as
 * they are. Tasks are not touched, and no count depends on an analysis.
 */
export async function storeAnalyses(
  database: Database,
  version: string,
  batch: readonly (KeptVerbatim & { was: string })[],
  tally: Tally,
): Promise<void> {
  const { transaction } = await database.begin([])
  try {
    await transaction.commit([
      statement(
        `update verbatim v set text = n.text, analysis = n.analysis
          from jsonb_to_recordset($1::jsonb) as n(id uuid, was text, text text, analysis jsonb) where v.id = n.id and v.text = n.was`,
        [JSON.stringify(batch)],
      ),
      statement(
        'insert into setting (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value',
        [KEY, JSON.stringify({ version, tally })],
      ),
    ])
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

/** The work is done: it goes on the audit, and its progress is forgotten. */
export async function closeRetag(database: Database, version: string, tally: Tally, at: string): Promise<void> {
  const audit = { id: v7(), actor: 'retag', what: 'verbatims.retagged', subject: version, detail: tally, at }
  const { transaction } = await database.begin([])
  try {
    await transaction.commit([statement('delete from setting where key = $1', [KEY]), put('audit', [audit])])
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}
