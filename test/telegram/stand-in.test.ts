import { describe, expect, onTestFinished, test } from 'vitest'
import { openTelegram, TOKEN } from './stand-in/server.ts'

/** The stand-in and a bare client of it: no adapter, no SDK. */
async function open() {
  const state = { now: 0 }
  const telegram = await openTelegram({ now: () => state.now })
  onTestFinished(telegram.close)
  const mei = telegram.person()
  async function call(method: string, fields: unknown, token = TOKEN) {
    const body = typeof fields === 'string' ? fields : JSON.stringify(fields)
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, { method: 'POST', headers, body })
    const answer: { ok: boolean; description?: string; result?: unknown; parameters?: unknown } = JSON.parse(
      await response.text(),
    )
    return { status: response.status, ...answer }
  }
  return { state, telegram, mei, call }
}

const keys = (data: string) => ({ inline_keyboard: [[{ text: 'A', callback_data: data }]] })

describe('the stand-in refuses', () => {
  const table: [what: string, fields: object | string, status: number, description: RegExp][] = [
    ['a body that is no JSON', '{', 400, /can't parse JSON/],
    ['a message without a chat', { text: 'x' }, 400, /chat not found/],
    ['a message without words', { chat_id: 1_001 }, 400, /text is empty/],
    ['a message of spaces', { chat_id: 1_001, text: ' \n ' }, 400, /text is empty/],
    ['a message of nothing but markup', { chat_id: 1_001, text: '<b> </b>', parse_mode: 'HTML' }, 400, /text is empty/],
    ['4,097 characters', { chat_id: 1_001, text: 'x'.repeat(4_097) }, 400, /too long/],
    ['half a character', '{"chat_id":1001,"text":"\\ud83d"}', 400, /UTF-8/],
    [
      'a tag it does not know',
      { chat_id: 1_001, text: '<div>x</div>', parse_mode: 'HTML' },
      400,
      /can't parse entities: Unsupported start tag "div"/,
    ],
    [
      'a tag left open',
      { chat_id: 1_001, text: '<b>x', parse_mode: 'HTML' },
      400,
      /can't parse entities: Can't find end tag/,
    ],
    [
      'tags that cross',
      { chat_id: 1_001, text: '<b><u>x</b></u>', parse_mode: 'HTML' },
      400,
      /can't parse entities: Unmatched end tag/,
    ],
    ['a bare angle', { chat_id: 1_001, text: '1 < 2', parse_mode: 'HTML' }, 400, /can't parse entities/],
    [
      'a button that carries nothing',
      { chat_id: 1_001, text: 'x', reply_markup: keys('') },
      400,
      /BUTTON_DATA_INVALID/,
    ],
    [
      'a button that carries 65 bytes',
      { chat_id: 1_001, text: 'x', reply_markup: keys('慢'.repeat(22)) },
      400,
      /BUTTON_DATA_INVALID/,
    ],
    [
      'an answer to a message that is not there',
      { chat_id: 1_001, text: 'x', reply_parameters: { message_id: 5 } },
      400,
      /replied not found/,
    ],
  ]
  test.each(table)('%s', async (_what, fields, status, description) => {
    const { call } = await open()
    const answer = await call('sendMessage', fields)
    expect(answer).toMatchObject({ status, ok: false })
    expect(answer.description).toMatch(description)
  })

  test('a wrong token, an unknown method, a stranger, and who has blocked the bot', async () => {
    const { call, mei, telegram } = await open()
    const stranger = telegram.person({ started: false })
    const hello = (chat_id: number) => ({ chat_id, text: 'hello' })
    expect(await call('sendMessage', hello(mei.id), '1:x')).toMatchObject({ status: 401 })
    expect(await call('sendMail', {})).toMatchObject({ status: 404 })
    expect(await call('sendMessage', hello(stranger.id))).toMatchObject({
      status: 403,
      description: expect.stringContaining('initiate'),
    })
    mei.block()
    expect(await call('sendMessage', hello(mei.id))).toMatchObject({
      status: 403,
      description: expect.stringContaining('blocked'),
    })
  })

  test('to edit what is not the bot’s, is not there, or would stay as it is', async () => {
    const { call, mei, state } = await open()
    mei.type('mine')
    const sent = await call('sendMessage', { chat_id: mei.id, text: '<b>one</b>', parse_mode: 'HTML' })
    expect(sent.ok).toBe(true)
    state.now += 1_000
    const edit = (message_id: number | undefined, text: string) =>
      call('editMessageText', { chat_id: mei.id, message_id, text, parse_mode: 'HTML' })
    const [mine, theirs] = mei.chat.messages
    expect(await edit(mine?.message_id, 'x')).toMatchObject({ description: expect.stringContaining("can't be edited") })
    expect(await edit(7, 'x')).toMatchObject({ description: expect.stringContaining('not found') })
    expect(await edit(theirs?.message_id, '<b>one</b>')).toMatchObject({
      description: expect.stringContaining('not modified'),
    })
    expect(await edit(theirs?.message_id, 'one')).toMatchObject({ ok: true })
  })

  test('a second message in a second to a chat, the 31st in all, and the 21st in a minute to a group', async () => {
    const { call, telegram, mei, state } = await open()
    const send = (chat_id: number) => call('sendMessage', { chat_id, text: 'x' })
    expect(await send(mei.id)).toMatchObject({ ok: true })
    expect(await send(mei.id)).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
    for (let n = 1; n < 30; n++) expect(await send(telegram.person().id)).toMatchObject({ ok: true })
    expect(await send(telegram.person().id)).toMatchObject({ status: 429 })
    expect(telegram.limits.floods).toBe(2)
    const { chat } = telegram.group([mei.chat])
    for (let n = 0; n < 20; n++) {
      state.now += 1_000
      expect(await send(chat.id)).toMatchObject({ ok: true })
    }
    state.now += 1_000
    expect(await send(chat.id)).toMatchObject({ status: 429, parameters: { retry_after: 40 } })
  })

  test('a second answer to a press, one too late, and one to no press', async () => {
    const { call, mei, state } = await open()
    const press = () => {
      const update = mei.callback('x')
      return JSON.parse(JSON.stringify(update)).callback_query.id
    }
    const answer = (callback_query_id: unknown) => call('answerCallbackQuery', { callback_query_id })
    const first = press()
    expect(await answer(first)).toMatchObject({ ok: true })
    expect(await answer(first)).toMatchObject({ status: 400, description: expect.stringContaining('query is too old') })
    const second = press()
    state.now += 20_000
    expect(await answer(second)).toMatchObject({ status: 400 })
    expect(await answer('no press')).toMatchObject({ status: 400 })
  })
})

test('updates stay until a later one is asked for, and are not given while a web hook stands', async () => {
  const { call, mei, telegram } = await open()
  const [a, b] = [mei.type('a'), mei.type('b')]
  const ids = async (offset?: number) => {
    const { result } = await call('getUpdates', { offset })
    return Array.isArray(result) ? result.map((each) => each.update_id) : result
  }
  expect(await ids()).toEqual([a.update_id, b.update_id])
  expect(await ids(a.update_id)).toEqual([a.update_id, b.update_id])
  expect(await ids(b.update_id)).toEqual([b.update_id])
  expect(await ids(a.update_id)).toEqual([b.update_id])
  expect(await ids(b.update_id + 1)).toEqual([])
  expect(telegram.updates.pending()).toEqual([])
  telegram.updates.set({ url: 'https://bot.example' })
  expect(await call('getUpdates', {})).toMatchObject({ status: 409 })
})

test('a question for updates is held until there is one', async () => {
  const { call, mei } = await open()
  const asked = call('getUpdates', { timeout: 30 })
  mei.type('x')
  expect(await asked).toMatchObject({ ok: true, result: [{ message: { text: 'x' } }] })
})
