import { expect, test } from 'vitest'
import { multiply } from '../../src/sample/bulk.ts'
import { COUNTERS } from '../../src/store/counters.ts'
import { foldCounts } from '../../src/store/counts.ts'
import { recountAll } from '../../src/store/recount.ts'
import { NOW, sampled } from './sampled.ts'

/**
 * The size of the past that is copied: 10,000 are played in minutes, so that is done by hand:
 * `SAMPLE_RESPONSES=10000 npx vitest run test/sample/copies.test.ts`
 */
const RESPONSES = Number(process.env.SAMPLE_RESPONSES ?? 300)
const MINUTES = 60_000

const SOME = `having sum(${COUNTERS.join(' + ')}) > 0`

/** Whatever has been counted, folded or not, row by row; a row where what was told was taken back again counts nothing. */
const COUNTS = `select day, team, agent, channel, flow, metric, ${COUNTERS.map((v) => `sum(${v})::int as ${v}`).join(', ')}
  from (select day, team, agent, channel, flow, metric, ${COUNTERS} from counts
    union all select first, team, agent, channel, flow, metric, ${COUNTERS} from counts_agents where days = 1 and channel <> '') c
  group by 1, 2, 3, 4, 5, 6 ${SOME} order by 1, 2, 3, 4, 5, 6`
const SPANS = `select * from counts_folded where ${COUNTERS.join(' + ')} > 0 order by metric, days, first, team, channel, flow`

const NUMBER = '~2'
const own = (column: string) => `replace(${column}, '${NUMBER}', '')`

/**
 * What scores are made of, each row whole but for its ids, which are those of the path with the number of the copy; `whose` says by the
 * customer's services whose row it is. What a copy does not have: an address and an id of the owner's, a task, and ids of its words.
 */
const RECORD = {
  interaction: `select ${own('id')} as id, case_id, ended_at, received_at, day, channel, team, agent, topic, body, whose
    from interaction join whose using (customer_id)`,
  decision: `select ${own('interaction_id')} as id, asked, reason, detail, flow, at, whose from decision join whose using (customer_id)`,
  dialog: `select ${own('conversation')} as conversation, ${own('interaction_id')} as interaction_id, flow, version, status, state, prompts, day,
      team, agent, opened_at, touched_at, channel, whose from dialog join whose using (customer_id)`,
  answer: `select ${own('d.conversation')} as conversation, ${own('d.interaction_id')} as interaction_id, d.opened_at, question, metric, value,
      answer - 'verbatims' as answer, a.at, whose from answer a join dialog d on d.id = a.dialog_id and d.customer_id = a.customer_id
      join whose on whose.customer_id = a.customer_id`,
  customer: 'select locale, opted_out, created_at, last_asked_at, whose from customer join whose on customer_id = id',
}

/** A customer by all that is theirs: two are called the same only if they are the same in everything. */
const WHOSE = `with whose as (select customer_id, string_agg(${own('what')}, ' ' order by ${own('what')}) as whose from (
    select customer_id, id as what from interaction union all select customer_id, conversation || opened_at from dialog) w group by 1)`

test(`a past of ${RESPONSES} responses copied in the database is the one of the path, row by row, and so is what is counted of it`, {
  timeout: 2 * MINUTES + RESPONSES * 100,
}, async () => {
  const { database, rows } = await sampled({ responses: RESPONSES, seed: 3, days: 30 })
  const at = new Date(NOW).toISOString()
  const texts = async () => {
    const record: Record<string, string[]> = {}
    for (const [table, query] of Object.entries(RECORD))
      record[table] = (await rows<{ row: string }>(`${WHOSE} select f::text as row from (${query}) f order by 1`)).map(
        ({ row }) => row,
      )
    return record
  }
  const played = { record: await texts(), counts: await rows(COUNTS), spans: await rows(SPANS) }
  for (const table of Object.values(played.record)) expect(table.length).toBeGreaterThan(RESPONSES * 0.8)

  await multiply(database, 2, at)
  const twice = played.counts.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? 2 * value : value])),
  )
  expect(await rows(COUNTS)).toEqual(twice)

  // What was played goes; what is left was only ever copied.
  for (const [table, column] of [
    ['answer', '(select conversation from dialog where id = dialog_id)'],
    ['dialog', 'conversation'],
    ['decision', 'interaction_id'],
    ['interaction', 'id'],
  ])
    await rows(`delete from ${table} where strpos(${column}, '${NUMBER}') = 0`)
  await rows("delete from contact where customer_id in (select id from customer where segment is distinct from 'copy')")
  await rows("delete from customer where segment is distinct from 'copy'")
  await rows('truncate counts, counts_agents, counts_folded')
  expect(await recountAll(database, at)).toMatchObject({ differences: played.counts.length })

  const copied = await texts()
  for (const [table, expected] of Object.entries(played.record)) expect(copied[table], table).toEqual(expected)
  expect(await rows(COUNTS)).toEqual(played.counts)
  await foldCounts(database)
  expect(await rows(COUNTS)).toEqual(played.counts)
  expect(await rows(SPANS)).toEqual(played.spans)
})

test('however many copies there are, each is a copy of what was played and none of a copy', async () => {
  const { database, rows } = await sampled({ responses: 20, seed: 5, days: 5 })
  const count = async () =>
    (await rows<{ services: number }>('select count(*)::int as services from interaction'))[0]?.services ?? 0
  const played = await count()
  const told: number[] = []
  await multiply(database, 12, new Date(NOW).toISOString(), (done) => told.push(done))
  expect(await count()).toBe(12 * played)
  expect(await rows("select 1 from interaction where id like '%~%~%'")).toEqual([])
  expect(told.at(-1)).toBe(12)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(await recountAll(database, new Date(NOW).toISOString())).toMatchObject({ differences: 0 })
})
