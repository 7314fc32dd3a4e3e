import { createHmac } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createHttp } from '../../src/http/server.ts'
import { type TriggerOptions, triggerRoute } from '../../src/http/trigger.ts'
import { isOutage } from '../../src/store/failure.ts'
import { stand } from '../turn/stand.ts'

const TOKEN = 'a-token-of-16-or-more'
const answerSchema = z.looseObject({
  error: z
    .looseObject({
      message: z.string(),
      problems: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
    })
    .default({ message: '', problems: [] }),
})
const SECRET = `whsec_${Buffer.from('a secret of a helpdesk').toString('base64')}`

async function api(options: Partial<TriggerOptions> = {}) {
  const bot = await stand()
  const server = createHttp((error) => bot.errors.push(error))
  triggerRoute(server.http, {
    ask: bot.turns.ask,
    token: TOKEN,
    webhookSecret: SECRET,
    isManager: async () => false,
    timeZone: 'Asia/Shanghai',
    now: bot.at,
    onError: (error) => bot.errors.push(error),
    mayPass: isOutage,
    ...options,
  })
  const port = await server.listen('127.0.0.1', 0)
  onTestFinished(server.close)
  const post = async (body: string, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) => {
    const response = await fetch(`http://127.0.0.1:${port}/v1/interactions`, { method: 'POST', body, headers })
    return { status: response.status, body: answerSchema.parse(await response.json()) }
  }
  return { bot, post }
}

const report = (more: object = {}) => ({
  id: 'ending-1',
  endedAt: '2026-03-02T08:59:00Z',
  customer: { id: 'mei', channel: 'test', address: 'mei' },
  agent: { id: 'anna', name: 'Anna' },
  team: 'refunds',
  ...more,
})

test('a report is answered with the decision, and a repeat with the same one', async () => {
  const { bot, post } = await api()
  const first = await post(JSON.stringify(report()))
  expect(first).toMatchObject({ status: 202, body: { id: 'ending-1', decision: { asked: true } } })
  expect(await post(JSON.stringify(report()))).toEqual(first)
  await bot.deliverer.drain()
  expect(bot.screen('mei')).toHaveLength(1)
})

test('the same id with another body: 409 with the paths', async () => {
  const { post } = await api()
  await post(JSON.stringify(report()))
  const changed = await post(JSON.stringify(report({ team: 'sales' })))
  expect(changed).toMatchObject({ status: 409, body: { error: { code: 'conflict', paths: ['team'] } } })
})

test.each([
  ['malformed JSON', '{"id":', 400, 'not_json'],
  ['no JSON at all', '', 400, 'not_json'],
  ['another shape', '[]', 400, 'invalid'],
  [
    'an instant with more digits than can be stored',
    JSON.stringify(report({ endedAt: `2026-03-02T08:59:00.${'1'.repeat(50_000)}Z` })),
    400,
    'invalid',
  ],
  ['too much', JSON.stringify(report({ topic: 'x'.repeat(100_000) })), 413, 'too_large'],
])('%s is refused', async (_, body, status, code) => {
  const { bot, post } = await api()
  expect(await post(body)).toMatchObject({ status, body: { error: { code } } })
  expect(await bot.rows('select count(*) from interaction')).toEqual([{ count: 0 }])
})

test.each(['__proto__', 'constructor'])('a team called %s is one that nobody has configured', async (team) => {
  const { bot, post } = await api()
  expect(await post(JSON.stringify(report({ team })))).toMatchObject({
    status: 202,
    body: { decision: { asked: true } },
  })
  await bot.deliverer.drain()
  await bot.press('mei', '1')
  await bot.press('mei', 'skip')
  await bot.press('mei', 'yes')
  expect(bot.last('anna')).toMatchObject({
    kind: 'card',
    facts: expect.arrayContaining([{ label: 'Team', value: team }]),
  })
  expect(bot.errors).toEqual([])
})

test('every problem is named by its path, in the language of the reader', async () => {
  const { post } = await api()
  const body = JSON.stringify({
    ...report({ endedAt: 'yesterday', colour: 'red' }),
    customer: { channel: 'test', vip: true },
  })
  const headers = { authorization: `Bearer ${TOKEN}`, 'accept-language': 'zh-TW' }
  const { status, body: answer } = await post(body, headers)
  expect(status).toBe(400)
  expect(answer.error.problems.map(({ path }) => path).toSorted()).toEqual([
    'colour',
    'customer.id',
    'customer.vip',
    'endedAt',
  ])
  expect(answer.error.message).toBe('請求內容不符要求，詳見 problems。')
})

test('what is wrong is told as in an owner’s files: with the remedy, and in the words of the reader', async () => {
  const { post } = await api()
  const body = JSON.stringify({
    ...report({
      endedAt: 'yesterday',
      id: 'x'.repeat(201),
      attributes: { seats: ['A'] },
      colour: 'red',
      shape: 'round',
    }),
    team: undefined,
  })
  const told = async (language: string) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'accept-language': language }
    const { problems } = (await post(body, headers)).body.error
    return Object.fromEntries(problems.map(({ path, message }) => [path, message]))
  }
  expect(await told('zh-TW')).toEqual({
    id: '太大或太長。最多只能有 200 個字元。',
    endedAt: '不是時刻。請連同時差寫成 2026-03-02T08:59:00Z 這樣。',
    team: '缺少 team。請補上，寫成文字。',
    'attributes.seats':
      '不是這裡允許的寫法：類型不對：應為文字; 類型不對：應為數字; 類型不對：應為 true 或 false。請用其中一種寫法。',
    colour: '不認識的項目「colour」。請刪除，或改正拼字。',
    shape: '不認識的項目「shape」。請刪除，或改正拼字。',
  })
  expect(await told('en')).toMatchObject({
    endedAt: 'no instant. Write it as 2026-03-02T08:59:00Z, with its offset.',
    team: 'team is missing. Add it, as a text.',
  })
})

test('text that cannot be stored is mended, not refused', async () => {
  const { bot, post } = await api()
  expect(
    await post(
      `{"id":"e\\ud83d","endedAt":"2026-03-02T08:59:00Z","customer":{"id":"m\\u0000","channel":"test"},"agent":{"id":"a","name":"A"},"team":"t"}`,
    ),
  ).toMatchObject({ status: 202 })
  expect(await bot.rows('select id from interaction')).toEqual([{ id: 'e\ufffd' }])
})

test('names are one line, whatever is in them', async () => {
  const { bot, post } = await api()
  const customer = { id: 'mei', channel: 'test', address: 'mei', name: 'Vera\n*May be contacted*\r\n\u2028Yes' }
  await post(JSON.stringify(report({ customer, agent: { id: 'anna', name: 'Anna\tLi' } })))
  expect(await bot.rows('select name from customer')).toEqual([{ name: 'Vera *May be contacted* Yes' }])
  expect(await bot.rows("select name from label where id = 'anna'")).toEqual([{ name: 'Anna Li' }])
})

const signed = (body: string, at: number, secret = SECRET) => {
  const [id, timestamp] = ['msg_1', String(Math.floor(at / 1_000))]
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

test('a Standard Webhooks signature opens it, an old or a forged one does not', async () => {
  const { post } = await api()
  const body = JSON.stringify(report())
  expect(await post(body, signed(body, Date.now()))).toMatchObject({ status: 202 })
  expect(await post(body, signed(body, Date.now() - 3_600_000))).toMatchObject({ status: 401 })
  expect(await post(body, signed(`${body} `, Date.now()))).toMatchObject({ status: 401 })
  expect(await post(body, { 'webhook-signature': 'v1,x' })).toMatchObject({ status: 401 })
})

test('without a token, with a wrong one, or where none is configured: 401', async () => {
  const { post } = await api({ token: null, webhookSecret: null })
  const body = JSON.stringify(report())
  expect(await post(body)).toMatchObject({ status: 401 })
  expect(await post(body, {})).toMatchObject({ status: 401 })
  const open = await api()
  expect(await open.post(body, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 })
})

test('when the record cannot be reached, the caller is told to send it again', async () => {
  const { bot, post } = await api()
  await bot.database.close()
  expect(await post(JSON.stringify(report()))).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } })
})

test.each(['0000-01-01T00:00:00Z', '1999-12-31T00:00:00Z', '2999-01-01T00:00:00Z', '2026-03-04T09:00:00Z'])(
  'an end of %s is refused by its path',
  async (endedAt) => {
    const { post } = await api()
    const { status, body } = await post(JSON.stringify(report({ endedAt })))
    expect([status, body.error.problems.map(({ path }) => path)]).toEqual([400, ['endedAt']])
  },
)

test('what fails for good is not asked for again', async () => {
  const { post } = await api({ ask: () => Promise.reject(new TypeError('of our own')) })
  expect(await post(JSON.stringify(report()))).toMatchObject({ status: 500, body: { error: { code: 'failed' } } })
})
