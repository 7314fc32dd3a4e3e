import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { stand } from './stand.ts'

/** Anna, an agent of refunds, was herself served, and is asked how it went, in the chat where her cards are. */
async function asked() {
  const bot = await stand()
  await bot.ask('anna', { agent: { id: 'kim', name: 'Kim' }, team: 'billing' })
  return bot
}
type Bot = Awaited<ReturnType<typeof asked>>

const scores = (bot: Bot) => bot.rows("select value from answer where metric = 'csat'")
const kept = (bot: Bot) => bot.rows('select text from verbatim order by at')

/** Somebody else's bad experience: its card stands in Anna's chat. */
async function withCard(bot: Bot) {
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  return bot
}

/** Quotes a message, or answers in its thread. */
async function answerAt(bot: Bot, who: string, choice: string, text: string) {
  const { id } = bot.find(who, choice)
  await bot.rows('update message set ref = $1 where id = $2', [`ref-${id}`, id])
  return bot.receive(bot.inbound(who, { kind: 'text', text, about: `ref-${id}` }))
}

test('an agent who is a customer answers by button and in words', async () => {
  const bot = await asked()
  await bot.press('anna', '2')
  await bot.say('anna', 'they forgot about me')
  expect(await scores(bot)).toEqual([{ value: 2 }])
  expect(await kept(bot)).toEqual([{ text: 'they forgot about me' }])
})

test('a rating in words counts as well, and its correction by an old button', async () => {
  const bot = await asked()
  const { id } = bot.find('anna', '2')
  await bot.say('anna', '2')
  await bot.receive(bot.inbound('anna', { kind: 'press', token: token(id, '4') }))
  expect(await scores(bot)).toEqual([{ value: 4 }])
})

test('commands stay commands while a question is open', async () => {
  const bot = await asked()
  for (const command of ['/tasks', 'tasks', '任务', 'help', '/link']) await bot.say('anna', command)
  expect(await kept(bot)).toEqual([])
  expect(await bot.rows("select status from dialog where conversation = 'test:anna'")).toEqual([{ status: 'open' }])
  expect(bot.last('anna')).toMatchObject({ text: expect.stringMatching(/^link [A-Z0-9]{8}$/m) })
})

test('a press on a card is an agent’s, whatever else is asked', async () => {
  const bot = await withCard(await asked())
  await bot.press('anna', 'claim')
  expect(await bot.rows("select assignee from task where state ->> 'status' = 'claimed'")).toEqual([
    { assignee: 'anna' },
  ])
})

test('words in the thread of a card go to its customer, and words elsewhere to the question', async () => {
  const bot = await withCard(await asked())
  await bot.press('anna', 'claim')
  await answerAt(bot, 'anna', 'resolve', 'Which order is it?')
  expect(bot.last('mei')).toMatchObject({ text: expect.stringContaining('Which order is it?') })
  expect(await scores(bot)).toEqual([{ value: 1 }])
  await answerAt(bot, 'anna', '4', '4')
  expect(await scores(bot)).toEqual([{ value: 1 }, { value: 4 }])
})

test('when nothing is asked any more, words are an agent’s again', async () => {
  const bot = await asked()
  await bot.press('anna', '5')
  await bot.press('anna', 'skip')
  await bot.say('anna', 'what is open?')
  expect(bot.last('anna')).toMatchObject({ text: expect.stringContaining('/scores') })
  expect(await kept(bot)).toEqual([])
})

test('somebody writes to the agent about their own case: the answer goes to that task', async () => {
  const bot = await asked()
  await bot.press('anna', '1')
  await bot.press('anna', 'skip')
  await bot.press('anna', 'yes')
  await bot.press('bo', 'claim')
  await bot.fill('bo', 'write', { text: 'What went wrong?' })
  await bot.say('anna', 'I was called three times')
  expect(bot.screen('bo').some(({ content }) => content.kind === 'text' && content.text.includes('three times'))).toBe(
    true,
  )
})

test('nobody is given their own case: the card goes to the others', async () => {
  const bot = await asked()
  await bot.press('anna', '1')
  await bot.press('anna', 'skip')
  await bot.press('anna', 'yes')
  const cards = (who: string) => bot.screen(who).filter(({ content }) => content.kind === 'card').length
  expect([cards('anna'), cards('bo'), cards('lin')]).toEqual([0, 1, 1])
})

test('a link made for them as a customer leads to their question', async () => {
  const bot = await stand()
  await bot.ask('anna', { id: 'ending', customer: { id: 'id-anna', channel: 'test' } }) // no address: she is to come by a link
  await bot.rows(`insert into binding (token, customer_id, interaction_id, at)
    select 'the-token', customer_id, id, received_at from interaction`)
  expect(bot.screen('anna')).toEqual([])
  await bot.receive(bot.inbound('anna', { kind: 'open', start: 'the-token' }))
  await bot.press('anna', '4')
  expect(await scores(bot)).toEqual([{ value: 4 }])
})

test('who is staff and nobody’s customer does not become one by leaving and coming back', async () => {
  const bot = await stand()
  for (const kind of ['gone', 'back'] as const) await bot.receive(bot.inbound('anna', { kind }))
  expect(await bot.rows('select id from customer')).toEqual([])
})
