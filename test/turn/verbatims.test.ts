import { expect, test } from 'vitest'
import { eraseCustomer } from '../../src/store/erase.ts'
import { stand } from './stand.ts'

test('a manager reads the newest words with what tells their themes; an erased customer says nothing', async () => {
  const bot = await stand()
  for (const [who, rating, words] of [
    ['mei', '1', 'the refund took three weeks, call me on 13812345678'],
    ['li', '5', '客服态度很好，非常耐心'],
    ['bob', '1', 'the agent was rude to me'],
  ] as const) {
    await bot.ask(who)
    await bot.press(who, rating)
    await bot.say(who, words)
    await bot.wait(1)
  }
  const said = async (question: string) => {
    await bot.say('max', question)
    const { content } = { content: bot.last('max') }
    return content?.kind === 'text' ? content.text : ''
  }
  const all = await said('verbatims today')
  expect(all.indexOf('[was rude]')).toBeGreaterThan(0)
  expect(all.indexOf('[was rude]')).toBeLessThan(all.indexOf('refund'))
  expect(all).not.toContain('13812345678')
  expect(all).toContain('Attitude −')
  const bad = await said('verbatims last 7d negative')
  expect(bad).toContain('rude')
  expect(bad).not.toContain('耐心')
  expect(await said('客户原话 近7天 好评 服务态度')).toContain('服务态度 +')
  expect(await said('verbatims last 7 dyas')).toContain('dyas')
  expect(await said('verbatims yesterday')).toContain('Nobody')

  await eraseCustomer(bot.database, 'id-bob', 'test', bot.at())
  expect(await said('verbatims today')).not.toContain('rude')
  await bot.say('anna', 'verbatims today')
  expect(bot.last('anna')).toMatchObject({ text: expect.stringContaining('role') })
})
