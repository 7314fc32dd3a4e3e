import type { Chat, Kept, Person } from './chats.ts'
import { BOT, type State } from './methods.ts'
import type { Update } from './updates.ts'

export interface Profile {
  name?: string
  locale?: string
  /** Whether they have opened the chat before. */
  started?: boolean
}

/** What people do in their chats, as Telegram tells it to the bot. Each act is one update, which is also given back. */
export function openPeople(
  { chats, queries, updates }: Pick<State, 'chats' | 'queries' | 'updates'>,
  now: () => number,
) {
  let lastUser = 1_000
  let lastQuery = 900_000
  let lastAlbum = 13_000_000_000

  function tell(kind: string, what: unknown): Update {
    const update = { update_id: updates.next(), [kind]: what }
    updates.add(update)
    return update
  }

  /** Somebody with an account, in their private chat with the bot. */
  function person({ name = 'Mei', locale = 'zh-hant', started = true }: Profile = {}) {
    lastUser += 1
    const who: Person = { id: lastUser, is_bot: false, first_name: name, language_code: locale }
    const chat = chats.create({ id: who.id, type: 'private', person: who, started })
    const where = { id: chat.id, type: chat.type, first_name: name }
    const date = () => Math.floor(now() / 1_000)

    function wrote(text: string, reply: Kept | null): Kept {
      return chats.keep(chat, {
        by: 'person',
        text,
        entities: [],
        rows: [],
        picture: false,
        reply: reply?.message_id ?? null,
      })
    }
    function message(kept: Kept, body: object) {
      const { message_id } = kept
      const replied = chat.messages.find((each) => each.message_id === kept.reply)
      const reply = replied && {
        message_id: replied.message_id,
        date: date(),
        chat: where,
        text: replied.text,
        from: replied.by === 'bot' ? BOT : who,
      }
      return { message_id, from: who, chat: where, date: date(), ...body, ...(reply && { reply_to_message: reply }) }
    }

    const screen = (): Kept[] => chat.messages.filter(({ by, deleted }) => by === 'bot' && !deleted)
    function type(text: string, reply: Kept | null = null): Update {
      const kept = wrote(text, reply)
      const entities = text.startsWith('/')
        ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]?.length ?? 0 }] }
        : {}
      return tell('message', message(kept, { text, ...entities }))
    }
    /** A press that carries `data`, which another program than Telegram's may have made up. */
    function callback(data: string, kept: Kept | undefined = screen().at(-1)): Update {
      lastQuery += 1
      const id = String(lastQuery)
      queries.ask(id)
      const below = kept && {
        message: { message_id: kept.message_id, date: date(), chat: where, from: BOT, text: kept.text },
      }
      return tell('callback_query', { id, from: who, chat_instance: '-77', data, ...below })
    }
    function standing(after: string, before: string): Update {
      const member = (status: string) => ({ user: BOT, status, ...(status === 'kicked' && { until_date: 0 }) })
      const change = { chat: where, from: who, date: date() }
      return tell('my_chat_member', { ...change, old_chat_member: member(before), new_chat_member: member(after) })
    }

    return {
      id: who.id,
      chat,
      /** What stands in the chat by the bot, oldest first. */
      screen,
      type,
      callback,
      /** Opens `t.me/<bot>?start=<start>`. */
      open(start?: string): Update {
        chat.started = true
        return type(start === undefined ? '/start' : `/start ${start}`)
      },
      /** Changes the words of the last message of theirs. */
      edit(text: string): Update {
        const kept = chat.messages.findLast(({ by }) => by === 'person')
        if (!kept) throw new Error('nothing was written')
        kept.text = text
        return tell('edited_message', { ...message(kept, { text }), edit_date: date() })
      },
      send(kind: 'sticker' | 'voice' | 'photo', caption?: string): Update {
        const file = { file_id: 'AgADBAADabc', file_unique_id: 'QQADabc' }
        const bodies = {
          sticker: { sticker: { ...file, type: 'regular', emoji: '👍', width: 512, height: 512 } },
          voice: { voice: { ...file, duration: 4, mime_type: 'audio/ogg' } },
          photo: { photo: [{ ...file, width: 90, height: 90 }] },
        }
        return tell('message', message(wrote(caption ?? '', null), { ...bodies[kind], ...(caption && { caption }) }))
      },
      /** Sends pictures together: each is a message of its own, and the words stand with the one that has them. */
      album(...captions: (string | undefined)[]): Update[] {
        lastAlbum += 1
        const media_group_id = String(lastAlbum)
        const photo = [{ file_id: 'AgADBAADabc', file_unique_id: 'QQADabc', width: 90, height: 90 }]
        return captions.map((caption) => {
          const body = { photo, media_group_id, ...(caption && { caption }) }
          return tell('message', message(wrote(caption ?? '', null), body))
        })
      },
      /** Presses the button with this label on the newest message that shows it. */
      press(label: string): Update {
        const kept = screen().findLast(({ rows }) => rows.flat().some(({ text }) => text === label))
        const key = kept?.rows.flat().find(({ text }) => text === label)
        if (!kept || !key) throw new Error(`there is no button ${label}`)
        return callback(key.callback_data, kept)
      },
      block(): Update {
        chat.blocked = true
        return standing('kicked', 'member')
      },
      unblock(): Update {
        chat.blocked = false
        return standing('member', 'kicked')
      },
    }
  }

  /** A group that the bot is in; `say` is somebody in it. */
  function group(members: Chat[]) {
    const [first] = members
    if (!first) throw new Error('a group has members')
    const chat = chats.create({ id: -(1_000_000 + first.id), type: 'group', person: first.person, started: true })
    return {
      chat,
      say(text: string): Update {
        const kept = chats.keep(chat, { by: 'person', text, entities: [], rows: [], picture: false, reply: null })
        const where = { id: chat.id, type: 'group', title: 'Refunds' }
        return tell('message', { message_id: kept.message_id, from: first.person, chat: where, date: 0, text })
      },
    }
  }

  return { person, group }
}
