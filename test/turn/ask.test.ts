import { expect, test } from 'vitest'
import { stand } from './stand.ts'

const DAY = 60 * 24

test('a service is asked about once: the same report again gets the same answer', async () => {
  const bot = await stand()
  const report = { id: 'one', endedAt: bot.at() }
  const first = await bot.ask('mei', report)
  const again = await bot.ask('mei', report)
  expect(again).toEqual({ ...first, repeat: true })
  expect(bot.screen('mei')).toHaveLength(1)
})

test('the same id with another body is refused, and says where it differs', async () => {
  const bot = await stand()
  await bot.ask('mei', { id: 'one', endedAt: bot.at() })
  const changed = { id: 'one', endedAt: bot.at(), team: 'sales', agent: { id: 'anna', name: 'Anna B.' } }
  expect(await bot.ask('mei', changed)).toEqual({ outcome: 'conflict', paths: ['agent.name', 'team'] })
})

test('chatwoot#4526: a later ending of the same case is asked again, after the cooldown', async () => {
  const bot = await stand()
  await bot.ask('mei', { case: '77' })
  await bot.press('mei', '5')
  expect(await bot.ask('mei', { case: '77' })).toMatchObject({ decision: { asked: false, reason: 'cooldown' } })
  await bot.wait(DAY * 4)
  expect(await bot.ask('mei', { case: '77' })).toMatchObject({ decision: { asked: true } })
})

test('who opted out is not asked, and the decision says so', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', 'unsubscribe')
  await bot.wait(DAY * 2)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false, reason: 'opted_out' } })
  expect(await bot.rows('select reason from decision where not asked')).toEqual([{ reason: 'opted_out' }])
})

test('a customer without an address on the channel is not reachable (chatwoot#11569)', async () => {
  const bot = await stand()
  const customer = { id: 'nobody', channel: 'test' }
  expect(await bot.ask('x', { customer })).toMatchObject({ decision: { asked: false, reason: 'unreachable' } })
  const elsewhere = { id: 'nobody', channel: 'pigeon', address: 'loft 7' }
  expect(await bot.ask('x', { customer: elsewhere })).toMatchObject({ decision: { reason: 'unreachable' } })
})

test('whoever wrote anonymously is known once the trigger names them, and what they said is theirs', async () => {
  const bot = await stand()
  await bot.say('mei', 'hello?')
  const [before] = await bot.rows<{ id: string }>('select id from customer')
  await bot.ask('mei')
  expect(await bot.rows('select id, external_id from customer')).toEqual([{ id: before?.id, external_id: 'id-mei' }])
})

test('an anonymous chat of a known customer becomes theirs, audited', async () => {
  const bot = await stand()
  await bot.ask('desk', { customer: { id: 'mei', channel: 'test', address: 'desk' } })
  await bot.say('phone', 'hello?')
  await bot.wait(DAY * 2)
  await bot.ask('phone', { customer: { id: 'mei', channel: 'test', address: 'phone' } })
  expect(await bot.rows('select external_id from customer')).toEqual([{ external_id: 'mei' }])
  expect(await bot.rows('select address_key from contact order by 1')).toEqual([
    { address_key: 'desk' },
    { address_key: 'phone' },
  ])
  expect(await bot.rows('select what from audit')).toEqual([{ what: 'customer.merged' }])
})

test('chatwoot#14872: the agent credited is frozen when the service ends', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.wait(DAY * 2)
  await bot.ask('mei', { agent: { id: 'bo', name: 'Bo' } })
  expect(await bot.rows('select agent from interaction order by received_at')).toEqual([
    { agent: 'anna' },
    { agent: 'bo' },
  ])
})

test('a question that cannot be delivered says so, and the customer is not reachable from then on', async () => {
  const bot = await stand({ deliver: () => ({ status: 'rejected', unreachable: true, reason: 'blocked by user' }) })
  await bot.ask('mei')
  expect(await bot.rows('select status from dialog')).toEqual([{ status: 'undeliverable' }])
  expect(await bot.rows('select reason from outbox where dead_at is not null')).toEqual([{ reason: 'blocked by user' }])
  await bot.wait(DAY * 2)
  expect(await bot.ask('mei')).toMatchObject({ decision: { reason: 'unreachable' } })
  const counted =
    "select sum(v5)::int as undeliverable, sum(v7)::int as unreachable from counts where metric = 'outcome'"
  expect(await bot.rows(counted)).toEqual([{ undeliverable: 1, unreachable: 1 }])
})

test('who reads Traditional Chinese is asked in Simplified by a flow without Traditional, and in English by one without Chinese', async () => {
  const bot = await stand()
  const { flows } = bot.setting
  const asked = async (who: string, locales: string[]) => {
    const csat = flows.live('csat')
    bot.setting.flows = { ...flows, live: () => csat && { ...csat, locales } }
    await bot.ask(who, { customer: { id: who, channel: 'test', address: who, locale: 'zh-TW' } })
    return bot.last(who)
  }
  expect(await asked('mei', ['en', 'zh-Hans'])).toMatchObject({ locale: 'zh-Hans' })
  expect(await asked('li', ['en'])).toMatchObject({ locale: 'en' })
})

test('chatwoot#6506: a flow may ask several questions, and each team has its own flow', async () => {
  const bot = await stand()
  bot.config.teams = { refunds: { name: {}, flow: 'service-quality' }, billing: { name: {}, flow: 'csat' } }
  await bot.ask('mei', { team: 'refunds' })
  await bot.ask('zoe', { team: 'billing' })
  expect(bot.last('mei')).toMatchObject({ text: expect.stringContaining('Six short questions') })
  expect(bot.last('zoe')).toMatchObject({ text: expect.stringContaining('How satisfied are you with the help') })
  await bot.press('mei', '4')
  expect(bot.last('mei')).toMatchObject({ text: expect.stringContaining('the quality of the help itself') })
})
