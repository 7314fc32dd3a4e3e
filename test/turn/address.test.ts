import { expect, test } from 'vitest'
import { syncStaff } from '../../src/store/staff.ts'
import { claimed, stand } from './stand.ts'

test('where a customer is reached follows what the platform says last, and is written only when it has changed', async () => {
  const bot = await stand()
  await bot.ask('mei') // the trigger knows the key alone
  const contact = async () =>
    (await bot.rows<{ address: object; version: string }>('select address, xmin::text as version from contact'))[0]
  const comes = async (service: string) => {
    const event = bot.inbound('mei', { kind: 'text', text: '5' })
    await bot.receive({ ...event, from: { ...event.from, address: { key: 'mei', service, conversation: 'a:1' } } })
    return contact()
  }
  expect((await contact())?.address).toEqual({ key: 'mei' })
  const first = await comes('https://emea.example/')
  expect(first?.address).toEqual({ key: 'mei', service: 'https://emea.example/', conversation: 'a:1' })
  expect(await comes('https://emea.example/')).toEqual(first)
  const moved = await comes('https://apac.example/')
  expect(moved?.address).toMatchObject({ service: 'https://apac.example/' })
  expect(bot.errors).toEqual([])
})

test('where a member of staff is reached outlives the process, also where their id does not tell', async () => {
  const reached: unknown[] = []
  const bot = await stand({
    deliver(_, to) {
      reached.push(to)
      return { status: 'sent' }
    },
  })
  const place = { key: 'anna', service: 'https://emea.example/', conversation: 'a:1' }
  const event = bot.inbound('anna', { kind: 'text', text: '/tasks' })
  await bot.receive({ ...event, from: { ...event.from, address: place } })
  const room = { ...event.from, address: { key: 'room', service: 'x' }, shared: true as const }
  await bot.receive({ ...event, key: 'in-a-room', from: room })
  await syncStaff(bot.database, bot.config.staff) // the next start
  reached.length = 0
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  expect(reached).toContainEqual(place)
  expect(reached).toContainEqual({ key: 'bo' })
  expect(reached).not.toContainEqual({ key: 'anna' })
})

const as = (bot: Awaited<ReturnType<typeof stand>>, key: string, customer: string, text: string) =>
  bot.receive({ ...bot.inbound(key, { kind: 'text', text }), from: { user: key, address: { key }, customer } })

test('the address that a report names is where its customer is asked, whatever else is known of them', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '5')
  await bot.wait(5 * 24 * 60)
  const asked = async (key: string) => {
    const before = bot.sent.length
    const address = { id: 'id-mei', channel: 'test', address: key }
    expect(await bot.ask('mei', { customer: address })).toMatchObject({ decision: { asked: true } })
    return bot.sent.slice(before).map(({ to }) => to)
  }
  expect(await asked('mei-new')).toEqual(['mei-new'])
  await bot.wait(5 * 24 * 60)
  expect(await asked('mei')).toEqual(['mei'])
})

test('who comes to an address after somebody else answers for nobody but themselves', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await as(bot, 'mei', 'id-other', '5')
  await as(bot, 'mei', 'id-other', 'the parcel never came')
  expect(
    await bot.rows('select 1 from answer a join dialog d on d.id = dialog_id where a.customer_id <> d.customer_id'),
  ).toEqual([])
  expect(bot.errors).toEqual([])
})

test('what staff write to a customer never goes to who has the address now', async () => {
  const bot = await claimed()
  await as(bot, 'mei', 'id-other', 'hello')
  const before = bot.sent.length
  const written = await bot.fill('anna', 'write', { text: 'Your parcel, Ms Mei, is on its way.' })
  expect(written.immediate).toMatchObject({ kind: 'notice', text: expect.stringContaining('cannot be written to') })
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: 'Dear Mei, sent again' })
  expect(bot.sent.slice(before).filter(({ to }) => to === 'mei')).toEqual([])
  expect(await bot.rows('select status from task')).toEqual([{ status: 'closed' }])
})
