import { expect, test } from 'vitest'
import { claimed, stand } from './stand.ts'

const toMei = (bot: Awaited<ReturnType<typeof stand>>, since: number) =>
  bot.sent.slice(since).filter(({ to }) => to.startsWith('mei'))

test('who unsubscribes in one chat is not reminded in another', async () => {
  const bot = await stand()
  await bot.ask('mei')
  const elsewhere = { user: 'mei2', address: { key: 'mei2' }, customer: 'id-mei' }
  await bot.receive({ ...bot.inbound('mei2', { kind: 'text', text: 'unsubscribe' }), from: elsewhere })
  expect(await bot.rows('select opted_out from customer')).toEqual([{ opted_out: true }])
  const before = bot.sent.length
  await bot.wait(8 * 24 * 60)
  expect(toMei(bot, before)).toEqual([])
})

test('who unsubscribes is reminded of nothing, however many questions are open', async () => {
  const bot = await claimed()
  await bot.wait(25 * 60)
  await bot.ask('mei')
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: '' })
  await bot.say('mei', 'unsubscribe')
  const before = bot.sent.length
  await bot.wait(8 * 24 * 60)
  expect(toMei(bot, before)).toEqual([])
})

test('who is being written to by a person is not reminded, and what they say is an answer to that person', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.wait(60)
  await bot.press('mei', '1')
  await bot.wait(10)
  await bot.press('anna', 'claim')
  await bot.wait(20 * 60)
  await bot.fill('anna', 'write', { text: 'What is your order number?' })
  const before = bot.sent.length
  await bot.wait(4 * 60)
  expect(toMei(bot, before)).toEqual([])
  await bot.say('mei', 'it is on the invoice that I sent last week')
  expect(bot.sent.slice(before).filter(({ to, content }) => to === 'anna' && content.kind === 'text')).toMatchObject([
    { content: { text: expect.stringContaining('invoice') } },
  ])
})

test('a question whether it is put right counts for the time in which nobody is asked again', async () => {
  const bot = await claimed()
  await bot.wait(3 * 24 * 60)
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: '' })
  await bot.press('mei', 'yes')
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false, reason: 'cooldown' } })
})

test('what was put off and then could not be asked stands in no other question’s way', async () => {
  const bot = await stand()
  bot.config.asking = { ...bot.config.asking, quietHours: { from: '16:00', to: '18:00' } }
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true, rule: 'quiet_hours' } })
  await bot.receive(bot.inbound('mei', { kind: 'gone' }))
  await bot.wait(65)
  expect(await bot.rows('select asked, reason from decision')).toEqual([{ asked: false, reason: 'unreachable' }])
  await bot.receive(bot.inbound('mei', { kind: 'open' }))
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true, rule: 'at_once' } })
})

test.each(['subscribe', '重新订阅', '取消退訂'])('who unsubscribed and writes “%s” is asked again', async (words) => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', 'unsubscribe')
  await bot.wait(5 * 24 * 60)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false, reason: 'opted_out' } })
  const before = bot.sent.length
  await bot.say('mei', words)
  expect(bot.sent.slice(before)).toMatchObject([{ to: 'mei', content: { kind: 'text' } }])
  expect(await bot.rows('select opted_out from customer')).toEqual([{ opted_out: false }])
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true } })
  expect(await bot.rows("select given from consent where purpose = 'survey' order by at")).toEqual([
    { given: false },
    { given: true },
  ])
})
