import { expect, test } from 'vitest'
import { question } from '../../src/turn/question.ts'
import { stand } from '../turn/stand.ts'

async function asking(bot: Awaited<ReturnType<typeof stand>>, text: string) {
  const read = await question(bot.setting, bot.database.run, text, bot.at(), 'en')
  if ('problem' in read) throw new Error(JSON.stringify(read.problem))
  return read.answer
}

test('the response to a score is that of those who were asked for it', async () => {
  const bot = await stand()
  const { refunds } = bot.setting.config.teams
  if (!refunds) throw new Error('the stand has lost its team')
  bot.setting.config.teams = { refunds, stores: { ...refunds, name: { en: 'Stores' }, flow: 'nps' } }
  for (const who of ['a', 'b', 'c']) await bot.ask(who)
  await bot.press('a', '5')
  for (const who of ['x', 'y', 'z', 'w']) await bot.ask(who, { team: 'stores' })
  await bot.press('x', '9')
  await bot.press('y', '3')
  const asked = async (text: string) => (await asking(bot, text)).total.response.asked
  expect(await asked('csat today')).toBe(3)
  expect(await asked('nps today')).toBe(4)
  expect(await asked('ces today')).toBe(0)
  expect(await asked('nps today flow nps')).toBe(4)
  expect(await asked('csat today flow nps')).toBe(0)
})

test('who is new, is called otherwise, or has lost the name can be asked for at once', async () => {
  const bot = await stand()
  const named = async (text: string) => (await asking(bot, text)).narrowed[0]?.labels
  await expect(named('csat Dora Vale today')).rejects.toThrow('unknown')
  await bot.ask('a', { agent: { id: 'dora', name: 'Dora Vale' } })
  expect(await named('csat Dora Vale today')).toEqual(['Dora Vale'])
  await bot.ask('b', { agent: { id: 'dora', name: 'Dora Wong' } })
  expect(await named('csat Dora Wong today')).toEqual(['Dora Wong'])
  await expect(named('csat Dora Vale today')).rejects.toThrow('unknown')
  await bot.rows("update label set name = 'Dora Lee' where id = 'dora'") // another process
  expect(await named('csat agent Dora Lee today')).toEqual(['Dora Lee'])
})

test('a question waits for the database twice, whatever it names', async () => {
  const bot = await stand()
  await bot.ask('a')
  await asking(bot, 'csat today by agent')
  const before = bot.database.waits()
  await asking(bot, 'csat team Refunds last week vs this week by channel')
  expect(bot.database.waits() - before).toBe(2)
})

test('a manager need not begin with a command, and other talk is no question', async () => {
  const bot = await stand()
  await bot.ask('a')
  await bot.press('a', '5')
  const said = async (text: string) => {
    await bot.say('max', text)
    const last = bot.screen('max').findLast(({ content }) => content.kind === 'text')?.content
    return last?.kind === 'text' ? last.text.split('\n')[0] : undefined
  }
  expect(await said('今天谁最差')).toBe('满意度（按客服）· 2026年3月2日')
  expect(await said('how was yesterday?')).toBe('CSAT, 1 Mar 2026')
  expect(await said('why did Refunds drop last week')).toContain('not for a number to say')
  for (const talk of ['hello there', 'ok', 'what is it?', '谢谢'])
    expect(await said(talk)).toMatch(/You can ask|您可以这样问/)
})
