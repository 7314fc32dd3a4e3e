import { type Outbound, retires, type SendKey } from '../../src/channel.ts'
import { cardRuns, TAIL, tail } from './content.ts'
import { type Button, keyboard } from './keyboard.ts'
import { CAPTION_LIMIT, cut, html, plain, type Run, TEXT_LIMIT } from './rich.ts'

interface Words {
  html: string
  /** The same without styles, for when Telegram refuses them. */
  plain: string
}

/** One call of the Bot API. `reply`: the message that it answers. */
export type Call =
  | ({ method: 'sendMessage'; keyboard: Button[][]; reply: number | null } & Words)
  | ({ method: 'sendPhoto'; png: string; reply: number | null } & Words)
  /** `lost`: what to do when the message is no longer there: leave it, or send it anew. */
  | ({ method: 'editMessageText'; message: number; keyboard: Button[][]; lost: 'leave' | 'send' } & Words)

/**
 * An outbound message as calls, in order; none where there is nothing to show or to retire. What is too long for one message comes in several, and
 * the last of them carries the buttons, is the one that is edited, and gives the reference. Pure.
 */
export function render(outbound: Outbound, key: SendKey): Call[] {
  const reply = messageOf(key.thread)
  switch (outbound.kind) {
    case 'text':
      return put(outbound, key, cut([{ text: outbound.text }], TEXT_LIMIT), [])
    case 'prompt': {
      const parts = cut([{ text: outbound.text }], TEXT_LIMIT - TAIL)
      const last = [...(parts.pop() ?? []), ...tail(outbound)]
      const choices = outbound.answered === undefined ? outbound.choices : []
      return put(outbound, key, [...parts, last], keyboard(key.id, choices, outbound.layout))
    }
    case 'card':
      return put(outbound, key, [cardRuns(outbound)], keyboard(key.id, outbound.choices, 'card'))
    case 'picture': {
      const [caption = [], ...rest] = cut([{ text: outbound.alt }], CAPTION_LIMIT)
      const photo: Call = { method: 'sendPhoto', png: outbound.png, reply, ...words(caption) }
      const [more = [], ...others] = rest
      return [photo, ...sends([...(more.length > 0 ? [more] : []), ...others], [], null)]
    }
  }
}

/** In place where the earlier message is known and this one fits into it, else anew. */
function put(outbound: Outbound, key: SendKey, parts: Run[][], buttons: Button[][]): Call[] {
  const message = outbound.edits === undefined ? null : messageOf(key.edits)
  const last = parts.at(-1)
  if (last === undefined) return []
  if (message === null && retires(outbound)) return []
  if (message === null || (outbound.kind !== 'prompt' && parts.length > 1))
    return sends(parts, buttons, messageOf(key.thread))
  const lost = retires(outbound) ? 'leave' : 'send'
  return [{ method: 'editMessageText', message, keyboard: buttons, lost, ...words(last) }]
}

/** Telegram refuses a message of spaces only; between two others nobody misses it. */
const sends = (parts: Run[][], buttons: Button[][], reply: number | null): Call[] =>
  parts
    .map(words)
    .filter((part, n) => part.plain.trim() !== '' || n === parts.length - 1)
    .map((part, n, all) => ({
      method: 'sendMessage',
      keyboard: n === all.length - 1 ? buttons : [],
      reply: n === 0 ? reply : null,
      ...part,
    }))

const words = (runs: Run[]): Words => ({ html: html(runs), plain: plain(runs) })

/** A reference is a message's number. A message that was settled without one has no reference, but an id. */
function messageOf(reference: string | undefined): number | null {
  return reference !== undefined && /^[1-9]\d{0,14}$/.test(reference) ? Number(reference) : null
}
