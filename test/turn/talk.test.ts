import { expect, test } from 'vitest'
import { claimed, stand } from './stand.ts'

test('what an agent writes reaches the customer, and the answer comes back to the agent', async () => {
  const bot = await claimed()
  await bot.fill('anna', 'write', { text: 'Which address was it sent to?' })
  expect(bot.last('mei')).toMatchObject({
    kind: 'text',
    text: expect.stringMatching(/^Anna: Which address was it sent to\?/),
  })
  await bot.say('mei', 'to my office, not to my home. Call 13812345678')
  const told = bot.screen('anna').filter(({ content }) => content.kind === 'text')
  expect(told.at(-1)?.content).toMatchObject({ text: expect.stringContaining('to my office') })
  expect(JSON.stringify(told)).not.toContain('13812345678')
  const card = bot.screen('anna').find(({ content }) => content.kind === 'card')
  expect(card?.content).toMatchObject({ quotes: [{}, { text: expect.stringContaining('to my office') }] })
  expect(bot.errors).toEqual([])
})

test('an answer to a question that came after it is an answer to the question', async () => {
  const bot = await claimed()
  await bot.fill('anna', 'write', { text: 'A new one is on its way.' })
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: '' })
  await bot.say('mei', 'yes')
  const [task] = await bot.rows<{ state: object }>('select state from task')
  expect(task?.state).toMatchObject({ status: 'closed', outcome: 'confirmed' })
  await bot.say('mei', 'hello again')
  expect(
    bot.screen('anna').some(({ content }) => content.kind === 'text' && content.text.includes('hello again')),
  ).toBe(false)
})

test('an agent can read what was said in the conversation', async () => {
  const bot = await claimed()
  await bot.press('anna', 'show')
  expect(bot.last('anna')).toMatchObject({ kind: 'text', text: expect.stringContaining('the parcel never came') })
})

test('who wants no more questions is heard beside an agent’s message too, and gets the note without the question', async () => {
  const bot = await claimed()
  await bot.fill('anna', 'write', { text: 'Which address was it sent to?' })
  await bot.say('mei', 'unsubscribe')
  expect(await bot.rows('select opted_out from customer')).toEqual([{ opted_out: true }])
  expect(await bot.rows("select purpose, given from consent where purpose = 'survey'")).toEqual([
    { purpose: 'survey', given: false },
  ])
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: 'It is on its way.' })
  expect(bot.last('mei')).toMatchObject({ kind: 'text', text: 'It is on its way.' })
  const [task] = await bot.rows<{ state: object }>('select state from task')
  expect(task?.state).toMatchObject({ status: 'closed', outcome: 'unconfirmed' })
  await bot.wait(25 * 60)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false, reason: 'opted_out' } })
  expect(bot.errors).toEqual([])
})

test.each(['/tasks', '任务'])(
  '%s in the thread of a card: a command is for the bot, words are for the customer',
  async (text) => {
    const bot = await claimed({ deliver: ({ id }) => ({ status: 'sent', ref: `ref-${id}` }) })
    const card = bot.screen('anna').find(({ content }) => content.kind === 'card')
    await bot.receive(bot.inbound('anna', { kind: 'text', text, about: `ref-${card?.id}` }))
    const toMei = bot.screen('mei').some(({ content }) => content.kind === 'text' && content.text.includes(text))
    expect(toMei).toBe(!text.startsWith('/'))
  },
)

test('a question that no word tells the language of is met with examples in the asker’s', async () => {
  const bot = await stand()
  await bot.say('lin', '/scores 999')
  expect(bot.last('lin')).toMatchObject({ locale: 'zh-Hans', text: expect.stringContaining('近7天 按班组') })
  expect(bot.last('lin')).not.toMatchObject({ text: expect.stringContaining('last 7') })
})
