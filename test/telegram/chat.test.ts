import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { menus } from '../../adapters/telegram/setup.ts'
import { type Outbound, token } from '../../src/channel.ts'
import { standTelegram, until } from './stand.ts'
import type { Fault } from './stand-in/faults.ts'
import { TOKEN } from './stand-in/server.ts'

const text = (words: string): Outbound => ({ kind: 'text', text: words, locale: 'en' })
const scale: Outbound = {
  kind: 'prompt',
  text: 'How did it go?',
  choices: ['1', '2', '3'].map((id) => ({ id, label: id })),
  layout: 'scale',
  locale: 'en',
}

/** A stand with one person in it, and what was sent to them. */
async function withMei(options: Parameters<typeof standTelegram>[0] = {}) {
  const stand = await standTelegram(options)
  const mei = stand.telegram.person()
  const send = (outbound: Outbound, id = v7(), edits?: string) => {
    stand.state.now += 1_000
    return stand.channel.send({ key: String(mei.id) }, outbound, { id, ...(edits !== undefined && { edits }) })
  }
  return { ...stand, mei, send, press: () => stand.telegram.updates.post(JSON.stringify(mei.press('2'))) }
}

test('a press is answered after its effect, with the notice that belongs to it', async () => {
  const { telegram, state, send, press } = await withMei()
  await send(scale)
  await press()
  await until(() => telegram.queries.answers.length === 1)
  expect(telegram.queries.answers[0]).toMatchObject({ text: '', alert: false })
  state.receipt = { outcome: 'done', immediate: { kind: 'notice', text: 'Anna was quicker. '.repeat(20) } }
  await press()
  await until(() => telegram.queries.answers.length === 2)
  expect(telegram.queries.answers[1]).toMatchObject({ alert: true })
  expect(telegram.queries.answers[1]?.text).toMatch(/^Anna was quicker.*…$/)
  expect(telegram.queries.waiting()).toBe(0)
})

test('a press that opens a form is told where forms are, in the language of who pressed', async () => {
  const { telegram, state, send, press } = await withMei()
  const opens = token(v7(), 'resolve')
  await send(scale)
  for (const locale of ['en', 'zh-CN', 'zh-TW']) {
    state.receipt = {
      outcome: 'done',
      immediate: { kind: 'form', token: opens, title: 'Resolve', submit: 'Send', fields: [], locale },
    }
    await press()
  }
  await until(() => telegram.queries.answers.length === 3)
  expect(telegram.queries.answers.map((answer) => answer.text.slice(0, 6))).toEqual([
    'This s',
    '此步骤需要填',
    '此步驟需要填',
  ])
})

test('a press that could not be stored stays unanswered, and is answered when it comes again', async () => {
  const { telegram, channel, state, mei, send } = await withMei()
  await send(scale)
  const body = JSON.stringify(mei.press('2'))
  state.receipt = { outcome: 'retry' }
  expect(await telegram.updates.post(body)).toEqual({ status: 503, repeat: true })
  expect(telegram.queries.waiting()).toBe(1)
  state.receipt = { outcome: 'seen' }
  expect(await telegram.updates.post(body)).toEqual({ status: 200, repeat: false })
  await until(() => telegram.queries.waiting() === 0)
  await channel.stop()
  expect(telegram.calls.filter((name) => name === 'answerCallbackQuery')).toHaveLength(1)
})

test('a press answered too late is no failure of anything', async () => {
  const { telegram, state, mei, send, logged } = await withMei()
  await send(scale)
  const body = JSON.stringify(mei.press('2'))
  state.now += 60_000
  expect(await telegram.updates.post(body)).toMatchObject({ status: 200 })
  await until(() => logged.length > 0)
  expect(logged.map(({ message }) => message)).toEqual(['a press could not be answered'])
})

test('an album is one event, however many pictures it has, with the words that stand in it', async () => {
  const { telegram, state, inbound, mei } = await withMei()
  const post = async (...captions: (string | undefined)[]) => {
    for (const update of mei.album(...captions)) await telegram.updates.post(JSON.stringify(update))
    return inbound.splice(0).map(({ body }) => ('caption' in body ? body.caption : null))
  }
  expect(await post(undefined, undefined, undefined)).toEqual([null])
  expect(await post('broken', undefined, undefined)).toEqual(['broken'])
  expect(await post('broken', undefined, 'and wet')).toEqual(['broken', 'and wet'])
  state.receipt = { outcome: 'retry' }
  expect(await post(undefined, undefined)).toEqual([null, null])
})

test('the parts of an album that say nothing are one event for all processes', async () => {
  const first = await withMei()
  const second = await withMei()
  const [a, b] = first.mei.album(undefined, undefined)
  await first.telegram.updates.post(JSON.stringify(a))
  await second.telegram.updates.post(JSON.stringify(b))
  expect(first.inbound[0]?.key).toMatch(/^tg-album-/)
  expect(second.inbound[0]?.key).toBe(first.inbound[0]?.key)
})

test('whoever blocked the bot is unreachable until they let it in again', async () => {
  const { mei, send, channel } = await withMei()
  mei.block()
  expect(await send(text('hello'))).toMatchObject({ status: 'rejected', unreachable: true })
  mei.unblock()
  expect(await send(text('hello'))).toMatchObject({ status: 'sent' })
  expect(await channel.send({ key: '987654' }, text('x'), { id: v7() })).toMatchObject({
    status: 'rejected',
    unreachable: true,
  })
})

test('an edit that changes nothing is sent; one of a deleted message sends a card anew, and leaves an answered prompt', async () => {
  const { mei, send } = await withMei()
  const card: Outbound = {
    kind: 'card',
    subject: 't',
    title: 'A',
    tone: 'open',
    facts: [],
    quotes: [],
    history: [],
    choices: [],
    locale: 'en',
  }
  const id = v7()
  const first = await send(card, id)
  const ref = first.status === 'sent' ? first.ref : undefined
  expect(await send({ ...card, edits: id }, v7(), ref)).toEqual({ status: 'sent', ref })
  for (const kept of mei.chat.messages) kept.deleted = true
  expect(await send({ ...card, edits: id }, v7(), ref)).toMatchObject({ status: 'sent' })
  expect(mei.screen().map((kept) => kept.text)).toEqual(['🟠 A'])
  expect(await send({ ...scale, answered: '2', edits: id }, v7(), ref)).toEqual({ status: 'sent' })
  expect(mei.screen()).toHaveLength(1)
})

test('where Telegram refuses the markup, the words go out plain', async () => {
  const { mei, send } = await withMei({ fault: () => 'markup' })
  expect(await send({ ...scale, note: { text: 'Privacy', link: 'https://a.example' } })).toMatchObject({
    status: 'sent',
  })
  expect(mei.screen().map((kept) => kept.text)).toEqual(['How did it go?\n\nPrivacy (https://a.example)'])
})

test('of a long message only what is missing is sent again', async () => {
  const faults: (Fault | null)[] = [null, '429', null]
  const { mei, send, telegram } = await withMei({ fault: () => faults.shift() ?? null })
  const id = v7()
  const long = text(`${'a'.repeat(4_096)}${'b'.repeat(4_096)}c`)
  expect(await send(long, id)).toMatchObject({ status: 'retry', after: 3_000 })
  const sent = await send(long, id)
  expect(mei.screen().map((kept) => kept.text[0])).toEqual(['a', 'b', 'c'])
  expect(sent).toEqual({ status: 'sent', ref: String(mei.screen().at(-1)?.message_id) })
  expect(telegram.limits.floods).toBe(0)
})

test.each<[Fault, string, number]>([
  ['500', 'unknown', 0],
  ['reset', 'unknown', 0],
  ['hang', 'unknown', 0],
  ['reset after', 'unknown', 1],
  ['429', 'retry', 0],
])('a call that ends in %s is %s', async (fault, status, arrived) => {
  const { mei, send } = await withMei({ fault: () => fault, deps: { patience: 200 } })
  expect(await send(text('hello'))).toMatchObject({ status })
  expect(mei.screen()).toHaveLength(arrived)
})

test('a web hook call without the secret, or with another, has no effect', async () => {
  const { url, mei, inbound, channel } = await withMei({ deps: { secretToken: 'a-secret_of_ours' } })
  const body = JSON.stringify(mei.type('5'))
  const post = (headers: Record<string, string>) => fetch(`${url}/telegram/webhook`, { method: 'POST', body, headers })
  const name = 'x-telegram-bot-api-secret-token'
  for (const headers of [{}, { [name]: '' }, { [name]: 'a-secret_of_our' }, { [name]: 'A-secret_of_ours' }])
    expect((await post(headers)).status).toBe(401)
  expect(inbound).toEqual([])
  expect((await post({ [name]: 'a-secret_of_ours' })).status).toBe(200)
  expect(inbound).toHaveLength(1)
  await channel.stop()
})

test('a body that is cut off, or beyond any update, is no event', async () => {
  const { telegram, mei, inbound } = await withMei()
  const body = JSON.stringify(mei.type('5'))
  expect(await telegram.updates.post(body.slice(0, 40))).toEqual({ status: 200, repeat: false })
  expect(
    await telegram.updates.post(JSON.stringify({ ...mei.type('5'), filler: 'x'.repeat(2_000_000) })),
  ).toMatchObject({ status: 413 })
  expect(inbound).toEqual([])
})

test('the token stands in no log and no delivery, whatever fails', async () => {
  const faults: Fault[] = ['500', 'reset', 'hang', 'reset after', '429']
  const { send, logged, press, telegram } = await withMei({
    fault: () => faults.shift() ?? null,
    deps: { patience: 1_000 },
  })
  const told: unknown[] = []
  for (let n = 0; n < 5; n++) told.push(await send(text('hello')))
  await send(scale)
  await press()
  await telegram.close()
  told.push(await send(text('hello')))
  const secret = TOKEN.split(':')[1] ?? ''
  expect(JSON.stringify([told, logged])).not.toContain(secret)
  expect(told.map((each) => JSON.stringify(each)).join()).not.toContain('sent')
})

test('the menu of commands is in English, and in Chinese of both scripts', async () => {
  const description = { en: 'Scores', 'zh-Hans': '查询满意度', 'zh-Hant': '查詢滿意度' }
  const commands = [
    { command: 'scores', description },
    { command: 'help', description: { en: 'Help', 'zh-Hans': '帮助', 'zh-Hant': '帮助' } },
  ]
  expect(
    menus(commands)
      .at(-1)
      ?.list.map((each) => each.description),
  ).toEqual(['查询满意度 · 查詢滿意度', '帮助'])
  const { telegram } = await standTelegram({ deps: { commands } })
  await until(() => telegram.menus.size === 2)
  expect(telegram.menus.get('')?.map((each) => each.description)).toEqual(['Scores', 'Help'])
  expect([...telegram.menus.keys()]).toEqual(['', 'zh'])
})
