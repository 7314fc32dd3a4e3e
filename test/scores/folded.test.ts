import { expect, test } from 'vitest'
import { foldCounts } from '../../src/store/counts.ts'
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

const fold = (bot: Stand) => bot.database.run([foldCounts])
const slots = (bot: Stand) =>
  bot.rows('select slot > 0 as open, count(*)::int as rows from counts group by 1 order by 1')

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
  expect(await slots(bot)).toEqual([{ open: false, rows: expect.any(Number) }])
  expect(await answers(bot)).toEqual(before)

  await bot.press('late', '1')
  const told = await answers(bot)
  expect(told).not.toEqual(before)
  expect(await slots(bot)).toHaveLength(2)
  await fold(bot)
  expect(await answers(bot)).toEqual(told)
  expect(await recountAll(bot.database, bot.at())).toMatchObject({ differences: 0 })

  await bot.rows("update counts_folded set v5 = v5 + 1 where metric = 'csat'")
  expect(await answers(bot)).not.toEqual(told)
  expect((await recountAll(bot.database, bot.at())).differences).toBeGreaterThan(0)
  expect(await answers(bot)).toEqual(told)
})
