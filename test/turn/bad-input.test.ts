import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { stand } from './stand.ts'

test.each([
  ['100 kB', 'slow '.repeat(20_000)],
  ['right to left', 'الخدمة كانت بطيئة جدا'],
  ['lone surrogates', 'broken \ud83d half \udc4d'],
  ['zero characters', 'zero\0inside'],
  ['JSON', '{"value":5}'],
  ['SQL', "'; drop table customer; --"],
  ['nothing', ''],
])('text of any kind is taken: %s', async (_, text) => {
  const bot = await stand()
  await bot.ask('mei')
  const before = bot.sent.length
  expect(await bot.say('mei', text)).toEqual({ outcome: 'done' })
  expect(bot.sent.length).toBeGreaterThan(before)
  expect(bot.errors).toEqual([])
})

test('a name from a profile is one line, whatever is in it', async () => {
  const bot = await stand()
  const inbound = bot.inbound('vera', { kind: 'text', text: 'hello' })
  await bot.receive({ ...inbound, from: { ...inbound.from, name: 'Vera\n*May be contacted*\r\nYes' } })
  expect(await bot.rows('select name from customer')).toEqual([{ name: 'Vera *May be contacted* Yes' }])
})

test.each([
  ['a token of nobody', token('00000000-0000-7000-8000-000000000000', '5')],
  ['not a token', 'give me five'],
])('%s does nothing, and says so', async (_, forged) => {
  const bot = await stand()
  await bot.ask('mei')
  const receipt = await bot.receive(bot.inbound('mei', { kind: 'press', token: forged }))
  expect(receipt).toMatchObject({ outcome: 'done', immediate: { kind: 'notice' } })
  expect(await bot.rows('select count(*) from answer')).toEqual([{ count: 0 }])
})

test("another customer's token does nothing", async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.ask('tom')
  const foreign = token(bot.find('mei', '1').id, '1')
  expect(await bot.receive(bot.inbound('tom', { kind: 'press', token: foreign }))).toMatchObject({
    immediate: { kind: 'notice' },
  })
  expect(await bot.rows('select count(*) from answer')).toEqual([{ count: 0 }])
})

test("a customer's press on a task card, were they to have its token, does nothing", async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.wait(10)
  const card = token(bot.find('anna', 'claim').id, 'claim')
  expect(await bot.receive(bot.inbound('mei', { kind: 'press', token: card }))).toMatchObject({
    immediate: { kind: 'notice' },
  })
  expect(await bot.rows('select status from task')).toEqual([{ status: 'open' }])
})

test('a stranger who types a command is refused kindly and sees nothing', async () => {
  const bot = await stand()
  await bot.say('stranger', '/scores last 7d')
  expect(bot.last('stranger')).toMatchObject({ kind: 'text', text: expect.stringContaining('staff') })
})

test('an agent sees tasks, but not the scores of everybody (Rocket.Chat#17448)', async () => {
  const bot = await stand()
  await bot.say('anna', '/scores last 7d')
  expect(bot.last('anna')).toMatchObject({ text: expect.stringContaining('role') })
})

test('an answer to a dialog that has expired is kept, and the customer is told', async () => {
  const bot = await stand()
  await bot.ask('mei')
  const old = bot.find('mei', '1')
  await bot.wait(60 * 24 * 10)
  await bot.receive(bot.inbound('mei', { kind: 'press', token: token(old.id, '1') }))
  await bot.say('mei', 'it was awful')
  expect(await bot.rows('select status from dialog')).toEqual([{ status: 'no_contact' }])
  expect(await bot.rows('select text from verbatim')).toEqual([{ text: 'it was awful' }])
})

test('an event for a flow that is gone is kept as failed, and the customer is told', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.rows('update dialog set version = 99')
  expect(await bot.press('mei', '1')).toEqual({ outcome: 'done' })
  expect(await bot.rows('select count(*) from inbound_failed')).toEqual([{ count: 1 }])
  expect(bot.last('mei')).toMatchObject({ kind: 'text' })
})

test('an event whose turn failed can be replayed, and then has its effect', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.rows('update dialog set version = 99')
  await bot.say('mei', '2, much too slow')
  const [failed] = await bot.rows<{ id: string; event: object; error: string }>(
    'select id, event, error from inbound_failed',
  )
  expect(JSON.stringify(failed)).not.toContain('slow')
  await bot.rows('update dialog set version = 1')
  await bot.rows(
    `insert into outbox (id, kind, lane, subject, name, due_at, attempts)
      values ($1, 'timer', 'replay', $2, 'replay', $3, 0)`,
    ['00000000-0000-7000-8000-00000000000a', `failed:${failed?.id}`, bot.at()],
  )
  await bot.deliverer.drain()
  expect(await bot.rows('select value from answer')).toEqual([{ value: 2 }])
  expect(await bot.rows('select count(*) from inbound_failed where replayed_at is null')).toEqual([{ count: 0 }])
})
