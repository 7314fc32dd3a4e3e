import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { root } from '../../src/root.ts'
import { holdsSample } from '../../src/sample/channel.ts'
import { playSample } from '../../src/sample/sample.ts'
import { recountAll } from '../../src/store/recount.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { homeOf } from '../../src/turn/home.ts'
import { stand } from '../turn/stand.ts'
import { NOW, sampled } from './sampled.ts'

/** By day, as it was counted and folded. */
const COUNTS =
  "select * from counts_agents where days = 1 and channel <> '' order by first, metric, team, agent, channel, flow"

test('a past that one would believe: through the path, in three languages, with tasks in all states', async () => {
  const { database, rows } = await sampled({ responses: 400, seed: 1 })
  expect(await recountAll(database, new Date(NOW).toISOString())).toMatchObject({ differences: 0 })

  const [outcomes] = await rows<{ asked: number; complete: number }>(
    "select sum(v0 + v1 + v2 + v3 + v4 + v5 + v9)::int as asked, sum(v1)::int as complete from counts_folded where days = 1 and metric = 'outcome'",
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
  expect(counts.length).toBeGreaterThan(60)
  expect(await same.rows(COUNTS)).toEqual(counts)
  expect(await other.rows(COUNTS)).not.toEqual(counts)
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
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
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
