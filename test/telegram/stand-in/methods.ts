import type { Chat, Chats, Kept } from './chats.ts'
import { type Fields, replyOf, rowsOf, wordsOf } from './fields.ts'
import type { Limits } from './limits.ts'
import type { Queries } from './queries.ts'
import { bad } from './refusal.ts'
import type { Updates } from './updates.ts'

export const BOT = { id: 4_242, is_bot: true, first_name: 'Afterword', username: 'afterword_bot' }

export interface State {
  chats: Chats
  queries: Queries
  limits: Limits
  updates: Updates
  /** Menus by language code, '' for everybody. */
  menus: Map<string, { command: string; description: string }[]>
}

export type Method = (fields: Fields, gone: AbortSignal) => unknown

/** The part of the Bot API that stands here; any other method is refused as unknown. */
export function methods({ chats, queries, limits, updates, menus }: State): Record<string, Method> {
  const shown = (chat: Chat, kept: Kept) => ({
    message_id: kept.message_id,
    date: 1_790_000_000,
    chat: { id: chat.id, type: chat.type },
    from: BOT,
    [kept.picture ? 'caption' : 'text']: kept.text,
  })

  function put(fields: Fields, content: Pick<Kept, 'text' | 'entities' | 'picture'>) {
    const chat = chats.writable(fields.chat_id)
    const rows = rowsOf(fields)
    const reply = replyOf(fields, (id) => chat.messages.some((each) => each.message_id === id && !each.deleted))
    limits.take(chat.id)
    return shown(chat, chats.keep(chat, { ...content, by: 'bot', rows, reply }))
  }

  return {
    getMe: () => BOT,
    getUpdates: (fields, gone) => updates.get(fields, gone),
    setWebhook: (fields) => updates.set(fields),
    deleteWebhook: () => updates.set({}),
    answerCallbackQuery: (fields) => queries.answer(fields),

    sendMessage: (fields) => put(fields, { ...wordsOf(fields, 'text', 4_096), picture: false }),

    sendPhoto(fields) {
      const { photo } = fields
      if (!Buffer.isBuffer(photo) || photo.subarray(1, 4).toString() !== 'PNG') throw bad('IMAGE_PROCESS_FAILED')
      return put(fields, { ...wordsOf(fields, 'caption', 1_024), picture: true })
    },

    editMessageText(fields) {
      const chat = chats.writable(fields.chat_id)
      const kept = chats.own(chat, fields.message_id)
      if (kept.picture) throw bad('there is no text in the message to edit')
      const words = wordsOf(fields, 'text', 4_096)
      const rows = rowsOf(fields)
      const same =
        JSON.stringify([kept.text, kept.entities, kept.rows]) === JSON.stringify([words.text, words.entities, rows])
      if (same)
        throw bad(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        )
      limits.take(chat.id)
      Object.assign(kept, words, { rows })
      return shown(chat, kept)
    },

    setMyCommands(fields) {
      const { commands, language_code: language = '' } = fields
      if (!Array.isArray(commands) || commands.length > 100) throw bad('BOT_COMMANDS_TOO_MUCH')
      if (!/^([a-z]{2})?$/.test(String(language))) throw bad('LANG_CODE_INVALID')
      for (const { command, description } of commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID')
        if (typeof description !== 'string' || description.length < 1 || description.length > 256)
          throw bad('BOT_COMMAND_DESCRIPTION_INVALID')
      }
      menus.set(String(language), commands)
      return true
    },
  }
}
