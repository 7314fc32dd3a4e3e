import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test.each([
  [{ high: 90, medium: 60 }, 'grade low'],
  [{ high: 90, medium: 50 }, 'grade medium'],
  [{ high: 50, medium: 20 }, 'grade high'],
])('by %j half of the customers satisfied is “%s”', async (grades, said) => {
  const bot = await stand()
  bot.config.targets = { ...bot.config.targets, minimumN: 1, grades }
  for (const [who, rating] of [
    ['mei', '5'],
    ['zoe', '1'],
  ] as const) {
    await bot.ask(who)
    await bot.press(who, rating)
  }
  await bot.say('max', 'csat today')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining(said) })
})
