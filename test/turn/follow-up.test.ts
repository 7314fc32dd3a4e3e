import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { stand } from './stand.ts'

test('a low score followed by silence opens its task within ten minutes', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  expect(bot.last('anna')).toBeUndefined()
  await bot.wait(10)
  expect(bot.last('anna')).toMatchObject({ kind: 'card', quotes: [] })
})

test('a low score that comes after its question was left out counts, and opens its task', async () => {
  const bot = await stand()
  await bot.ask('mei')
  for (const text of ['asdkjh qwe', 'hmm', 'nothing']) await bot.say('mei', text)
  await bot.wait(20)
  await bot.say('mei', '2, I waited an hour')
  expect(await bot.rows('select metric, v2 from counts where metric is not null and v2 > 0')).toEqual([
    { metric: 'csat', v2: 1 },
  ])
  const card = bot.last('anna')
  expect(card?.kind === 'card' && card.quotes.at(-1)?.text).toBe('2, I waited an hour')
})

test('words that come later are added to the task', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  await bot.say('mei', 'the courier threw the box over the fence')
  expect(bot.last('anna')).toMatchObject({
    kind: 'card',
    quotes: [{ text: 'the courier threw the box over the fence' }],
  })
  expect(await bot.rows('select count(*) from task')).toEqual([{ count: 1 }])
})

test('one customer with two bad answers in a row has one task', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(60 * 24 * 4)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true } })
  await bot.press('mei', '2')
  await bot.wait(10)
  expect(await bot.rows("select number, jsonb_array_length(state -> 'facts') as facts from task")).toEqual([
    { number: 1, facts: 2 },
  ])
})

test('what comes up again while another task is open goes on there, and both say so', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'rude')
  await bot.press('mei', 'yes')
  await bot.press('anna', 'claim')
  await bot.fill('anna', 'resolve', { cause: 'people', action: 'Sent a new one', note: '' })
  const check = bot.screen('mei').at(-1)?.id ?? ''
  await bot.press('mei', 'yes')
  bot.setting.config.asking.cooldown = '0m'
  await bot.ask('mei')
  await bot.press('mei', '2')
  await bot.wait(10)
  const tasks = () => bot.rows("select number, status, state ->> 'outcome' as outcome from task order by number")
  expect(await tasks()).toEqual([
    { number: 1, status: 'closed', outcome: 'confirmed' },
    { number: 2, status: 'open', outcome: null },
  ])
  await bot.receive(bot.inbound('mei', { kind: 'press', token: token(check, 'no') }))
  expect(await tasks()).toEqual([
    { number: 1, status: 'closed', outcome: 'joined' },
    { number: 2, status: 'open', outcome: null },
  ])
  const told = bot.last('anna')
  expect(told?.kind === 'card' && told.history).toContain(
    '17:10 · #1 of the same customer came up again and goes on here',
  )
  expect(bot.screen('lin').map(({ content }) => content.kind === 'text' && content.text)).toContain(
    '#2：同一位客户的 #1 又有问题，并入此任务处理。',
  )
  await bot.press('bo', 'claim')
  await bot.fill('bo', 'resolve', { cause: 'people', action: 'Called', note: '' })
  await bot.press('mei', 'no')
  await bot.receive(bot.inbound('mei', { kind: 'press', token: token(check, 'yes') }))
  // The second is open again and was resolved before, but it is the first that was asked about.
  expect(await tasks()).toEqual([
    { number: 1, status: 'closed', outcome: 'joined' },
    { number: 2, status: 'open', outcome: null },
  ])
})

test('danger is not waited on: its task is there with the word', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', 'the charger caught fire and burned my hand')
  expect(bot.last('anna')).toMatchObject({ kind: 'card', tone: 'urgent' })
})

test('a "no" to being contacted covers the dialog: no check is sent, and the task says so', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'rude')
  await bot.press('mei', 'no')
  const before = bot.screen('mei').length
  await bot.press('anna', 'claim')
  await bot.fill('anna', 'resolve', { cause: 'people', action: 'Talked it over in the team', note: '' })
  expect(bot.screen('mei')).toHaveLength(before)
  const [task] = await bot.rows<{ state: object }>('select state from task')
  expect(task?.state).toMatchObject({ status: 'closed', outcome: 'contact_declined' })
})

test('a customer who does not answer the check leaves the task closed as unconfirmed', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  await bot.press('anna', 'claim')
  await bot.fill('anna', 'resolve', { cause: 'people', action: 'Sent a new one', note: '' })
  await bot.wait(60 * 24 * 10)
  const [task] = await bot.rows<{ state: object }>('select state from task')
  expect(task?.state).toMatchObject({ status: 'closed', outcome: 'unconfirmed' })
})

test('two agents press Claim at once: one has it, the other is told who', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  const receipts = await Promise.all([bot.press('anna', 'claim'), bot.press('bo', 'claim')])
  const told = receipts.filter(({ immediate }) => immediate?.kind === 'notice')
  expect(told).toHaveLength(1)
  expect(await bot.rows("select count(*) from task_event where what = 'claimed'")).toEqual([{ count: 1 }])
})

test('an overdue first contact is told to those whose it is', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  await bot.wait(60 * 25)
  expect(bot.screen('lin').some(({ content }) => content.kind === 'text' && content.text.includes('#1'))).toBe(true)
})
