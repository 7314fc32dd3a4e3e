import { expect, test } from 'vitest'
import { stand } from './stand.ts'

const edit = (bot: Awaited<ReturnType<typeof stand>>, text: string) =>
  bot.receive(bot.inbound('mei', { kind: 'edit', text }))
const answers = (bot: Awaited<ReturnType<typeof stand>>) =>
  bot.rows('select question, value from answer order by at, question')

test('an edited rating is the rating, and answers nothing that was asked since', async () => {
  const bot = await stand()
  bot.config.teams = { refunds: { ...bot.config.teams.refunds, name: {}, flow: 'service-quality' } }
  await bot.ask('mei')
  await bot.say('mei', '5')
  const [first] = await answers(bot)
  await edit(bot, '4')
  expect(await answers(bot)).toEqual([{ ...first, value: 4 }])
  await edit(bot, '4')
  expect(await answers(bot)).toEqual([{ ...first, value: 4 }])
  await bot.say('mei', '3')
  expect((await answers(bot)).map(({ value }) => value).sort()).toEqual([3, 4])
  expect(bot.errors).toEqual([])
})

test('an edited rating before a question in words changes the rating, and the question stays open', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '5')
  await edit(bot, '4')
  expect(await answers(bot)).toEqual([{ question: 'score', value: 4 }])
  await bot.say('mei', 'the courier was late')
  expect(await bot.rows('select text from verbatim')).toEqual([{ text: 'the courier was late' }])
})

test('what was not understood is edited into an answer', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', 'qwertz')
  await edit(bot, '4')
  expect(await answers(bot)).toEqual([{ question: 'score', value: 4 }])
})

test('a rating that is edited while a later question is open is the rating, and no comment', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await edit(bot, '2')
  expect(await bot.rows("select value from answer where question = 'score'")).toEqual([{ value: 2 }])
  expect(await bot.rows('select text from verbatim')).toEqual([{ text: 'the parcel never came' }])
})

test('an edit that changes no word changes nothing', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '1')
  await bot.say('mei', 'the parcel never came')
  const before = bot.sent.length
  await edit(bot, 'the parcel never came')
  expect(await bot.rows('select text from verbatim')).toHaveLength(1)
  expect(bot.sent.slice(before)).toEqual([])
})

test('a rating with words that is edited after the end is the new one', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '2 the parcel never came')
  await bot.press('mei', 'yes')
  await edit(bot, '4 the parcel came after all')
  expect(await bot.rows("select value from answer where question = 'score'")).toEqual([{ value: 4 }])
})
