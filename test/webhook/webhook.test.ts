import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { parse } from '../../adapters/webhook/parse.ts'
import { createWebhook } from '../../adapters/webhook/webhook.ts'
import type { Delivery, Outbound } from '../../src/channel.ts'
import { spoiling } from '../contract/mutated.ts'
import { type Fault, SECRET } from './connector.ts'
import { events } from './events.ts'
import { standWebhook } from './stand.ts'

const hello: Outbound = { kind: 'text', text: 'A word of a customer', locale: 'en' }
const here = { key: 'c-17' }

describe('an event', () => {
  test.each(events)('of $what', ({ event, outcome }) => {
    const parsed = parse('event-1', JSON.stringify(event))
    if ('problems' in parsed) expect(parsed.problems.map(({ path }) => path)).toEqual(outcome)
    else expect(parsed.body).toEqual(outcome)
  })

  test('tells who wrote, in which language, where to answer, and whom the owner knows them for', () => {
    const from = { conversation: 'c-17', user: 'u-9', name: '美 林', locale: 'zh-tw', customer: 'c-1042' }
    const { conversation: key, ...profile } = from
    expect(parse('event-1', JSON.stringify({ from, body: { kind: 'open' } }))).toEqual({
      channel: 'webhook',
      key: 'event-1',
      from: { ...profile, locale: 'zh-TW', address: { key } },
      body: { kind: 'open' },
    })
  })

  test('is not lost for trifles: a locale as systems write it, a long name, what is null', () => {
    const from = { conversation: 'c-17', user: null, name: '林'.repeat(300), locale: 'zh_TW', customer: null }
    const said = { kind: 'text', text: '慢', about: null }
    expect(parse('event-1', JSON.stringify({ from, body: said }))).toEqual({
      channel: 'webhook',
      key: 'event-1',
      from: { user: 'c-17', name: '林'.repeat(200), locale: 'zh-TW', address: { key: 'c-17' } },
      body: { kind: 'text', text: '慢' },
    })
  })

  test('without an id of its own, or with one of no form, is refused', () => {
    const text = JSON.stringify({ from: { conversation: 'c-17' }, body: { kind: 'open' } })
    for (const key of ['', 'a b', 'x'.repeat(201), '很慢'])
      expect(parse(key, text)).toMatchObject({ problems: [{ path: 'webhook-id' }] })
  })
})

test('100,000 spoiled events: each is an event of one person, or has its problems named', () => {
  const samples = events.filter(({ outcome }) => 'kind' in outcome).map(({ event }) => JSON.stringify(event))
  let [all, good] = [0, 0]
  fc.assert(
    fc.property(spoiling, (spoil) => {
      for (const sample of samples) {
        all += 1
        const parsed = parse('event-1', JSON.stringify(spoil(sample)) ?? '')
        if (!('problems' in parsed)) good += 1
        else if (parsed.problems.length === 0) throw new Error('refused without a problem')
      }
    }),
    { numRuns: Math.ceil(100_000 / samples.length) },
  )
  expect(all).toBeGreaterThanOrEqual(100_000)
  expect(good).toBeGreaterThan(1_000) // strict shapes: few spoiled ones are still good
})

describe('a signature', () => {
  const event = { from: { conversation: 'c-17' }, body: { kind: 'open' } }
  test.each([
    ['is good', {}, 200],
    [
      'is of another secret',
      { secret: `whsec_${Buffer.from('another secret of the same length').toString('base64')}` },
      401,
    ],
    ['is older than five minutes', { at: Date.now() - 301_000 }, 401],
    ['is of a time to come', { at: Date.now() + 900_000 }, 401],
  ])('that %s', async (_what, how, status) => {
    const { connector, events, inbound } = await standWebhook()
    expect((await connector.event(events, 'event-1', event, how)).status).toBe(status)
    expect(inbound).toHaveLength(status === 200 ? 1 : 0)
  })

  test('that is none, or of a body since changed or cut off, opens nothing', async () => {
    const { events, inbound } = await standWebhook()
    const headers = { 'webhook-id': 'event-1', 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)) }
    for (const signature of ['', 'v1', 'v1,', 'v2,abc', 'v1,AAAA'])
      expect(await status(events, { ...headers, 'webhook-signature': signature })).toBe(401)
    expect(await status(events, {})).toBe(401)
    expect(inbound).toEqual([])
  })

  const status = async (url: string, headers: Record<string, string>) =>
    (await fetch(url, { method: 'POST', headers, body: JSON.stringify(event) })).status
})

test('a problem is told by its path, and no word of a person is in it', async () => {
  const { connector, events } = await standWebhook()
  const body = { from: { conversation: 'c-17' }, body: { kind: 'text', text: 'my secret words'.repeat(400) } }
  const answer = await connector.event(events, 'event-1', body)
  expect(answer.status).toBe(400)
  const told = await answer.text()
  expect(JSON.parse(told)).toMatchObject({
    error: { problems: [{ path: 'body.text', message: 'at most 4000 characters' }] },
  })
  expect(told).not.toContain('secret')
})

test('a body that is too large is refused before it is read', async () => {
  const { connector, events } = await standWebhook()
  expect((await connector.event(events, 'event-1', 'x'.repeat(300_000))).status).toBe(413)
})

describe('a message that is met with', () => {
  const cases: [what: string, fault: Fault, delivery: Partial<Delivery> & object][] = [
    ['429 and a wish', { status: 429, headers: { 'retry-after': '7' } }, { status: 'retry', after: 7_000 }],
    ['503', { status: 503 }, { status: 'retry' }],
    ['401, which the owner has to mend', { status: 401 }, { status: 'retry' }],
    ['410', { status: 410 }, { status: 'rejected', unreachable: true }],
    [
      '400',
      { status: 400, body: 'A word of a customer' },
      { status: 'rejected', unreachable: false, reason: 'HTTP 400' },
    ],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { status: 'rejected' }],
    ['500', { status: 500 }, { status: 'unknown' }],
    ['a reset', 'reset', { status: 'unknown' }],
    ['silence', 'hang', { status: 'unknown', reason: 'no answer (TimeoutError)' }],
    ['200 and no JSON', { status: 200, body: 'thanks' }, { status: 'sent' }],
    ['204', { status: 204 }, { status: 'sent' }],
  ]
  test.each(cases)('%s', async (_what, fault, delivery) => {
    const { channel } = await standWebhook(() => fault)
    const told = await channel.send(here, hello, { id: v7() })
    expect(told).toMatchObject(delivery)
    expect(JSON.stringify(told)).not.toContain('customer')
  })

  test('nobody is tried again', async () => {
    const { connector, end } = await standWebhook()
    await end()
    const channel = createWebhook({ url: connector.url, secret: SECRET, now: Date.now })
    expect(await channel.send(here, hello, { id: v7() })).toMatchObject({
      status: 'retry',
      reason: 'no answer (ECONNREFUSED)',
    })
  })
})

test('a message sent twice is there once, and one that replaces another stands in its place', async () => {
  const { channel, connector } = await standWebhook()
  const id = v7()
  const first = await channel.send(here, hello, { id })
  expect(await channel.send(here, hello, { id })).toEqual(first)
  const edits = first.status === 'sent' ? first.ref : undefined
  await channel.send(
    here,
    { ...hello, text: 'Another', edits: id },
    { id: v7(), ...(edits !== undefined && { edits }) },
  )
  expect(connector.screen('c-17').map(({ words }) => words)).toEqual(['Another'])
  expect(connector.refused).toEqual([])
})

test('in words alone, choices are numbered, a scale is one line, and a card tells all of its facts', async () => {
  const { channel, connector } = await standWebhook()
  const send = (outbound: Outbound) => channel.send(here, outbound, { id: v7() })
  const choices = ['1', '2', '3'].map((id) => ({ id, label: id }))
  const [yes, no] = [
    { id: 'yes', label: '好的' },
    { id: 'no', label: '不用了' },
  ]
  const note = { text: '我們如何使用您的回答', link: 'https://example.com/p' }
  await send({
    kind: 'prompt',
    text: '滿意嗎？',
    choices,
    layout: 'scale',
    ends: { low: '很不滿意', high: '很滿意' },
    note,
    locale: 'zh-Hant',
  })
  await send({ kind: 'prompt', text: '可以聯絡您嗎？', choices: [yes, no], layout: 'list', locale: 'zh-Hant' })
  await send({
    kind: 'prompt',
    text: '可以聯絡您嗎？',
    choices: [yes, no],
    layout: 'list',
    locale: 'zh-Hant',
    answered: 'no',
  })
  await send({
    kind: 'card',
    subject: 'task-12',
    title: '#12 Refund took three weeks',
    tone: 'urgent',
    facts: [{ label: 'First contact by', value: '10:00' }],
    quotes: [{ text: 'I waited', marks: [[2, 8]] }],
    history: ['Opened at 08:00'],
    choices: [{ id: 'claim', label: 'I will take it' }],
    locale: 'en',
  })
  expect(connector.screen('c-17').map(({ words }) => words)).toMatchInlineSnapshot(`
    [
      "滿意嗎？
    1  2  3
    1 = 很不滿意, 3 = 很滿意
    我們如何使用您的回答
    https://example.com/p",
      "可以聯絡您嗎？
    1. 好的
    2. 不用了",
      "可以聯絡您嗎？
    ✓ 不用了",
      "#12 Refund took three weeks
    First contact by: 10:00
    “I waited”
    Opened at 08:00
    1. I will take it",
    ]
  `)
})
