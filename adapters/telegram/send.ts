import { type Api, InputFile } from 'grammy'
import type { Channel, Delivery } from '../../src/channel.ts'
import { type Failure, failureOf } from './errors.ts'
import { chatOf } from './person.ts'
import { type Call, render } from './render.ts'

/** Messages of several parts of which some are out: what is remembered of them, at most. */
const MOST_BEGUN = 1_000

/** Milliseconds between two messages of a chat; the deliverer counts one that comes in several parts as one. */
const APART = 1_000

/** Sends as the port says. Of a message in several parts, those that are out are not sent again when it is tried again. */
export function createSend(api: Api, pause: (ms: number) => Promise<void>): Channel['send'] {
  const begun = new Map<string, number>()

  function remember(id: string, parts: number): void {
    begun.delete(id)
    if (parts > 0) begun.set(id, parts)
    const [oldest] = begun.size > MOST_BEGUN ? begun.keys() : []
    if (oldest !== undefined) begun.delete(oldest)
  }

  return async (to, outbound, key) => {
    const chat = chatOf(to)
    if (chat === null) return rejected('not an address of Telegram')
    const calls = render(outbound, key)
    if (calls.length === 0)
      return outbound.edits === undefined ? rejected('there is nothing to show') : { status: 'sent' }
    let delivery: Delivery = { status: 'sent' }
    for (const [n, call] of calls.entries()) {
      if (n < (begun.get(key.id) ?? 0)) continue
      delivery = await perform(api, chat, call)
      if (delivery.status !== 'sent') break
      remember(key.id, n + 1)
      if (calls.length > 1) await pause(APART)
    }
    if (delivery.status === 'sent' || delivery.status === 'rejected') remember(key.id, 0)
    return delivery
  }
}

const rejected = (reason: string): Delivery => ({ status: 'rejected', unreachable: false, reason })

/** One call, plain where Telegram refuses its markup, and anew where the message to edit is gone. */
async function perform(api: Api, chat: number, call: Call): Promise<Delivery> {
  let failure = await attempt(api, chat, call, true)
  if (failure.status === 'broken') failure = await attempt(api, chat, call, false)
  if (failure.status === 'lost' && call.method === 'editMessageText') {
    if (call.lost === 'leave') return { status: 'sent' }
    return perform(api, chat, { ...call, method: 'sendMessage', reply: null })
  }
  if (failure.status === 'broken' || failure.status === 'lost') return rejected(`refused: ${failure.status}`)
  return failure
}

async function attempt(api: Api, chat: number, call: Call, styled: boolean): Promise<Failure> {
  try {
    const sent = await make(api, chat, call, styled)
    return { status: 'sent', ref: String(sent) }
  } catch (error) {
    const failure = failureOf(error)
    // An edit that changes nothing: the message stands as it should.
    return failure.status === 'sent' && call.method === 'editMessageText'
      ? { ...failure, ref: String(call.message) }
      : failure
  }
}

/** @returns the message's number */
async function make(api: Api, chat: number, call: Call, styled: boolean): Promise<number> {
  const text = styled ? call.html : call.plain
  const style = styled ? ({ parse_mode: 'HTML' } as const) : {}
  const answers = (reply: number | null) =>
    reply === null ? {} : { reply_parameters: { message_id: reply, allow_sending_without_reply: true } }
  const buttons = (rows: { text: string; callback_data: string }[][]) =>
    rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }
  const quiet = { link_preview_options: { is_disabled: true } }
  switch (call.method) {
    case 'sendMessage': {
      const options = { ...style, ...quiet, ...answers(call.reply), ...buttons(call.keyboard) }
      return (await api.sendMessage(chat, text, options)).message_id
    }
    case 'sendPhoto': {
      const file = new InputFile(Buffer.from(call.png, 'base64'), 'picture.png')
      return (await api.sendPhoto(chat, file, { caption: text, ...style, ...answers(call.reply) })).message_id
    }
    case 'editMessageText':
      await api.editMessageText(chat, call.message, text, { ...style, ...quiet, ...buttons(call.keyboard) })
      return call.message
  }
}
