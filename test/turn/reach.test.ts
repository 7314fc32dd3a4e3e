import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Due } from '../../src/store/outbox.ts'
import { put } from '../../src/store/put.ts'
import { syncStaff } from '../../src/store/staff.ts'
import { releaseOrphans } from '../../src/turn/release.ts'
import { claimed, stand } from './stand.ts'

test('who could not be reached and then writes is answered, and asked again later', async () => {
  let refuses = true
  const bot = await stand({
    deliver: ({ to }) =>
      refuses && to === 'mei' ? { status: 'rejected', unreachable: true, reason: '403' } : { status: 'sent' },
  })
  await bot.ask('mei')
  expect(await bot.rows('select state from contact')).toEqual([{ state: 'blocked' }])
  refuses = false
  await bot.receive(bot.inbound('mei', { kind: 'open' }))
  expect(await bot.rows('select state from contact')).toEqual([{ state: 'reachable' }])
  await bot.say('mei', 'the parcel never came and I am angry')
  expect(bot.last('mei')).toMatchObject({ kind: 'text', text: expect.stringContaining('passed your words on') })
  await bot.wait(4 * 24 * 60)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true } })
  await bot.receive(bot.inbound('mei', { kind: 'gone' }))
  expect(await bot.rows('select state from contact')).toEqual([{ state: 'blocked' }])
})

test('an anonymous customer who turns out to be a known one goes on with what was under way', async () => {
  const bot = await stand()
  await bot.ask('mei', { customer: { id: 'id-mei', channel: 'test' } })
  await bot.say('mei', 'the parcel came late')
  const before = bot.screen('mei').length
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false } })
  expect(bot.screen('mei')).toHaveLength(before)
  expect(await bot.rows('select status from dialog')).toEqual([{ status: 'open' }])
  expect(await bot.rows('select external_id, last_asked_at is not null as asked from customer')).toEqual([
    { external_id: 'id-mei', asked: true },
  ])
})

test('an agent’s talk goes on with whom an anonymous customer turns out to be', async () => {
  const bot = await stand()
  await bot.ask('mei', { customer: { id: 'id-mei', channel: 'test' } })
  await bot.say('mei', 'the courier was rude and the box was broken')
  await bot.press('mei', '1')
  await bot.press('mei', 'yes')
  await bot.press('lin', 'claim')
  await bot.fill('lin', 'write', { text: 'Which courier was it?' })
  await bot.ask('mei')
  await bot.say('mei', 'the one with the red van')
  expect(bot.screen('lin').some(({ content }) => content.kind === 'text' && content.text.includes('red van'))).toBe(
    true,
  )
})

test('a question that is put off and then not asked is counted under the flow it would have had, and nothing differs', async () => {
  const { recountAll } = await import('../../src/store/recount.ts')
  const bot = await stand()
  bot.setting.config.asking = { ...bot.setting.config.asking, quietHours: { from: '16:00', to: '18:00' } }
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true, rule: 'quiet_hours' } })
  bot.config.teams = { refunds: { ...bot.config.teams.refunds, name: {}, flow: 'nps' } }
  await bot.say('mei', 'unsubscribe')
  await bot.wait(120)
  expect(await bot.rows('select asked, reason, flow from decision')).toEqual([
    { asked: false, reason: 'opted_out', flow: 'nps' },
  ])
  expect((await recountAll(bot.database, bot.at())).differences).toBe(0)
})

test('staff who could not be reached as customers are reached again once they write', async () => {
  let refuses = true
  const bot = await stand({
    deliver: ({ to }) =>
      refuses && to === 'anna' ? { status: 'rejected', unreachable: true, reason: '403' } : { status: 'sent' },
  })
  await bot.ask('anna')
  refuses = false
  await bot.say('anna', '/tasks')
  expect(bot.sent.filter(({ to }) => to === 'anna')).toHaveLength(1)
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  expect(bot.last('anna')).toMatchObject({ kind: 'card' })
})

test('a timer that is claimed while its customer turns out to be somebody known comes again, as theirs', async () => {
  const bot = await stand()
  await bot.ask('mei', { customer: { id: 'id-mei', channel: 'test' } })
  await bot.say('mei', 'the courier was rude and the box was broken')
  const [settle] = await bot.rows<Due>("select * from outbox where name = 'settle'")
  if (!settle) throw new Error('nothing is to be settled')
  await bot.ask('mei') // the anonymous one is merged
  await expect(bot.turns.fire(settle)).rejects.toThrow()
  await bot.wait(60)
  expect(await bot.rows("select state -> 'settled' as settled from dialog")).toEqual([{ settled: true }])
})

test('who has left the staff gets no more of a task', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  expect(bot.screen('bo')).toHaveLength(1)
  const { bo: _, ...staff } = bot.config.staff
  await syncStaff(bot.database, staff)
  await bot.setting.staff.reload()
  const before = bot.sent.length
  await bot.say('mei', 'and my neighbour says the courier threw it over the fence')
  const sent = bot.sent.slice(before)
  expect(sent.map(({ to }) => to)).toContain('anna')
  const withdrawn = { kind: 'card', facts: [], quotes: [], history: ['#1 is with another team.'], choices: [] }
  expect(sent.filter(({ to }) => to === 'bo')).toMatchObject([{ content: withdrawn }])
})

test('what somebody has open who has gone is free, and the team is told', async () => {
  const bot = await claimed()
  await bot.receive(bot.inbound('max', { kind: 'gone' }))
  const inRoom = bot.inbound('anna', { kind: 'gone' })
  await bot.receive({ ...inRoom, from: { ...inRoom.from, address: { key: 'room' }, shared: true } })
  expect(await bot.rows('select assignee from task')).toEqual([{ assignee: 'anna' }])
  await bot.receive(bot.inbound('anna', { kind: 'gone' }))
  await bot.wait(0)
  expect(await bot.rows("select status, assignee, state ->> 'assignee' as held from task")).toEqual([
    { status: 'open', assignee: null, held: null },
  ])
  expect(bot.screen('bo')).toMatchObject([
    {
      content: {
        facts: expect.arrayContaining([{ label: 'Assigned to', value: 'Nobody yet' }]),
        history: expect.arrayContaining([expect.stringContaining('Anna is not here any more')]),
      },
    },
    { content: { text: 'Anna is not here any more, so #1 is free. Whoever claims it has it.' } },
  ])
  await bot.press('bo', 'claim')
  expect(await bot.rows('select assignee from task')).toEqual([{ assignee: 'bo' }])
  expect(bot.errors).toEqual([])
})

test('what somebody has open who is on another channel too stays theirs', async () => {
  const bot = await claimed()
  const { anna, ...others } = bot.config.staff
  if (!anna) throw new Error('anna is not on the staff')
  await syncStaff(bot.database, { ...others, anna: { ...anna, identities: { ...anna.identities, web: 'anna' } } })
  await bot.setting.staff.reload()
  await bot.receive(bot.inbound('anna', { kind: 'gone' }))
  await bot.wait(0)
  expect(await bot.rows('select status, assignee from task')).toEqual([{ status: 'claimed', assignee: 'anna' }])
})

test('what somebody has open who leaves the staff is free', async () => {
  const bot = await claimed()
  await releaseOrphans(bot.database, bot.at())
  await bot.wait(0)
  expect(await bot.rows('select assignee from task')).toEqual([{ assignee: 'anna' }])
  const { anna: _, ...staff } = bot.config.staff
  await syncStaff(bot.database, staff)
  await bot.setting.staff.reload()
  await releaseOrphans(bot.database, bot.at())
  await bot.wait(0)
  expect(await bot.rows('select status, assignee from task')).toEqual([{ status: 'open', assignee: null }])
  expect(bot.screen('bo').some(({ content }) => 'text' in content && content.text.includes('so #1 is free'))).toBe(true)
})

test('a customer who has blocked one chat is asked in another whether it is put right', async () => {
  const bot = await claimed()
  await bot.receive(bot.inbound('mei', { kind: 'gone' }))
  const elsewhere = { user: 'mei2', address: { key: 'mei2' }, customer: 'id-mei' }
  await bot.receive({ ...bot.inbound('mei2', { kind: 'open' }), from: elsewhere })
  const before = bot.sent.length
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Sent again', note: 'It is on its way.' })
  expect(bot.sent.slice(before).flatMap(({ to }) => (to.startsWith('mei') ? [to] : []))).toEqual(['mei2', 'mei2'])
})

test('a question that never arrived is no reason to leave somebody in peace', async () => {
  let refuses = true
  const bot = await stand({
    deliver: ({ to }) =>
      refuses && to === 'mei' ? { status: 'rejected', unreachable: false, reason: 'x' } : { status: 'sent' },
  })
  await bot.ask('mei')
  refuses = false
  await bot.wait(60)
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true } })
})

test('who comes by a link too late, or twice, is told so kindly', async () => {
  const bot = await stand()
  const channel = bot.setting.channels.get('test')
  if (!channel) throw new Error('there is no channel')
  const capabilities = { ...channel.capabilities, opens: false, startLink: 'https://t.me/bot?start={token}' }
  bot.setting.channels.set('test', { ...channel, capabilities })
  const asked = await bot.ask('mei', { customer: { id: 'id-mei', channel: 'test' } })
  const link = asked.outcome === 'decided' && !asked.decision.asked ? String(asked.decision.detail.link) : ''
  const start = link.split('start=')[1] ?? ''
  await bot.wait(4 * 24 * 60)
  await bot.receive(bot.inbound('mei', { kind: 'open', start }))
  await bot.receive(bot.inbound('mei', { kind: 'open', start }))
  expect(bot.sent.map(({ to, content }) => [to, content.kind])).toEqual([
    ['mei', 'text'],
    ['mei', 'text'],
  ])
})

test('an automatic closing asks nobody, also where a template writes so as text', async () => {
  const bot = await stand()
  for (const automatic of [true, 'true', 'True'])
    expect(await bot.ask(`mei-${automatic}`, { attributes: { automatic } })).toMatchObject({
      decision: { asked: false },
    })
  expect(await bot.ask('mei', { attributes: { automatic: 'false' } })).toMatchObject({ decision: { asked: true } })
})

test('a failed event that is replayed twice has its effect once', async () => {
  const bot = await stand()
  const { live } = bot.setting.flows
  bot.setting.flows.live = () => {
    throw new Error('boom')
  }
  await bot.say('zoe', 'the courier was rude and the box was broken')
  bot.setting.flows.live = live
  const [failed] = await bot.rows<{ id: string }>('select id from inbound_failed')
  const replay = () => {
    const id = v7()
    const timer = { id, kind: 'timer' as const, lane: id, customer_id: null, subject: `failed:${failed?.id}` }
    return { ...timer, name: 'replay', due_at: bot.at(), attempts: 0 }
  }
  await bot.database.run([put('outbox', [replay(), replay()])])
  await bot.deliverer.drain()
  expect(await bot.rows('select text from verbatim')).toHaveLength(1)
})

test('who is new to the staff gets the cards of what was open before, once', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  const newcomer = { ...bot.config.staff.bo, name: 'Kim', identities: { test: 'kim' } }
  await syncStaff(bot.database, { ...bot.config.staff, kim: newcomer } as typeof bot.config.staff)
  await bot.setting.staff.reload()
  for (let times = 0; times < 2; times++) {
    await bot.say('kim', '/tasks')
    await bot.wait(0)
  }
  expect(bot.screen('kim').filter(({ content }) => content.kind === 'card')).toHaveLength(1)
  await bot.press('kim', 'claim')
  expect(await bot.rows('select assignee from task')).toEqual([{ assignee: 'kim' }])
  expect(bot.errors).toEqual([])
})

test('a card that could not be delivered comes when its reader is back, once', async () => {
  let away = true
  const bot = await stand({
    deliver: ({ to }) =>
      away && to === 'bo' ? { status: 'rejected', unreachable: false, reason: 'x' } : { status: 'sent' },
  })
  await bot.ask('mei')
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.press('mei', 'yes')
  expect(bot.screen('bo')).toEqual([])
  away = false
  for (let times = 0; times < 2; times++) {
    await bot.receive(bot.inbound('bo', { kind: 'open' }))
    await bot.wait(0)
  }
  expect(bot.sent.filter(({ to, content }) => to === 'bo' && content.kind === 'card')).toHaveLength(1)
})
