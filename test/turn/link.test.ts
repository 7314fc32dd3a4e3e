import { expect, test } from 'vitest'
import { forgetKeys } from '../../src/store/inbound.ts'
import { capabilities } from '../capabilities.ts'
import { stand } from './stand.ts'

const START_LINK = 'https://t.example/acme_bot?start={token}'

test('a customer who is not on the channel yet gets a link, and is asked when they come by it', async () => {
  const bot = await stand()
  bot.setting.channels.set('test', { capabilities: { ...capabilities, opens: false, startLink: START_LINK } })
  const asked = await bot.ask('mei', { customer: { id: 'mei', channel: 'test' } })
  expect(asked).toMatchObject({
    decision: { asked: false, reason: 'unreachable', detail: { state: 'none', link: expect.any(String) } },
  })
  const [binding] = await bot.rows<{ token: string }>('select token from binding')
  expect(binding?.token).toMatch(/^[A-Za-z0-9_-]{22}$/)

  await bot.receive(bot.inbound('chat-7', { kind: 'open', start: binding?.token ?? '' }))
  expect(bot.last('chat-7')).toMatchObject({ kind: 'prompt' })
  await bot.press('chat-7', '5')
  expect(await bot.rows('select external_id from customer')).toEqual([{ external_id: 'mei' }])
  expect(await bot.rows('select asked from decision')).toEqual([{ asked: true }])
  const counted = "select sum(v0)::int as open, sum(v7)::int as unreachable from counts where metric = 'outcome'"
  expect(await bot.rows(counted)).toEqual([{ open: 1, unreachable: 0 }])

  await bot.receive(bot.inbound('chat-8', { kind: 'open', start: binding?.token ?? '' }))
  expect(bot.screen('chat-8')).toMatchObject([
    { content: { kind: 'text', text: expect.stringContaining('no open question') } },
  ])
})

test('who comes by their link once more, or starts the bot anew, is asked again what is open', async () => {
  const bot = await stand()
  bot.setting.channels.set('test', { capabilities: { ...capabilities, opens: false, startLink: START_LINK } })
  await bot.ask('mei', { customer: { id: 'mei', channel: 'test' } })
  const [binding] = await bot.rows<{ token: string }>('select token from binding')
  for (const start of [binding?.token ?? '', binding?.token ?? '', ''])
    await bot.receive(bot.inbound('chat-7', { kind: 'open', start }))
  const all = bot.sent.filter(({ to }) => to === 'chat-7').map(({ content }) => content)
  const [first, second, third, ...more] = all.filter(({ edits }) => edits === undefined)
  expect(more).toEqual([])
  const retired = all.filter(({ edits }) => edits !== undefined)
  expect(retired).toMatchObject([{ choices: [] }, { choices: [] }]) // where it stood before, nothing can be pressed
  for (const again of [second, third])
    expect(again).toMatchObject({ kind: 'prompt', choices: first?.kind === 'prompt' ? first.choices : null })
  await bot.press('chat-7', '5')
  expect(await bot.rows('select value from answer')).toEqual([{ value: 5 }])

  await bot.receive(bot.inbound('stranger', { kind: 'open', start: '' }))
  expect(bot.last('stranger')).toMatchObject({ kind: 'text', text: expect.stringContaining('no open question') })
})

test('who never let the bot write to them gets a link at the next service, though the address is known', async () => {
  const bot = await stand({
    deliver: ({ to }) =>
      to === 'mei' ? { status: 'rejected', unreachable: true, reason: 'never started' } : { status: 'sent' },
  })
  bot.setting.channels.set('test', { capabilities: { ...capabilities, opens: false, startLink: START_LINK } })
  await bot.ask('mei')
  expect(await bot.ask('mei')).toMatchObject({
    decision: { asked: false, reason: 'unreachable', detail: { state: 'blocked', link: expect.any(String) } },
  })
})

test('a link that is older than 30 days, or is brought to another channel, binds nobody, and goes with the old keys', async () => {
  const bot = await stand()
  bot.setting.channels.set('test', { capabilities: { ...capabilities, opens: false, startLink: START_LINK } })
  await bot.ask('mei', { customer: { id: 'mei', channel: 'test' } })
  const [binding] = await bot.rows<{ token: string }>('select token from binding')
  const come = bot.inbound('chat-7', { kind: 'open', start: binding?.token ?? '' })
  await bot.receive({ ...come, channel: 'elsewhere' })
  expect(await bot.rows('select token from binding')).toHaveLength(1)
  await bot.wait(30 * 24 * 60 + 1)
  await bot.receive({ ...come, key: 'late' })
  expect(bot.last('chat-7')).toMatchObject({ kind: 'text', text: expect.stringContaining('no open question') })
  const mine = "select address_key from contact join customer on customer.id = customer_id where external_id = 'mei'"
  expect(await bot.rows(mine)).toEqual([])
  await forgetKeys(bot.database, bot.at())
  expect(await bot.rows('select token from binding')).toEqual([])
  expect(bot.errors).toEqual([])
})

test('staff are recognised on another channel by a code that works once', async () => {
  const bot = await stand()
  await bot.say('anna', '/link')
  const said = bot.last('anna')
  const code = /^link ([A-Z0-9]{8})$/m.exec(said?.kind === 'text' ? said.text : '')?.[1]
  expect(code).toBeDefined()
  await bot.say('anna-elsewhere', `/link ${code}`)
  expect(bot.last('anna-elsewhere')).toMatchObject({ text: expect.stringContaining('I know you here now') })
  await bot.say('anna-elsewhere', 'tasks')
  expect(bot.last('anna-elsewhere')).toMatchObject({ text: expect.stringContaining('Nothing is open') })
  await bot.say('thief', `/link ${code}`)
  expect(bot.last('thief')).toMatchObject({ text: expect.stringContaining('not known') })
})

test('a code is given to its member alone, and who uses it is told where the member was known and stands in the audit', async () => {
  const bot = await stand()
  const inTeam = bot.inbound('max', { kind: 'text', text: '/link' })
  await bot.receive({ ...inTeam, from: { user: 'max', address: { key: 'team-channel' } } })
  expect(bot.last('team-channel')).toMatchObject({ text: expect.stringContaining('in a direct message') })
  expect(await bot.rows('select hash from staff_key')).toEqual([])

  await bot.say('max', 'link')
  const said = bot.last('max')
  const code = /^link ([A-Z0-9]{8})$/m.exec(said?.kind === 'text' ? said.text : '')?.[1]
  await bot.say('max-elsewhere', `/link ${code}`)
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('You are now known on test too') })
  expect(await bot.rows('select what, subject, detail from audit')).toEqual([
    { what: 'staff.linked', subject: 'max', detail: { channel: 'test', user: 'max-elsewhere' } },
  ])
  expect(bot.errors).toEqual([])
})

test('whoever is known already hears about a code what others hear', async () => {
  const bot = await stand()
  await bot.say('max', 'link ABCD2345')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('not known') })
  await bot.say('max', 'link')
  const said = bot.last('max')
  await bot.say('max', /^link [A-Z0-9]{8}$/m.exec(said?.kind === 'text' ? said.text : '')?.[0] ?? '')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('I know you here now') })
})

test('a code that is too old does not work', async () => {
  const bot = await stand()
  await bot.say('anna', '/link')
  const said = bot.last('anna')
  const code = /^link ([A-Z0-9]{8})$/m.exec(said?.kind === 'text' ? said.text : '')?.[1]
  await bot.wait(11)
  await bot.say('anna-elsewhere', `/link ${code}`)
  expect(bot.last('anna-elsewhere')).toMatchObject({ text: expect.stringContaining('not known') })
})
