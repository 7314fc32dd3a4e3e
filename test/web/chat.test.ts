import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frames, IDENTITY_SECRET, START, standWeb } from './stand.ts'

let web: Awaited<ReturnType<typeof standWeb>>
beforeEach(async () => {
  web = await standWeb()
})
afterEach(() => web.end())

const identity = (sub: string) =>
  new SignJWT({ sub, exp: START / 1_000 + 60 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(IDENTITY_SECRET))
const say = { key: 'client-key-1', text: '2' }
const errorOf = async (response: Response): Promise<object> => ({
  status: response.status,
  ...JSON.parse(await response.text()).error,
})

describe('a session', () => {
  test('makes a visitor, and another the next time', async () => {
    const [one, two] = [await web.visit({}), await web.visit('')]
    expect(one.address).toMatch(/^visitor:[0-9a-f-]{36}$/)
    expect(one.conversation).toBe(`web:${one.address}`)
    expect(two.address).not.toBe(one.address)
  })

  test('of a proved customer carries their id, each time the same', async () => {
    for (const _time of [1, 2]) {
      const { bearer, address } = await web.visit({ identity: await identity('客户 42') })
      expect(address).toBe('sub:客户 42')
      await web.post('/chat/messages', say, bearer)
      const from = { user: 'sub:客户 42', address: { key: 'sub:客户 42' }, customer: '客户 42' }
      expect(web.inbound.at(-1)?.from).toEqual(from)
    }
  })

  test.each([
    ['what was asked for', { locale: 'zh-TW' }, 'fr', 'zh-TW'],
    ['the browser’s', {}, 'de;q=0.5, zh-hk', 'zh-HK'],
    ['none', {}, '*', undefined],
  ])('has a language: %s', async (_what, body, acceptLanguage, locale) => {
    const { bearer } = await web.visit(body, { 'accept-language': acceptLanguage })
    await web.post('/chat/messages', say, bearer)
    expect(web.inbound[0]?.from.locale).toBe(locale)
  })

  test('is not given for a bad identity, nor for any where none is set up', async () => {
    expect(await errorOf(await web.post('/chat/sessions', { identity: 'a.b.c' }))).toMatchObject({
      status: 401,
      code: 'identity',
      message: expect.stringContaining('HS256'),
    })
    for (const identitySecret of [null, '']) {
      const anonymous = await standWeb({ identitySecret })
      const refused = await anonymous.post('/chat/sessions', { identity: await identity('42') })
      expect(await errorOf(refused)).toMatchObject({ status: 401, code: 'identity_off' })
      await anonymous.end()
    }
  })

  test('of a proved customer ends with the secret that proved them; a visitor’s does not', async () => {
    const { bearer } = await web.visit({ identity: await identity('42') })
    const visitor = await web.visit()
    for (const identitySecret of ['another secret, as the first has leaked', null]) {
      const changed = await standWeb({ identitySecret })
      expect(await errorOf(await changed.post('/chat/messages', say, bearer))).toMatchObject({
        status: 401,
        code: 'session',
      })
      expect((await changed.post('/chat/messages', say, visitor.bearer)).status).toBe(200)
      await changed.end()
    }
  })

  test('is nobody’s where a page asks so with an identity that does not hold', async () => {
    const asked = { identity: 'a.b.c', orNobody: true }
    expect((await web.post('/chat/sessions', asked)).status).toBe(204)
    const anonymous = await standWeb({ identitySecret: null })
    expect((await anonymous.post('/chat/sessions', asked)).status).toBe(204)
    await anonymous.end()
  })

  test('is given to our page, to programs and to the sites named, not to others', async () => {
    const from = async (origin: string) => (await web.post('/chat/sessions', {}, { origin })).status
    expect(await from(web.url)).toBe(201)
    expect(await from('https://shop.example')).toBe(201)
    for (const other of ['https://shop.example.evil.example', 'http://shop.example', 'null'])
      expect(await from(other)).toBe(403)
  })

  test('lasts thirty days, and its stream no longer', async () => {
    const { bearer } = await web.visit()
    web.state.now = START + 30 * 24 * 3_600_000 - 1_000
    const stream = frames(await web.get('/chat/events', bearer))
    await stream.next()
    web.state.now += 1_000
    web.heartbeat()
    expect(await stream.next()).toBeNull()
    expect(await errorOf(await web.post('/chat/messages', say, bearer))).toMatchObject({ status: 401, code: 'session' })
  })
})

describe('a message', () => {
  test('is answered with its receipt, and what belongs into the answer', async () => {
    const { bearer } = await web.visit()
    web.state.receipt = { outcome: 'done', immediate: { kind: 'notice', text: '謝謝' } }
    const answer = await web.post('/chat/messages', say, bearer)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual(web.state.receipt)
  })

  test('cannot use up the key of another customer', async () => {
    for (const visitor of [await web.visit(), await web.visit()]) await web.post('/chat/messages', say, visitor.bearer)
    const [one, two] = web.inbound.map(({ key }) => key)
    expect(one).not.toBe(two)
  })

  test('wakes the customer’s other tabs', async () => {
    const { bearer, conversation } = await web.visit()
    const tab = frames(await web.get('/chat/events', bearer))
    await tab.next()
    const coming = tab.next()
    web.record.add(conversation, { id: 'm1', direction: 'in', content: { kind: 'text', text: '2' } })
    await web.post('/chat/messages', say, bearer)
    expect(JSON.parse((await coming)?.data ?? '')).toMatchObject({ seq: 1, direction: 'in', content: { text: '2' } })
  })

  test('that was not stored is to be sent again', async () => {
    const { bearer } = await web.visit()
    web.state.receipt = { outcome: 'retry' }
    const answer = await web.post('/chat/messages', say, bearer)
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await errorOf(answer)).toMatchObject({ status: 503, code: 'retry' })
  })

  test.each([
    ['no session', {}],
    ['a forged one', { authorization: 'Bearer a.b.c' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['nothing but the word', { authorization: 'Bearer' }],
  ])('with %s is refused', async (_what, headers) => {
    const answer = await web.post('/chat/messages', say, headers)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(await errorOf(answer)).toMatchObject({ status: 401, code: 'session' })
    expect((await web.get('/chat/events', headers)).status).toBe(401)
    // A browser's own reader of events is told not to come back, and its console nothing.
    expect((await web.get('/chat/events', { ...headers, accept: 'text/event-stream' })).status).toBe(204)
    expect(web.inbound).toEqual([])
  })

  test.each<[string, string | Uint8Array, number, string]>([
    ['malformed JSON', '{"key":', 400, 'malformed'],
    ['nothing', '', 400, 'malformed'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 400, 'malformed'],
    ['100 kB of text', JSON.stringify({ ...say, text: 'x'.repeat(100_000) }), 413, 'body_too_large'],
    ['5,000 characters', JSON.stringify({ ...say, text: 'x'.repeat(5_000) }), 413, 'text_too_long'],
    ['unknown fields', JSON.stringify({ ...say, staff: true }), 400, 'invalid'],
  ])('of %s is refused', async (_what, body, status, code) => {
    const { bearer } = await web.visit()
    const answer = await fetch(`${web.url}/chat/messages`, { method: 'POST', headers: bearer, body })
    expect(await errorOf(answer)).toMatchObject({ status, code })
    expect(web.inbound).toEqual([])
  })

  test('of endless length is not read to its end', async () => {
    const { bearer } = await web.visit()
    let given = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1
        if (given > 2_000) controller.close()
        else controller.enqueue(new Uint8Array(16_384))
      },
    })
    const init = { method: 'POST', headers: bearer, body, duplex: 'half' as const }
    const answer = await fetch(`${web.url}/chat/messages`, init).then(
      ({ status }) => status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(answer)
    expect(given).toBeLessThan(2_000)
  })

  test.each([
    ['zh-TW,zh;q=0.9,en;q=0.8', '訊息過長，最多 4,000 個字元。', '不支援此欄位。'],
    ['zh', '消息过长，最多 4,000 个字符。', '不支持此字段。'],
    [
      'de, en-GB;q=0.5',
      'Your message is too long. It can have up to 4,000 characters.',
      'This field is not known here.',
    ],
    ['de', 'Your message is too long. It can have up to 4,000 characters.', 'This field is not known here.'],
  ])('for a reader of %s is refused in their language', async (acceptLanguage, long, unknown) => {
    const { bearer } = await web.visit()
    const headers = { ...bearer, 'accept-language': acceptLanguage }
    const tooLong = await web.post('/chat/messages', { ...say, text: 'x'.repeat(4_001) }, headers)
    expect(await errorOf(tooLong)).toMatchObject({ message: long })
    const invalid = await web.post('/chat/messages', { ...say, x: { y: 1 } }, headers)
    expect(await errorOf(invalid)).toMatchObject({ problems: [{ path: 'x', message: unknown }] })
  })
})

describe('events', () => {
  test('of one customer are read by ten at most: who comes then takes the place of the first', async () => {
    const { bearer } = await web.visit()
    const first = frames(await web.get('/chat/events', bearer))
    expect(await first.next()).toMatchObject({ event: 'ready' })
    for (let n = 0; n < 10; n++) await frames(await web.get('/chat/events', bearer)).next()
    expect(await first.next()).toMatchObject({ event: 'replaced' })
    expect(web.record.readers()).toBe(10)
  })

  test('resume after the last one that was read', async () => {
    const { bearer, conversation } = await web.visit()
    for (const id of ['a', 'b', 'c'])
      web.record.add(conversation, { id, direction: 'out', content: { kind: 'text', text: id, locale: 'en' } })
    const first = async (path: string, headers: Record<string, string>) => {
      const stream = frames(await web.get(path, { ...bearer, ...headers }))
      await stream.next()
      const { id } = (await stream.next()) ?? {}
      await stream.cancel()
      return id
    }
    expect(await first('/chat/events', {})).toBe('1')
    expect(await first('/chat/events', { 'last-event-id': '2' })).toBe('3')
    expect(await first('/chat/events?after=1', {})).toBe('2')
    expect(await first('/chat/events?after=1', { 'last-event-id': '2' })).toBe('3')
  })

  test.each(['-1', 'x', '1e3', '9'.repeat(16)])('cannot resume after %s', async (after) => {
    const { bearer } = await web.visit()
    const answer = await web.get('/chat/events', { ...bearer, 'last-event-id': after })
    expect(await errorOf(answer)).toMatchObject({ status: 400, problems: [{ path: 'after' }] })
  })

  test('come at once when something is sent', async () => {
    const { bearer, address, conversation } = await web.visit()
    const stream = frames(await web.get('/chat/events', bearer))
    await stream.next()
    const content = { kind: 'text' as const, text: 'How was it?', locale: 'en' }
    web.record.add(conversation, { id: 'a', direction: 'out', content })
    expect(await web.channel.send({ key: address }, content, { id: 'a' })).toEqual({ status: 'sent', ref: 'a' })
    expect(JSON.parse((await stream.next())?.data ?? '')).toMatchObject({ id: 'a', content })
  })

  test('begin with the newest on request, after what has to be seen however old it is', async () => {
    const { bearer, conversation } = await web.visit()
    const card = {
      kind: 'card',
      subject: 't',
      title: '#1',
      tone: 'open',
      facts: [],
      quotes: [],
      history: [],
      choices: [],
    }
    const content = { ...card, kind: 'card' as const, tone: 'open' as const, locale: 'en' }
    web.record.add(conversation, { id: 'task', direction: 'out', content })
    for (let n = 2; n <= 9; n++)
      web.record.add(conversation, {
        id: `m${n}`,
        direction: 'out',
        content: { kind: 'text', text: 'hi', locale: 'en' },
      })
    const seqs = async (count: number, path: string, headers = {}) => {
      const stream = frames(await web.get(path, { ...bearer, ...headers }))
      const read = [(await stream.next())?.data]
      for (let n = 0; n < count; n++) read.push((await stream.next())?.id)
      await stream.cancel()
      return read
    }
    // the card is the first row, and whoever comes back behind it resumes where the newest begin
    expect(await seqs(4, '/chat/events?tail=3')).toEqual(['{"after":6}', '6', '7', '8', '9'])
    expect(await seqs(2, '/chat/events?tail=50')).toEqual(['{"after":0}', '1', '2'])
    expect(await seqs(1, '/chat/events?tail=3', { 'last-event-id': '8' })).toEqual(['{"after":8}', '9'])
    for (const tail of ['x', '0']) expect((await web.get(`/chat/events?tail=${tail}`, bearer)).status).toBe(400)
  })

  test('are one’s own only', async () => {
    const [mine, theirs] = [await web.visit(), await web.visit()]
    const content = { kind: 'text' as const, text: 'secret', locale: 'en' }
    web.record.add(theirs.conversation, { id: 'a', direction: 'out', content })
    const stream = frames(await web.get('/chat/events', mine.bearer))
    await stream.next()
    const coming = stream.next()
    web.record.live.publish(mine.conversation)
    web.heartbeat()
    expect(await coming).toEqual({ comment: 'still here' })
  })

  test('end without a word of why when the record cannot be read, and go on when it can', async () => {
    const { bearer, conversation } = await web.visit()
    const content = { kind: 'text' as const, text: 'still there', locale: 'en' }
    web.record.add(conversation, { id: 'a', direction: 'out', content })
    const { history } = web.deps
    const broken = frames(await web.get('/chat/events?after=1', bearer))
    await broken.next()
    web.deps.history = () => Promise.reject(new Error('no database'))
    web.heartbeat()
    expect(await broken.next()).toBeNull()
    web.deps.history = history
    const healed = frames(await web.get('/chat/events', { ...bearer, 'last-event-id': '0' }))
    await healed.next()
    expect(await healed.next()).toMatchObject({ id: '1' })
  })

  test('stop being looked for when the reader goes', async () => {
    const { bearer } = await web.visit()
    const stream = frames(await web.get('/chat/events', bearer))
    await stream.next()
    expect(web.record.readers()).toBe(1)
    await stream.cancel()
    await web.drained()
    expect(web.record.readers()).toBe(0)
  })
})

describe('the past', () => {
  const ids = async (response: Response) => {
    const { after, messages }: { after: number; messages: { id: string }[] } = JSON.parse(await response.text())
    return { after, ids: messages.map(({ id }) => id) }
  }

  test('comes in parts, each before the one that is known', async () => {
    const { bearer, conversation } = await web.visit()
    const all = Array.from({ length: 120 }, (_, n) => `m${n + 1}`)
    for (const id of all)
      web.record.add(conversation, { id, direction: 'out', content: { kind: 'text', text: id, locale: 'en' } })
    const prior = async (seq: number) => ids(await web.get(`/chat/messages?before=${seq}`, bearer))
    expect(await prior(71)).toEqual({ after: 20, ids: all.slice(20, 70) })
    expect(await prior(21)).toEqual({ after: 0, ids: all.slice(0, 20) })
    expect(await prior(1)).toEqual({ after: 0, ids: [] })
    expect((await web.get('/chat/messages?before=-1', bearer)).status).toBe(400)
  })

  test('is one’s own, and drawn when it is told', async () => {
    const [mine, theirs] = [await web.visit(), await web.visit()]
    const drawing = { kind: 'drawing' as const, svg: '<svg/>', alt: 'a line', points: [], locale: 'en' }
    web.record.add(mine.conversation, { id: 'a', direction: 'out', content: Promise.resolve(drawing) })
    const read = async (headers: Record<string, string>) => (await web.get('/chat/messages?before=9', headers)).json()
    expect(await read(mine.bearer)).toMatchObject({ messages: [{ id: 'a', content: drawing }] })
    expect(await read(theirs.bearer)).toMatchObject({ messages: [] })
    expect((await web.get('/chat/messages?before=9')).status).toBe(401)
  })
})

describe('too much at once', () => {
  const until = async (most: number, send: () => Promise<Response>) => {
    for (let sent = 1; sent <= most; sent++) {
      const answer = await send()
      if (answer.status === 429) return { sent, answer }
    }
    return { sent: most, answer: null }
  }

  test('from a customer is refused kindly, with the time to wait; others and staff go on', async () => {
    const [loud, quiet] = [await web.visit(), await web.visit()]
    const words = { ...loud.bearer, 'accept-language': 'zh-TW' }
    const { sent, answer } = await until(60, () => web.post('/chat/messages', say, words))
    expect(sent).toBe(41)
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer?.json()).toMatchObject({ error: { code: 'busy', message: expect.stringContaining('請稍候') } })
    expect((await web.post('/chat/messages', say, quiet.bearer)).status).toBe(200)
    const staff = { ...(await web.signIn()), origin: web.url }
    expect((await until(60, () => web.post('/chat/messages', say, staff))).answer).toBeNull()
  })

  test('does not count what could not be stored', async () => {
    const { bearer } = await web.visit()
    web.state.receipt = { outcome: 'retry' }
    expect((await until(60, () => web.post('/chat/messages', say, bearer))).answer).toBeNull()
  })

  test('is told by address where sessions begin, and by nobody’s where the address tells nobody apart', async () => {
    const from = (address: string) => web.post('/chat/sessions', {}, { 'x-forwarded-for': address })
    expect((await until(80, () => from('203.0.113.9'))).sent).toBe(61)
    expect((await from('203.0.113.10')).status).toBe(201)
    expect((await until(80, () => web.post('/chat/sessions', {}))).answer).toBeNull()
  })

  test('counts streams and parts of the past together', async () => {
    const { bearer } = await web.visit()
    const { sent } = await until(80, async () => {
      const answer = await web.get('/chat/messages?before=1', bearer)
      return answer.ok ? web.get('/chat/events', bearer) : answer
    })
    expect(sent).toBe(31)
  })
})
