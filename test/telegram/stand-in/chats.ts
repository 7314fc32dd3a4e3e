import type { Entity } from './html.ts'
import { bad, Refusal } from './refusal.ts'

export interface Key {
  text: string
  callback_data: string
}

export interface Kept {
  message_id: number
  /** Who wrote it: the bot, or the person of the chat. */
  by: 'bot' | 'person'
  text: string
  entities: Entity[]
  rows: Key[][]
  picture: boolean
  reply: number | null
  deleted: boolean
}

export interface Person {
  id: number
  first_name: string
  last_name?: string
  language_code?: string
  is_bot: false
}

export interface Chat {
  id: number
  type: 'private' | 'group'
  person: Person
  started: boolean
  blocked: boolean
  messages: Kept[]
}

/** Everybody who has an account, and what stands in their chats with the bot. */
export function openChats() {
  const chats = new Map<number, Chat>()
  let last = 100
  return {
    create(chat: Pick<Chat, 'id' | 'type' | 'person' | 'started'>): Chat {
      const made: Chat = { ...chat, blocked: false, messages: [] }
      chats.set(chat.id, made)
      return made
    },
    /** A chat that the bot may write to. @throws Refusal */
    writable(id: unknown): Chat {
      const chat = chats.get(Number(id))
      if (!chat) throw bad('chat not found')
      if (chat.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
      if (!chat.started) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
      return chat
    },
    keep(chat: Chat, message: Omit<Kept, 'message_id' | 'deleted'>): Kept {
      last += 1
      const kept: Kept = { ...message, message_id: last, deleted: false }
      chat.messages.push(kept)
      return kept
    },
    /** One of the bot's own messages in this chat. @throws Refusal */
    own(chat: Chat, id: unknown): Kept {
      const found = chat.messages.find(({ message_id, deleted }) => message_id === Number(id) && !deleted)
      if (!found) throw bad('message to edit not found')
      if (found.by !== 'bot') throw bad("message can't be edited")
      return found
    },
  }
}

export type Chats = ReturnType<typeof openChats>
