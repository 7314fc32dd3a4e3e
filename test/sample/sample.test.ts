import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { root } from '../../src/root.ts'
import { multiply } from '../../src/sample/bulk.ts'
import { holdsSample } from '../../src/sample/channel.ts'
import { playSample } from '../../src/sample/sample.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Statement } from '../../src/store/prepare.ts'
import { recountAll } from '../../src/store/recount.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { homeOf } from '../../src/turn/home.ts'
import { freshDatabase } from '../database.ts'
import { stand } from '../turn/stand.ts'

const NOW = Date.parse('2026-11-20T10:30:00.000Z')

async function sampled(options: { responses: number; seed: number; days?: number; owned?: boolean }) {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, { connections: 8, onError: () => undefined })
  onTestFinished(async () => {
    await database.close()
    await fresh.drop()
  })
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root)
  const config = loadConfig({}, join(root, 'test/turn'))
  await playSample(database, { config, flows, days: 30, now: NOW, owned: false, progress: () => undefined, ...options })
  const rows = async <Row = Record<string, unknown>>(text: string): Promise<Row[]> => {
    const statement: Statement<Row> = { name: '', text, values: [] }
    const [found] = await database.run([statement])
    return found
  }
  return { database, rows }
}

const COUNTS = `select day, team, agent, channel, flow, metric, sum(v0)::int v0, sum(v1)::int v1, sum(v2)::int v2, sum(v3)::int v3,
  sum(v4)::int v4, sum(v5)::int v5, sum(v6)::int v6, sum(v7)::int v7, sum(v8)::int v8, sum(v9)::int v9, sum(v10)::int v10
  from counts group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`

test('a past that one would believe: through the path, in three languages, with tasks in all states', async () => {
  const { database, rows } = await sampled({ responses: 400, seed: 1 })
  expect(await recountAll(database, new Date(NOW).toISOString())).toMatchObject({ differences: 0 })

  const [outcomes] = await rows<{ asked: number; complete: number }>(
    "select sum(v0 + v1 + v2 + v3 + v4 + v5 + v9)::int as asked, sum(v1)::int as complete from counts where metric = 'outcome'",
  )
  const rate = (outcomes?.complete ?? 0) / (outcomes?.asked ?? 1)
  expect(rate).toBeGreaterThan(0.52)
  expect(rate).toBeLessThan(0.68)
  const [answered] = await rows<{ count: number }>(
    'select count(*) from answer a join dialog d on d.id = a.dialog_id where d.interaction_id is not null and a.metric is not null and a.value is not null',
  )
  expect(answered?.count).toBeGreaterThan(360)

  const [span] = await rows<{ first: string; last: string }>(
    'select min(day) as first, max(day) as last from interaction',
  )
  expect(span).toEqual({ first: '2026-10-22', last: '2026-11-20' })
  const late = await rows(`select 1 from message where at > '${new Date(NOW).toISOString()}'`)
  expect(late).toEqual([])

  const languages = await rows("select distinct analysis ->> 'language' as language from verbatim order by 1")
  expect(languages).toEqual(expect.arrayContaining(['en', 'zh-Hans', 'zh-Hant'].map((language) => ({ language }))))
  const [words] = await rows<{ all: number; different: number; tagged: number }>(
    "select count(*) as all, count(distinct text) as different, count(*) filter (where jsonb_array_length(analysis -> 'themes') > 0) as tagged from verbatim",
  )
  expect(words?.all).toBeGreaterThan(150)
  expect((words?.different ?? 0) / (words?.all ?? 1)).toBeGreaterThan(0.75)
  expect((words?.tagged ?? 0) / (words?.all ?? 1)).toBeGreaterThan(0.5)

  const states = await rows<{ status: string }>('select distinct status from task')
  expect(states.length).toBeGreaterThanOrEqual(4)
  expect(states).toContainEqual({ status: 'closed' })
  const ends = await rows<{ outcome: string }>(
    "select distinct state ->> 'outcome' as outcome from task where status = 'closed'",
  )
  expect(ends.map(({ outcome }) => outcome)).toEqual(
    expect.arrayContaining(['confirmed', 'unconfirmed', 'contact_declined']),
  )
  expect(await rows("select 1 from outbox where kind = 'message'")).toEqual([])
  expect(await rows("select 1 from dialog where flow = 'feedback'")).not.toEqual([])
})

test('the same seed gives the same counts, another one others', async () => {
  const one = await sampled({ responses: 60, seed: 7, days: 10 })
  const same = await sampled({ responses: 60, seed: 7, days: 10 })
  const other = await sampled({ responses: 60, seed: 8, days: 10 })
  const counts = await one.rows(COUNTS)
  expect(await same.rows(COUNTS)).toEqual(counts)
  expect(await other.rows(COUNTS)).not.toEqual(counts)
})

/** What scores are made of, without ids: of the path (`copies` false) or of what was copied. */
const FACTS = (copies: boolean) => {
  const of = (column: string) => `strpos(coalesce(${column}, ''), '~') ${copies ? '>' : '='} 0`
  const plain = (column: string) => `split_part(${column}, '~', 1)`
  return {
    interaction: `select ${plain('id')} as id, ended_at, received_at, day, channel, team, agent, topic, body from interaction where ${of('id')}`,
    decision: `select ${plain('interaction_id')} as id, asked, reason, detail, flow, at from decision where ${of('interaction_id')}`,
    dialog: `select ${plain('conversation')} as conversation, flow, version, status, state, day, team, agent, opened_at, touched_at
      from dialog where ${of('conversation')}`,
    answer: `select ${plain('d.conversation')} as conversation, a.question, a.metric, a.value, a.answer - 'verbatims' as answer, a.at
      from answer a join dialog d on d.id = a.dialog_id where ${of('d.conversation')}`,
    customer: `select c.locale, c.opted_out, c.created_at, c.last_asked_at from customer c
      where ${copies ? '' : 'not'} (c.segment is not distinct from 'copy')`,
  }
}

test('a copy in the database is the record of the path over again, and so are its counts', async () => {
  const { database, rows } = await sampled({ responses: 80, seed: 3, days: 10 })
  const played = await rows(COUNTS)
  await multiply(database, 2, new Date(NOW).toISOString())
  const [path, copy] = [FACTS(false), FACTS(true)]
  for (const table of ['interaction', 'decision', 'dialog', 'answer', 'customer'] as const) {
    const texts = async (query: string) =>
      (await rows<{ row: string }>(`select f::text as row from (${query}) f order by 1`)).map(({ row }) => row)
    const expected = await texts(path[table])
    expect(expected.length).toBeGreaterThan(50)
    expect(await texts(copy[table]), table).toEqual(expected)
  }
  const twice = played.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? 2 * value : value])),
  )
  expect(await rows(COUNTS)).toEqual(twice)
  expect(await recountAll(database, new Date(NOW).toISOString())).toMatchObject({ differences: 0 })
})

test('on the embedded default the owner finds tasks in all states on the desk', async () => {
  const { database, rows } = await sampled({ responses: 150, seed: 1, days: 20, owned: true })
  const desk = await homeOf(database, await openDirectory(database, 'en'), 'web', 'owner')
  expect(desk?.cards.length).toBeGreaterThan(2)
  const states = await rows<{ status: string }>(
    "select distinct t.status from message m join task t on t.id = m.task_id where m.conversation = 'web:owner' order by 1",
  )
  const all = await rows<{ status: string }>('select distinct status from task order by 1')
  expect(states).toEqual(all)
  expect(await rows("select 1 from outbox where kind = 'message'")).toEqual([])
  expect(await holdsSample(database)).toBe(true)
})

test('a record with real services is refused, and so is a second past', async () => {
  const bot = await stand()
  await bot.ask('mei')
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root)
  const options = {
    config: bot.config,
    flows,
    days: 3,
    responses: 3,
    seed: 1,
    now: NOW,
    owned: false,
    progress: () => undefined,
  }
  await expect(playSample(bot.database, options)).rejects.toThrow('real services')
  const { database } = await sampled({ responses: 3, seed: 1, days: 3 })
  await expect(playSample(database, options)).rejects.toThrow('made-up past already')
})
