import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test.each(['/unsubscribe', '/unsubscribe@afterword_bot', '/退订'])('%s leaves a customer in peace', async (said) => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '2')
  await bot.say('mei', said)
  expect(await bot.rows('select opted_out from customer')).toEqual([{ opted_out: true }])
  expect(await bot.rows('select text from verbatim')).toEqual([])
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false } })
})

test('/stop ends a dialog, and begins none', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '/stop')
  expect(await bot.rows('select status from dialog')).toEqual([{ status: 'refused' }])
  await bot.say('zoe', '/stop')
  expect(await bot.rows('select count(*)::int as n from dialog')).toEqual([{ n: 1 }])
})

test('/help is for customers too; what is for staff says so', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '/help')
  expect(bot.last('mei')).toMatchObject({ kind: 'prompt' })
  await bot.say('mei', '/scores last 7d')
  expect(bot.last('mei')).toMatchObject({ text: expect.stringContaining('for our staff') })
})

test('what was said with a question stays when its buttons have gone', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', 'human')
  const asked = bot.last('mei')
  const said = asked?.kind === 'prompt' ? (asked.text.split('\n')[0] ?? '') : ''
  await bot.press('mei', '4')
  const answered = bot.screen('mei').map(({ content }) => content)
  expect(answered).toContainEqual(expect.objectContaining({ text: expect.stringContaining(said), answered: '4' }))
  expect(said).toContain('let the team know')
})
