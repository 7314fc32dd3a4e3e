import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Home } from '../../adapters/slack/slack.ts'
import { type Content, type Immediate, type Outbound, token } from '../../src/channel.ts'
import { standSlack } from './stand.ts'
import type { Person } from './stand-in/person.ts'

const TEAM = 'C0REFUNDS'
const card: Extract<Content, { kind: 'card' }> = {
  kind: 'card',
  subject: 'task-12',
  title: '#12 · Refunds · Urgent',
  tone: 'urgent',
  facts: [{ label: 'Rating', value: '1 of 5' }],
  quotes: [{ text: 'I waited three weeks', marks: [[2, 8]] }],
  history: ['08:00 opened'],
  choices: [
    { id: 'claim', label: 'I will take it', style: 'primary' },
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
    { id: 'action', label: 'What was done', kind: 'long-text', required: true, hint: 'What put it right' },
    { id: 'note', label: 'Note to the customer', kind: 'long-text', required: false },
  ],
})

type Stand = Awaited<ReturnType<typeof standSlack>>

describe.each([
  ['over HTTP', false],
  ['over Socket Mode', true],
])('an agent works a task in Slack %s', (_how, socket) => {
  let stand: Stand
  let lin: Person
  let wu: Person
  const id = v7()
  const bodies = () => stand.inbound.map(({ body }) => body)

  const home: Home = { title: 'My tasks', empty: 'Nothing is open.', cards: [{ id, card }], count: 1, locale: 'en' }
  beforeEach(async () => {
    stand = await standSlack({ socket, deps: { home: async () => home } })
    lin = stand.slack.join('U0LINLIN0', { name: 'Lin', locale: 'zh-TW' })
    wu = stand.slack.join('U0WUWUWU0', { name: 'Wu' })
    stand.slack.channel(TEAM, [lin, wu])
  })
  afterEach(() => stand.close())

  test('the card stands in the team’s channel and is changed in place for everybody', async () => {
    const sent = await stand.channel.send({ key: TEAM }, shown, { id })
    const ref = sent.status === 'sent' ? sent.ref : undefined
    expect(ref).toMatch(/^C0REFUNDS:\d+\.\d{6}$/)
    await lin.press('I will take it', TEAM)
    expect(stand.inbound[0]).toMatchObject({
      from: { user: lin.id, address: { key: TEAM }, locale: 'zh-TW', name: 'Lin' },
      body: { kind: 'press', token: token(id, 'claim') },
    })
    const taken: Outbound = { ...shown, title: '#12 · taken', choices: [], edits: id }
    expect(await stand.channel.send({ key: TEAM }, taken, { id: v7(), edits: ref ?? '' })).toEqual({
      status: 'sent',
      ref,
    })
    const [seen, ...more] = wu.screen(TEAM)
    expect(more).toEqual([])
    expect(seen).toMatchObject({ words: expect.stringContaining('#12 · taken'), buttons: [], edited: true })
  })

  test('who comes second is told so, and nobody else is', async () => {
    await stand.channel.send({ key: TEAM }, shown, { id })
    stand.answers({ outcome: 'done', immediate: { kind: 'notice', text: 'Lin <has> it.' } })
    expect(await wu.press('I will take it', TEAM)).toMatchObject({ taken: true })
    await stand.channel.stop()
    expect(wu.whispers()).toEqual(['Lin &lt;has&gt; it.'])
    expect(lin.whispers()).toEqual([])
  })

  test('a form: opened by a press, filled in, sent back as of the card where it stands', async () => {
    await stand.channel.send({ key: TEAM }, shown, { id })
    const of = token(id, 'resolve')
    stand.answers({ outcome: 'done', immediate: form(of) })
    await lin.press('Resolve…', TEAM)
    await expect.poll(() => lin.modal()?.title.text).toBe('Resolve #12')
    expect(wu.modal()).toBeNull()

    stand.answers({
      outcome: 'done',
      immediate: { kind: 'invalid', problems: { action: 'At most 2,000 characters.' } },
    })
    const wrong = await lin.fill({ cause: 'process', action: 'x' })
    expect(wrong.errors).toEqual({ action: 'At most 2,000 characters.' })
    expect(lin.modal()).not.toBeNull()

    stand.answers({ outcome: 'done' })
    expect((await lin.fill({ cause: 'process', action: 'Refunded & called', note: '' })).errors).toEqual({})
    expect(lin.modal()).toBeNull()
    expect(stand.inbound.at(-1)).toMatchObject({
      from: { user: lin.id, address: { key: TEAM } },
      body: { kind: 'form', token: of, values: { cause: 'process', action: 'Refunded & called', note: '' } },
    })
    const keys = stand.inbound.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length) // a form sent again after a mistake is not the same event
  })

  test('a problem of a field that the form does not show stands at the first one', async () => {
    await stand.channel.send({ key: lin.id }, shown, { id })
    stand.answers({ outcome: 'done', immediate: form(token(id, 'resolve')) })
    await lin.press('Resolve…')
    await expect.poll(() => lin.modal()).not.toBeNull()
    stand.answers({ outcome: 'done', immediate: { kind: 'invalid', problems: { elsewhere: 'Not now.' } } })
    expect((await lin.fill({ cause: 'process', action: 'x' })).errors).toEqual({ cause: 'Not now.' })
  })

  test('a form that comes too late is answered with a word in its own window', async () => {
    await stand.channel.send({ key: lin.id }, shown, { id })
    stand.answers({ outcome: 'done', immediate: form(token(id, 'resolve')) })
    await lin.press('Resolve…')
    await expect.poll(() => lin.modal()).not.toBeNull()
    stand.answers({ outcome: 'done', immediate: { kind: 'notice', text: '#12 is already closed.' } })
    await lin.fill({ cause: 'process', action: 'x' })
    expect(JSON.stringify(lin.modal()?.blocks)).toContain('#12 is already closed.')
    expect(lin.modal()?.title.text).toBe('提示') // in the reader's language
  })

  test('who waits so long that Slack takes no form any more is told to press again', async () => {
    await stand.channel.send({ key: TEAM }, shown, { id })
    stand.receives(async () => {
      stand.clock.at += 3_001
      return { outcome: 'done', immediate: form(token(id, 'resolve')) }
    })
    await lin.press('Resolve…', TEAM)
    await expect
      .poll(() => lin.whispers())
      .toEqual(['The form could not be opened in time. Please press the button once more.'])
    expect(lin.modal()).toBeNull()
    expect(stand.errors).toEqual([])
  })

  test('App Home: my tasks, worked right there, shown anew after each press', async () => {
    await lin.openHome('home')
    await expect.poll(() => JSON.stringify(lin.home())).toContain('My tasks')
    expect(bodies()).toEqual([{ kind: 'open' }])
    home.cards = []
    await lin.pressHome('I will take it')
    expect(stand.inbound.at(-1)).toMatchObject({
      from: { address: { key: lin.id } },
      body: { kind: 'press', token: token(id, 'claim') },
    })
    await expect.poll(() => JSON.stringify(lin.home())).toContain('Nothing is open.')
    home.cards = [{ id, card }]
  })

  test('a notice to who presses in App Home is a window', async () => {
    await lin.openHome('home')
    await expect.poll(() => lin.home()).not.toBeNull()
    stand.answers({ outcome: 'done', immediate: { kind: 'notice', text: 'Wu has it.' } })
    await lin.pressHome('I will take it')
    await expect.poll(() => JSON.stringify(lin.modal()?.blocks)).toContain('Wu has it.')
  })

  test('what is said in the thread of a card is about it; the customer’s answer comes into that thread', async () => {
    const sent = await stand.channel.send({ key: TEAM }, shown, { id })
    const ref = sent.status === 'sent' ? (sent.ref ?? '') : ''
    const ts = ref.split(':')[1] ?? ''
    await lin.say('我打電話給她了', { channel: TEAM, thread: ts })
    await lin.say('lunch?', { channel: TEAM })
    expect(stand.inbound).toMatchObject([
      { from: { user: lin.id, address: { key: TEAM } }, body: { kind: 'text', text: '我打電話給她了', about: ref } },
    ])
    await stand.channel.send(
      { key: TEAM },
      { kind: 'text', text: '謝謝', locale: 'zh-Hant' },
      { id: v7(), thread: ref },
    )
    expect(wu.screen(TEAM).at(-1)).toMatchObject({ words: '謝謝', thread: ts })
  })

  test('a command and a mention ask; the command is answered to the asker alone', async () => {
    await lin.command('/scores', 'last 7d by team', TEAM)
    await lin.mention(TEAM, '满意度 近7天')
    expect(stand.inbound).toMatchObject([
      { from: { address: { key: lin.id } }, body: { kind: 'text', text: '/scores last 7d by team' } },
      { from: { address: { key: TEAM } }, body: { kind: 'text', text: '满意度 近7天' } },
    ])
    stand.answers({ outcome: 'done', immediate: { kind: 'notice', text: 'For staff only.' } })
    const heard = await wu.command('/scores', '')
    expect(heard.body).toEqual({ response_type: 'ephemeral', text: 'For staff only.' })
  })

  test('a token of another making is no press', async () => {
    await lin.forge('approve')
    expect(stand.inbound).toEqual([])
    await lin.forge(token(id, 'claim'))
    expect(stand.inbound).toHaveLength(1)
  })
})
