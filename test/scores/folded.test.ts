import { expect, test } from 'vitest'
import { foldCounts } from '../../src/store/counts.ts'
import { eraseCustomer } from '../../src/store/erase.ts'
import { recountAll } from '../../src/store/recount.ts'
import { question } from '../../src/turn/question.ts'
import { type Stand, stand } from '../turn/stand.ts'

const QUESTIONS = [
  'last 7d',
  'last 7d by team',
  'last 7d by agent',
  'last 7d by day',
  'last 7d agent Bea',
  'last 7d team Refunds by channel',
  'last 7d on test by agent',
  'last 30d agent Bea by channel',
  'last 90d by week',
  'this month vs last month by flow',
  'nps last 7d',
]

async function answers(bot: Stand) {
  const all: unknown[] = []
  for (const text of QUESTIONS) {
    const read = await question(bot.setting, bot.database.run, text, bot.at(), 'en')
    if ('problem' in read) throw new Error(`${text}: ${JSON.stringify(read.problem)}`)
    all.push({ ...read.answer, rows: read.answer.rows.map((row) => ({ ...row, label: '' })) })
  }
  return all
}

const fold = (bot: Stand) => foldCounts(bot.database)
const unfolded = async (bot: Stand) => (await bot.rows('select 1 from counts')).length

test('counts are put together, and no answer changes by it, also not by what is told later', async () => {
  const bot = await stand()
  for (const [agent, value] of [
    ['bea', '5'],
    ['bea', '4'],
    ['cy', '2'],
    ['cy', '5'],
    ['cy', '4'],
    ['dan', '5'],
  ] as const) {
    const who = `${agent}-${value}-${bot.sent.length}`
    await bot.ask(who, { agent: { id: agent, name: agent === 'bea' ? 'Bea' : agent } })
    await bot.press(who, value)
  }
  await bot.ask('late', { agent: { id: 'bea', name: 'Bea' } })
  const before = await answers(bot)
  await fold(bot)
  expect(await unfolded(bot)).toBe(0)
  expect(await answers(bot)).toEqual(before)

  await bot.press('late', '1')
  const told = await answers(bot)
  expect(told).not.toEqual(before)
  expect(await unfolded(bot)).toBeGreaterThan(0)
  await fold(bot)
  expect(await answers(bot)).toEqual(told)
  expect(await recountAll(bot.database, bot.at())).toMatchObject({ differences: 0 })

  for (const spoil of [
    "update counts_folded set v5 = v5 + 1 where metric = 'csat'",
    "update counts_agents set v5 = v5 + 1 where metric = 'csat' and channel = '' and days = 3",
    "update counts_agents set v4 = v4 + 1 where metric = 'csat' and days = 1",
    'delete from counts_agents where days = 1',
    'delete from counts_agents where days > 1',
  ]) {
    await bot.rows(spoil)
    expect((await recountAll(bot.database, bot.at())).differences, spoil).toBeGreaterThan(0)
    expect(await answers(bot), spoil).toEqual(told)
    await fold(bot)
    expect(await answers(bot), spoil).toEqual(told)
    expect(await recountAll(bot.database, bot.at()), spoil).toMatchObject({ differences: 0 })
  }
})

test('what changes a day that was folded long ago: a late answer, a changed one, erasure; and a day ends at midnight of the programme', async () => {
  const bot = await stand()
  const ended = { before: '2026-03-01T15:59:59.999Z', after: '2026-03-01T16:00:00.000Z' } // midnight in Shanghai
  for (const [who, endedAt] of Object.entries(ended)) await bot.ask(who, { endedAt })
  await bot.press('before', '5')
  const asked = await bot.rows("select metric, day from counts where metric = 'csat'")
  expect(asked).toEqual([{ metric: 'csat', day: '2026-03-01' }])
  const byDay = async () => {
    const read = await question(bot.setting, bot.database.run, 'last 3d by day', bot.at(), 'en')
    if ('problem' in read) throw new Error(JSON.stringify(read.problem))
    return read.answer.rows.map(({ group, n, response }) => [group, n, response.asked])
  }
  await fold(bot)
  await bot.press('after', '4')
  await bot.say('after', 'no, I meant 2')
  await fold(bot)
  const told = [
    ['2026-02-28', 0, 0],
    ['2026-03-01', 1, 1],
    ['2026-03-02', 1, 1],
  ]
  expect(await byDay()).toEqual(told)
  expect(
    await bot.rows("select first, v2, v4 from counts_folded where days = 1 and metric = 'csat' order by 1"),
  ).toEqual([
    { first: '2026-03-01', v2: 0, v4: 0 },
    { first: '2026-03-02', v2: 1, v4: 0 },
  ])
  await eraseCustomer(bot.database, 'id-after', 'test', bot.at())
  expect(await byDay()).toEqual(told)
  expect(await recountAll(bot.database, bot.at())).toMatchObject({ differences: 0 })
})
