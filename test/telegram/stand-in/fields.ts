import type { Key } from './chats.ts'
import { type Entity, parseHtml } from './html.ts'
import { bad } from './refusal.ts'

export type Fields = Record<string, unknown>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that may come as JSON or, in a form, as JSON in text. */
function structured(value: unknown, name: string): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw bad(`can't parse ${name} JSON object`)
  }
}

/** Text of `name`, 1 to `limit` characters after its markup is read. @throws Refusal */
export function wordsOf(fields: Fields, name: 'text' | 'caption', limit: number): { text: string; entities: Entity[] } {
  const given = fields[name]
  if (given === undefined && name === 'caption') return { text: '', entities: [] }
  if (typeof given !== 'string') throw bad(`message ${name} is empty`)
  if (/\p{Surrogate}/u.test(given)) throw bad('strings must be encoded in UTF-8')
  const mode = fields.parse_mode
  if (mode !== undefined && mode !== 'HTML') throw bad('unsupported parse_mode')
  const read = mode === 'HTML' ? parseHtml(given) : { text: given.trim(), entities: [] }
  if (read.text === '' && name === 'text') throw bad('message text is empty')
  if (read.text.length > limit) throw bad(name === 'text' ? 'message is too long' : 'message caption is too long')
  return read
}

/** Rows of the inline keyboard: labels that say something, data of 1–64 bytes. @throws Refusal */
export function rowsOf(fields: Fields): Key[][] {
  const markup = structured(fields.reply_markup, 'reply keyboard markup')
  if (markup === undefined) return []
  if (!isRecord(markup) || !Array.isArray(markup.inline_keyboard)) throw bad('object expected as reply markup')
  const rows = markup.inline_keyboard.map((row: unknown) => {
    if (!Array.isArray(row)) throw bad('field "inline_keyboard" must be an Array of Arrays')
    if (row.length > 8) throw bad('too many buttons in a row')
    return row.map(keyOf)
  })
  if (rows.flat().length > 100) throw bad('reply markup is too long')
  return rows.filter((row) => row.length > 0)
}

function keyOf(key: unknown): Key {
  if (!isRecord(key) || typeof key.text !== 'string' || key.text.trim() === '')
    throw bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  const { text, callback_data: data, style } = key
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (typeof data !== 'string' || bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID')
  if (style !== undefined && !['danger', 'success', 'primary'].includes(String(style)))
    throw bad('BUTTON_STYLE_INVALID')
  return { text, callback_data: data }
}

/** The message that this one answers, where there is one. @throws Refusal */
export function replyOf(fields: Fields, exists: (id: number) => boolean): number | null {
  const reply = structured(fields.reply_parameters, 'reply parameters')
  if (reply === undefined) return null
  if (!isRecord(reply) || typeof reply.message_id !== 'number') throw bad('message identifier is not specified')
  if (exists(reply.message_id)) return reply.message_id
  if (reply.allow_sending_without_reply !== true) throw bad('message to be replied not found')
  return null
}
