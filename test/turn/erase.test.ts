import { expect, test } from 'vitest'
import { eraseCustomer } from '../../src/store/erase.ts'
import { stand } from './stand.ts'

test('erasure takes a customer’s words out of answers to managers too', async () => {
  const bot = await stand()
  await bot.ask('mei', { topic: 'Refund for Mei Chen' })
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.say('max', '/verbatims last 7d')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('parcel never') })
  await eraseCustomer(bot.database, 'id-mei', 'test', bot.at())
  const everything = JSON.stringify([
    await bot.rows('select * from message'),
    await bot.rows('select * from verbatim'),
    await bot.rows('select * from dialog'),
    await bot.rows('select * from interaction'),
    await bot.rows('select * from task'),
  ])
  expect(everything).not.toMatch(/parcel never|Mei Chen/)
})

test('erasure takes a word that several customers said out of answers on the words of a period', async () => {
  const bot = await stand()
  for (const who of ['mei', 'bob', 'tom']) {
    await bot.ask(who)
    await bot.press(who, '1')
    await bot.say(who, who === 'tom' ? 'slow slow slow' : 'the courier asked for fernsby')
  }
  await bot.say('max', '/words today')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('fernsby') })
  await eraseCustomer(bot.database, 'id-tom', 'test', bot.at())
  expect(JSON.stringify(await bot.rows("select * from message where direction = 'out'"))).toContain('fernsby')
  await eraseCustomer(bot.database, 'id-mei', 'test', bot.at())
  await eraseCustomer(bot.database, 'id-bob', 'test', bot.at())
  expect(JSON.stringify(await bot.rows('select * from message'))).not.toContain('fernsby')
})

test('erasure takes what somebody wrote before it was known who they are', async () => {
  const bot = await stand()
  const { live } = bot.setting.flows
  bot.setting.flows.live = () => {
    throw new Error('boom')
  }
  await bot.say('zoe', 'my name is Zoe and the parcel never came')
  bot.setting.flows.live = live
  await bot.say('zoe', 'the courier was rude to me')
  const [customer] = await bot.rows<{ id: string }>('select id from customer')
  await eraseCustomer(bot.database, customer?.id ?? '', 'test', bot.at())
  expect(JSON.stringify(await bot.rows('select * from message'))).not.toMatch(/Zoe|rude/)
  expect(await bot.rows('select * from inbound_failed')).toEqual([])
})

test('whoever wrote only what failed is erased by where they write, and staff are not', async () => {
  const bot = await stand()
  bot.setting.flows.live = () => {
    throw new Error('boom')
  }
  await bot.say('zoe', 'my name is Zoe and the parcel never came')
  await bot.say('anna', 'tasks')
  expect(await eraseCustomer(bot.database, 'test:anna', 'test', bot.at())).toBeNull()
  expect(await eraseCustomer(bot.database, 'test:zoe', 'test', bot.at())).toMatchObject({ messages: 1, verbatims: 0 })
  const left = await Promise.all(
    ['message', 'inbound_failed', 'outbox', 'audit'].map((table) => bot.rows(`select * from ${table}`)),
  )
  expect(JSON.stringify(left)).not.toMatch(/Zoe|zoe/)
  expect(JSON.stringify(left)).toContain('"text":"tasks"')
  expect(await bot.rows('select what from audit')).toEqual([{ what: 'customer.erased' }])
  expect(await eraseCustomer(bot.database, 'test:zoe', 'test', bot.at())).toBeNull()
})

const [PHONE, WRITER] = ['+8613812345678', 'id-mei']

async function erasedWithTask() {
  const bot = await stand()
  await bot.ask(PHONE, { customer: { id: WRITER, channel: 'test', address: PHONE } })
  await bot.press(PHONE, '1')
  await bot.say(PHONE, 'the parcel never came')
  await bot.press(PHONE, 'yes')
  await bot.press('anna', 'claim')
  await eraseCustomer(bot.database, WRITER, 'test', bot.at())
  return bot
}

test('no address and no id of the customer is left in any table', async () => {
  const bot = await erasedWithTask()
  const tables = await bot.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  )
  const rows = await Promise.all(tables.map(({ name }) => bot.rows(`select * from "${name}"`)))
  expect(tables.length).toBeGreaterThan(20)
  expect(JSON.stringify(rows)).not.toContain(PHONE)
  expect(JSON.stringify(rows)).not.toContain(`"${WRITER}"`)
})

test('cards that are out are shown anew, without words, and nobody is written to any more', async () => {
  const bot = await erasedWithTask()
  const before = bot.sent.length
  await bot.wait(1)
  const cards = bot.sent.slice(before)
  expect(cards.map(({ to }) => to)).toContain('anna')
  for (const { content } of cards)
    expect(content).toMatchObject({ kind: 'card', quotes: [], edits: expect.any(String) })
  expect(bot.screen('anna').filter(({ content }) => content.kind === 'card')).toHaveLength(1)
  await bot.fill('anna', 'write', { text: 'What is your order number?' })
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: 'Dear Mei' })
  expect(bot.sent.slice(before).filter(({ to }) => to === PHONE)).toEqual([])
  expect(await bot.rows('select status from task')).toEqual([{ status: 'closed' }])
  expect(bot.errors).toEqual([])
})

test('a dialog under way asks nothing more and opens no task', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '1 everything was wonderful, great friendly service, I love it, fantastic!')
  await eraseCustomer(bot.database, 'id-mei', 'test', bot.at())
  const before = bot.sent.length
  await bot.wait(8 * 24 * 60)
  expect(bot.sent.slice(before)).toEqual([])
  expect(await bot.rows('select status from dialog')).toEqual([{ status: 'partial' }])
  expect(await bot.rows('select 1 from task')).toEqual([])
})

test('who writes from the same address later is somebody new', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await eraseCustomer(bot.database, 'id-mei', 'test', bot.at())
  await bot.say('mei', 'my name is Zoe and the parcel never came')
  expect(
    await bot.rows('select 1 from verbatim v join dialog d on d.id = dialog_id where v.customer_id <> d.customer_id'),
  ).toEqual([])
  expect(await bot.rows('select count(*) from dialog')).toEqual([{ count: 2 }])
})

test('whoever has no id is erased by where they write', async () => {
  const bot = await stand()
  await bot.say('zoe', 'the courier was rude to me')
  expect(await eraseCustomer(bot.database, 'test:nobody', 'test', bot.at())).toBeNull()
  expect(await eraseCustomer(bot.database, 'test:zoe', 'test', bot.at())).toMatchObject({ verbatims: 1 })
  expect(JSON.stringify(await bot.rows('select * from verbatim'))).not.toContain('rude')
})
