import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Content, type Immediate, type Outbound, token } from '../../src/channel.ts'
import { START, standTeams } from './stand.ts'
import type { Person } from './stand-in/person.ts'
import type { Block } from './stand-in/world.ts'

const MEI = '7faf8ab2-3d56-4244-b585-20c8a42ed2b8'
const LIN = '0a6b1c7e-58d1-4f4d-9d4b-5a1f3a7c9e10'
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const hello: Outbound = { kind: 'text', text: 'hello', locale: 'en' }
const card: Extract<Content, { kind: 'card' }> = {
  kind: 'card',
  subject: 'task-12',
  title: '#12 · Refunds',
  tone: 'urgent',
  facts: [],
  quotes: [{ text: 'I waited', marks: [] }],
  history: ['08:00 opened'],
  choices: [
    { id: 'claim', label: 'Claim', style: 'primary' },
    { id: 'resolve', label: 'Resolve…' },
  ],
}
const shown: Outbound = { ...card, locale: 'en' }
const form = (of: string): Immediate => ({
  kind: 'form',
  token: of,
  title: 'Resolve #12',
  submit: 'Resolve',
  locale: 'en',
  fields: [
    {
      id: 'cause',
      label: 'Root cause',
      kind: 'select',
      required: true,
      options: [{ id: 'process', label: 'Process' }],
    },
    { id: 'action', label: 'What was done', kind: 'long-text', required: true, value: 'so far' },
  ],
})

let stand: Awaited<ReturnType<typeof standTeams>>
let mei: Person
beforeEach(async () => {
  stand = await standTeams()
  mei = stand.teams.join(MEI, { name: 'Mei', locale: 'zh-TW' })
})
afterEach(() => stand.close())

const send = (to: string, outbound: Outbound, more: { edits?: string; id?: string } = {}) => {
  stand.clock.at += 1_000
  return stand.channel.send({ key: to }, outbound, { id: v7(), ...more })
}
const bodies = () => stand.inbound.map(({ body }) => body)

describe.each([
  ['a client that answers presses', false],
  ['an older client', true],
])('a card on %s', (_what, old) => {
  const id = v7()
  let lin: Person
  beforeEach(async () => {
    lin = stand.teams.join(LIN, { name: 'Lin', old })
    await send(LIN, shown, { id })
  })
  /** What goes to Teams beside the answer has arrived when the channel has stopped. */
  const settled = () => stand.channel.stop()
  const lines = () => [
    ...lin.toasts(),
    ...lin.screen().flatMap(({ words, buttons }) => (buttons.length === 0 ? [words] : [])),
  ]

  test('a press tells its token, and who comes second is told so', async () => {
    stand.answers({ outcome: 'done', immediate: { kind: 'notice', text: 'Bo has it.' } })
    expect((await lin.press('Claim')).status).toBe(200)
    await settled()
    expect(bodies()).toEqual([{ kind: 'press', token: token(id, 'claim') }])
    expect(lines()).toContain('Bo has it.')
  })

  test('a form: opened in the card’s place, left again, filled in, mended, sent', async () => {
    const of = token(id, 'resolve')
    stand.answers({ outcome: 'done', immediate: form(of) })
    await lin.press('Resolve…')
    await settled()
    const [open, ...more] = lin.screen()
    expect(more).toEqual([])
    expect(open?.inputs.map((input) => [input.id, input.value])).toEqual([
      ['field:cause', ''],
      ['field:action', 'so far'],
    ])

    await lin.press('Cancel')
    await settled()
    expect(lin.screen()[0]).toMatchObject({ words: expect.stringContaining('#12 · Refunds'), inputs: [] })
    expect(stand.inbound).toHaveLength(1) // that a form was left is nothing to the product

    await lin.press('Resolve…')
    await settled()
    stand.answers({
      outcome: 'done',
      immediate: { kind: 'invalid', problems: { action: 'Too short.', elsewhere: 'Not now.' } },
    })
    await lin.fill({ cause: 'process', action: 'x' })
    await settled()
    expect(lin.problems()).toEqual({ '': 'Not now.', action: 'Too short.' })
    expect(lin.screen()[0]?.inputs.map(({ value }) => value)).toEqual(['process', 'x']) // what was typed is not lost

    stand.answers({ outcome: 'done' })
    await lin.fill({ cause: 'process', action: 'Refunded & called' })
    expect(bodies().at(-1)).toEqual({
      kind: 'form',
      token: of,
      values: { cause: 'process', action: 'Refunded & called' },
    })
    expect(new Set(stand.inbound.map(({ key }) => key)).size).toBe(stand.inbound.length)
  })

  test('what was not stored is to come again, or is pressed again', async () => {
    stand.answers({ outcome: 'retry' })
    expect((await lin.press('Claim')).status).toBe(503)
    expect(stand.inbound).toHaveLength(old ? 4 : 1) // a message is sent again three times, a press is not
    expect(new Set(stand.inbound.map(({ key }) => key)).size).toBe(1)
  })
})

test('a list: what is picked is a press; sent with nothing picked it asks for a choice', async () => {
  const id = v7()
  const choices = Array.from({ length: 11 }, (_, n) => ({ id: String(n), label: String(n) }))
  await send(MEI, { kind: 'prompt', text: '您會推薦嗎？', choices, layout: 'scale', locale: 'zh-Hant' }, { id })
  await mei.press('傳送')
  expect([bodies(), mei.toasts()]).toEqual([[], ['請選擇一項。']])
  await mei.press('9')
  expect(bodies()).toEqual([{ kind: 'press', token: token(id, '9') }])
})

test('a picture comes with its words for who cannot see it', async () => {
  await send(MEI, { kind: 'picture', png: PNG, alt: '滿意度', locale: 'zh-Hant' })
  expect(mei.screen()).toMatchObject([{ words: '滿意度', picture: true }])
  const tall = Buffer.from(PNG, 'base64')
  tall.writeUInt32BE(1_025, 20)
  const outbound: Outbound = { kind: 'picture', png: tall.toString('base64'), alt: '滿意度', locale: 'zh-Hant' }
  expect(await send(MEI, outbound)).toMatchObject({ status: 'sent' })
  expect(mei.screen().at(-1)).toMatchObject({ words: '滿意度', picture: false }) // one that Teams does not take
})

test('in a group only who names the bot is heard, and the answer comes there, in the thread of what it is about', async () => {
  const channel = stand.teams.group('channel', '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2')
  await mei.say('lunch?', { in: channel })
  await mei.say('/scores', { in: `${channel};messageid=17`, mention: true })
  expect(stand.inbound).toMatchObject([
    { from: { user: MEI, address: { key: channel } }, body: { kind: 'text', text: '/scores', about: `${channel}|17` } },
  ])
  const top = await send(channel, shown)
  const ref = top.status === 'sent' ? (top.ref ?? '') : ''
  await stand.channel.send({ key: channel }, hello, { id: v7(), thread: ref })
  expect(stand.world.messages.map(({ conversation }) => conversation)).toEqual([
    channel,
    `${channel};messageid=${ref.split('|')[1]}`,
  ])
})

describe('somebody of whom only the id is known', () => {
  test('is written to all the same, and their chat is opened once', async () => {
    await send(MEI, hello)
    await send(MEI, hello)
    expect(mei.screen()).toHaveLength(2)
    expect(stand.world.calls.filter(({ path }) => path === '/teams/v3/conversations')).toHaveLength(1)
  })

  test('but not who does not have the bot, or is nobody here', async () => {
    await mei.uninstall()
    expect(bodies()).toEqual([{ kind: 'gone' }])
    expect(await send(MEI, hello)).toMatchObject({ status: 'rejected', unreachable: true })
    await mei.install()
    expect(bodies().at(-1)).toEqual({ kind: 'back' })
    expect(await send(MEI, hello)).toMatchObject({ status: 'sent' })
    expect(await send('11111111-2222-4333-8444-555555555555', hello)).toMatchObject({
      status: 'rejected',
      unreachable: true,
    })
  })
})

describe('what does not arrive', () => {
  test.each<Block>([
    'ConversationBlockedByUser',
    'MessageWritesBlocked',
    'BotNotInConversationRoster',
    'BotDisabledByAdmin',
  ])('%s: the person is out of reach', async (block) => {
    stand.world.blocked.set(mei.conversation, block)
    expect(await send(MEI, hello)).toEqual({ status: 'rejected', unreachable: true, reason: `HTTP 403 ${block}` })
  })

  test('too fast: Teams’ own wish is passed on, and nothing is tried behind the outbox’s back', async () => {
    const told = []
    for (let n = 0; n < 9; n++) told.push(await stand.channel.send({ key: MEI }, hello, { id: v7() }))
    expect(told.filter(({ status }) => status === 'sent')).toHaveLength(7)
    expect(told.at(-1)).toEqual({ status: 'retry', after: 1_000, reason: 'HTTP 429 Throttled' })
    expect(stand.teams.limits.refused).toBe(2)
  })

  test('a message to edit that is gone: a question is left alone, a card comes anew', async () => {
    const ref = `${mei.conversation}|404`
    const retired: Outbound = {
      kind: 'prompt',
      text: 'q',
      choices: [{ id: 'a', label: 'A' }],
      layout: 'list',
      answered: 'a',
      edits: v7(),
      locale: 'en',
    }
    expect(await send(MEI, retired, { edits: ref })).toEqual({ status: 'sent' })
    expect(mei.screen()).toEqual([])
    expect(await send(MEI, { ...shown, edits: v7() }, { edits: ref })).toMatchObject({ status: 'sent' })
    expect(mei.screen()).toHaveLength(1)
  })

  test('a token that Microsoft has voided: the next attempt brings a new one', async () => {
    await send(MEI, hello)
    stand.teams.issuer.revoke()
    expect(await send(MEI, hello)).toMatchObject({ status: 'retry', after: 60_000 })
    expect(await send(MEI, hello)).toMatchObject({ status: 'sent' })
  })

  test('a token is kept until shortly before its end', async () => {
    const logins = () => stand.world.calls.filter(({ path }) => path.endsWith('/token')).length
    await Promise.all([send(MEI, hello), send(MEI, hello)])
    stand.clock.at += 54 * 60_000
    await send(MEI, hello)
    expect(logins()).toBe(1)
    stand.clock.at += 2 * 60_000
    await send(MEI, hello)
    expect(logins()).toBe(2)
  })

  test('a wrong secret waits for the owner, and is not told', async () => {
    stand.teams.issuer.state.password = 'changed'
    const told = await send(MEI, hello)
    expect(told).toMatchObject({
      status: 'retry',
      after: 60_000,
      reason: expect.stringContaining('TEAMS_APP_PASSWORD'),
    })
    expect(JSON.stringify(told)).not.toContain('stand-in~secret')
    stand.teams.issuer.state.loginAway = true
    expect(await send(MEI, hello)).toMatchObject({ status: 'retry' })
  })
})

test('through every misfortune of a seed, each message arrives, and at most what is unknown arrives twice', async () => {
  const faults = { seed: 7, limited: 0.1, precondition: 0.1, gateway: 0.1, hanging: 0.04, resetting: 0.1 }
  const bad = await standTeams({ faults, deps: { timeout: 100 } })
  try {
    const lin = bad.teams.join(LIN)
    let doubtful = 0
    for (let n = 0; n < 60; n++) {
      const key = { id: v7() }
      for (let tries = 1; ; tries++) {
        bad.clock.at += 2_000
        const { status } = await bad.channel.send({ key: LIN }, { ...hello, text: `message ${n}` }, key)
        if (status === 'sent') break
        if (status === 'unknown') doubtful += 1
        expect([status, tries < 20]).toEqual([expect.stringMatching(/retry|unknown/), true])
      }
    }
    const words = lin.screen().map((seen) => seen.words)
    expect([...new Set(words)]).toEqual(Array.from({ length: 60 }, (_, n) => `message ${n}`))
    expect(words.length - 60).toBeLessThanOrEqual(doubtful)
    expect(doubtful).toBeGreaterThan(0)
    expect(bad.teams.limits.refused).toBe(0)
  } finally {
    await bad.close()
  }
})

test('a message is at the place and the service where somebody last was', async () => {
  await mei.say('5')
  expect(stand.inbound[0]?.from.address).toEqual({
    key: MEI,
    conversation: mei.conversation,
    service: stand.teams.service,
    tenant: '2f1d6b54-0c3e-4a4e-8e62-6d0b8f9f7a01',
  })
  await stand.channel.send({ key: MEI }, hello, { id: v7() })
  expect(stand.world.calls.filter(({ path }) => path === '/teams/v3/conversations')).toEqual([])
  expect(stand.clock.at).toBe(START)
})

test('of two places the one in the record counts, where another process may have heard of a newer one', async () => {
  await mei.say('5')
  const address = {
    ...stand.inbound[0]?.from.address,
    key: MEI,
    service: stand.teams.service.replace('/teams/', '/moved/'),
  }
  expect(await stand.channel.send(address, hello, { id: v7() })).toMatchObject({ status: 'rejected' })
  expect(stand.world.calls.at(-1)?.path).toMatch(/^\/moved\//)
})
