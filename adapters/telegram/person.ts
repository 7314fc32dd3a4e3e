import type { Address, Sender } from '../../src/channel.ts'
import type { Chat, User } from './update.ts'

export const CHANNEL = 'telegram'

/** The bot as Telegram knows it. */
export interface Self {
  id: number
  username: string
}

/** A person by the id of their account, reached in the chat they wrote in. */
export function senderOf(user: User, chat: Chat): Sender {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ').slice(0, 200)
  const locale = localeOf(user.language_code)
  return {
    user: String(user.id),
    address: { key: String(chat.id) },
    ...(chat.type !== 'private' && { shared: true as const }),
    ...(locale && { locale }),
    ...(name && { name }),
  }
}

/** A chat's id, which is its person's, or a group's below zero. */
export const KEY = /^-?[1-9]\d{0,15}$/

/** The chat that an address leads to, or null when it is not one of this channel's. */
export function chatOf({ key }: Address): number | null {
  const id = KEY.test(key) ? Number(key) : 0
  return Number.isSafeInteger(id) && id !== 0 ? id : null
}

/** Telegram's tags (`zh-hans`, `pt-br`) in canonical form; null where there is none. */
function localeOf(tag: string | undefined): string | null {
  if (tag === undefined || tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null // not a language tag: that is the answer
  }
}

/**
 * The words that are meant for the bot. In a private chat that is all of them; in a group only those with its name in them, and those
 * that answer one of its messages. The name itself is taken out. Null: people talking to each other.
 */
export function addressed(text: string, chat: Chat, self: Self | null, answersUs: boolean): string | null {
  const named = self === null ? null : takeOut(text, self.username)
  if (chat.type === 'private') return text.startsWith('/') ? (named ?? text) : text
  return named ?? (answersUs ? text : null)
}

/** Telegram's names are of word characters only. */
function takeOut(text: string, username: string): string | null {
  if (!/^\w+$/.test(username)) return null
  const name = new RegExp(`(?<![\\w@])@${username}(?!\\w)|(?<=^/\\w{1,32})@${username}(?!\\w)`, 'i')
  return name.test(text) ? text.replace(name, '').trim() : null
}
