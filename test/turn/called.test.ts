import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { claimed, stand } from './stand.ts'

async function contacted(leave: 'yes' | 'no' = 'yes') {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', leave)
  await bot.press('anna', 'claim')
  await bot.wait(60)
  return bot
}

type Bot = Awaited<ReturnType<typeof stand>>
const resolve = (bot: Bot, note = '') => bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note })
const linesToStaff = (bot: Bot, since: number) =>
  bot.sent.slice(since).filter(({ to, content }) => to !== 'mei' && content.kind === 'text')
const status = async (bot: Bot) => (await bot.rows<{ status: string }>('select status from task'))[0]?.status

test.each([
  ['human', false],
  ['human', true],
  ['now the second parcel is broken too, this is terrible and I want my money back', true],
  ['第二个包裹也坏了，太差劲了，我要退款', true],
  ['I will call my lawyer', true],
] as const)(
  '“%s” after a resolution (confirmed: %s) opens the task again, and somebody is told',
  async (words, confirmed) => {
    const bot = await contacted()
    await resolve(bot)
    if (confirmed) await bot.press('mei', 'yes')
    await bot.wait(30)
    const before = bot.sent.length
    await bot.say('mei', words)
    expect(linesToStaff(bot, before)).not.toEqual([])
    expect(await status(bot)).toBe('open')
    expect(bot.errors).toEqual([])
  },
)

test.each(['human', 'now I will call my lawyer and sue you'])(
  '“%s” after a task is closed because the customer wanted no contact opens it again',
  async (words) => {
    const bot = await contacted('no')
    await resolve(bot)
    expect(await status(bot)).toBe('closed')
    const before = bot.sent.length
    await bot.say('mei', words)
    expect(linesToStaff(bot, before)).not.toEqual([])
    expect(await status(bot)).toBe('open')
  },
)

test.each(['thanks, all good now', 'unsubscribe', 'the second parcel is blue'])('“%s” opens nothing', async (words) => {
  const bot = await contacted()
  await resolve(bot)
  await bot.press('mei', 'yes')
  const before = bot.sent.length
  await bot.say('mei', words)
  expect(linesToStaff(bot, before)).toEqual([])
  expect(await status(bot)).toBe('closed')
})

test('a task that comes back without a contact ever has time anew for the first one', async () => {
  const bot = await contacted()
  await bot.wait(2 * 24 * 60)
  await resolve(bot)
  await bot.press('mei', 'no')
  const [task] = await bot.rows<{ due: string }>("select state ->> 'contactDue' as due from task")
  expect(Date.parse(task?.due ?? '')).toBeGreaterThan(Date.parse(bot.at()))
  expect(await bot.rows("select name from outbox where name = 'contact_due'")).toHaveLength(1)
})

test('whoever wrote is told when it did not reach the customer, and the customer is not contacted by it', async () => {
  let refuses = false
  const bot = await claimed({
    deliver: ({ to }) =>
      refuses && to === 'mei' ? { status: 'rejected', unreachable: true, reason: '403' } : { status: 'sent' },
  })
  refuses = true
  const before = bot.sent.length
  await bot.fill('anna', 'write', { text: 'What is your order number?' })
  await bot.wait(1)
  expect(linesToStaff(bot, before)).toMatchObject([
    { to: 'anna', content: { text: expect.stringContaining('did not reach the customer') } },
    { to: 'lin' },
  ])
  expect(await status(bot)).toBe('claimed')
  expect(await bot.rows("select name from outbox where name = 'contact_due'")).toHaveLength(1)
})

test('a check that is answered in words alone comes to an end, and so does its task', async () => {
  const bot = await contacted()
  await resolve(bot)
  await bot.say('mei', 'it is blue')
  await bot.say('mei', 'and it is square')
  await bot.wait(10 * 24 * 60)
  expect(await status(bot)).toBe('closed')
})

test('of two checks of one task only the newer one asks on', async () => {
  const bot = await contacted()
  await resolve(bot)
  await bot.say('mei', 'the courier was rude, I want to talk to a lawyer')
  await bot.press('anna', 'claim')
  await resolve(bot)
  expect(await bot.rows("select 1 from dialog where flow = 'resolution-check' and status = 'open'")).toHaveLength(1)
  await bot.say('mei', 'yes')
  expect(await status(bot)).toBe('closed')
})

test('leave to be contacted that is given after all opens a closed task again', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  const { id } = bot.find('mei', 'yes')
  await bot.press('mei', 'no')
  await bot.press('anna', 'claim')
  await resolve(bot)
  const before = bot.sent.length
  await bot.receive(bot.inbound('mei', { kind: 'press', token: token(id, 'yes') }))
  expect(await status(bot)).toBe('open')
  expect(linesToStaff(bot, before)).not.toEqual([])
})
