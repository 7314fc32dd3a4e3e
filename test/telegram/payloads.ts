import type { Parsed } from '../../adapters/telegram/parse.ts'
import type { InboundBody } from '../../src/channel.ts'

type Outcome = InboundBody | Extract<Parsed, { kind: 'unsupported' }>['reason']

/** Payloads as the Bot API documents them, with the ids of nobody, and what each comes to. */
export interface Payload {
  what: string
  update: Record<string, unknown>
  outcome: Outcome
}

const mei = {
  id: 5_100_000_001,
  is_bot: false,
  first_name: '美',
  last_name: '林',
  username: 'mei_l',
  language_code: 'zh-hant',
}
const chat = { id: mei.id, first_name: '美', last_name: '林', username: 'mei_l', type: 'private' }
const group = { id: -1_002_000_000_003, title: 'Refunds', type: 'supergroup' }
const bot = { id: 4_242, is_bot: true, first_name: 'Afterword', username: 'afterword_bot' }
const date = 1_772_442_000
const file = { file_id: 'AgACAgIAAxkB', file_unique_id: 'AQADtbIxG3', file_size: 1_253 }
const asked = { message_id: 77, from: bot, chat, date, text: '這次服務您滿意嗎？' }
const message = (body: object) => ({ message: { message_id: 78, from: mei, chat, date, ...body } })
const inGroup = (body: object) => ({ message: { message_id: 9, from: mei, chat: group, date, ...body } })
const standing = (status: string, where: object = chat) => ({
  my_chat_member: {
    chat: where,
    from: mei,
    date,
    old_chat_member: { user: bot, status: 'member' },
    new_chat_member: { user: bot, status, until_date: 0 },
  },
})
const command = [{ offset: 0, length: 6, type: 'bot_command' }]
const press = (body: object) => ({ callback_query: { id: '219034857', from: mei, chat_instance: '-3051', ...body } })
const TOKEN = 'AYkKXaysd0u8zrMCCYqAVw.4'

export const payloads: Payload[] = [
  { what: 'words', update: message({ text: '5分，很快' }), outcome: { kind: 'text', text: '5分，很快' } },
  {
    what: 'words that answer a message',
    update: message({ text: 'yes', reply_to_message: asked }),
    outcome: { kind: 'text', text: 'yes', about: '77' },
  },
  {
    what: 'the chat opened',
    update: message({ text: '/start', entities: command }),
    outcome: { kind: 'open', start: '' },
  },
  {
    what: 'a deep link opened',
    update: message({ text: '/start i_9-Zq', entities: command }),
    outcome: { kind: 'open', start: 'i_9-Zq' },
  },
  {
    what: 'a start with words behind it',
    update: message({ text: '/start hello there' }),
    outcome: { kind: 'open', start: '' },
  },
  {
    what: 'a command with the name of the bot',
    update: message({ text: '/scores@Afterword_bot last 7d' }),
    outcome: { kind: 'text', text: '/scores last 7d' },
  },
  {
    what: 'a command of another bot’s, in private',
    update: message({ text: '/scores@other_bot last 7d' }),
    outcome: { kind: 'text', text: '/scores@other_bot last 7d' },
  },
  { what: 'a press', update: press({ message: asked, data: TOKEN }), outcome: { kind: 'press', token: TOKEN } },
  {
    what: 'a press on a message too old to be shown',
    update: press({ message: { chat, message_id: 12, date: 0 }, data: TOKEN }),
    outcome: { kind: 'press', token: TOKEN },
  },
  {
    what: 'a press below an inline message',
    update: press({ inline_message_id: 'BAAA', data: TOKEN }),
    outcome: 'a button outside a chat',
  },
  {
    what: 'a press on a game',
    update: press({ message: asked, game_short_name: 'chess' }),
    outcome: 'a button that carries nothing',
  },
  {
    what: 'a photo with words',
    update: message({ photo: [{ ...file, width: 90, height: 51 }], caption: '壞了' }),
    outcome: { kind: 'media', media: 'photo', caption: '壞了' },
  },
  {
    what: 'a sticker',
    update: message({
      sticker: { ...file, width: 512, height: 512, emoji: '👍', type: 'regular', is_animated: false, is_video: false },
    }),
    outcome: { kind: 'media', media: 'sticker' },
  },
  {
    what: 'a voice note',
    update: message({ voice: { ...file, duration: 3, mime_type: 'audio/ogg' } }),
    outcome: { kind: 'media', media: 'voice' },
  },
  {
    what: 'a round video',
    update: message({ video_note: { ...file, length: 240, duration: 5 } }),
    outcome: { kind: 'media', media: 'video' },
  },
  {
    what: 'a moving picture, which is also a file',
    update: message({ animation: { ...file, width: 1, height: 1, duration: 1 }, document: file }),
    outcome: { kind: 'media', media: 'video' },
  },
  {
    what: 'a file',
    update: message({ document: { ...file, file_name: 'bill.pdf' } }),
    outcome: { kind: 'media', media: 'file' },
  },
  {
    what: 'a place, which is also a venue',
    update: message({ location: { latitude: 0, longitude: 0 }, venue: { title: 'x', address: 'y' } }),
    outcome: { kind: 'media', media: 'other' },
  },
  { what: 'a pinned message', update: message({ pinned_message: asked }), outcome: 'a service message' },
  {
    what: 'an edited message',
    update: { edited_message: { message_id: 70, from: mei, chat, date, edit_date: date + 9, text: '4' } },
    outcome: { kind: 'edit', text: '4' },
  },
  {
    what: 'a place that moves',
    update: { edited_message: { message_id: 70, from: mei, chat, date, location: { latitude: 1, longitude: 1 } } },
    outcome: 'an edit without words',
  },
  { what: 'the bot blocked', update: standing('kicked'), outcome: { kind: 'gone' } },
  { what: 'the bot let in again', update: standing('member'), outcome: { kind: 'back' } },
  { what: 'the bot removed from a group', update: standing('left', group), outcome: 'the bot’s place in a group' },
  {
    what: 'talk in a group',
    update: inGroup({ text: 'who is on shift?' }),
    outcome: 'people of a group talking to each other',
  },
  {
    what: 'the bot named in a group',
    update: inGroup({ text: 'hey @afterword_bot scores last 7d' }),
    outcome: { kind: 'text', text: 'hey  scores last 7d' },
  },
  {
    what: 'somebody in a group whose name begins like the bot’s',
    update: inGroup({ text: '@afterword_bot2 hello' }),
    outcome: 'people of a group talking to each other',
  },
  {
    what: 'an answer to the bot in a group',
    update: inGroup({ text: 'by team', reply_to_message: { ...asked, chat: group } }),
    outcome: { kind: 'text', text: 'by team', about: '77' },
  },
  {
    what: 'another bot in a group',
    update: { message: { message_id: 1, from: { ...bot, id: 9 }, chat: group, date, text: '@afterword_bot hi' } },
    outcome: 'from a bot',
  },
  {
    what: 'a channel’s post sent on',
    update: { message: { message_id: 1, sender_chat: group, chat: group, date, text: 'hi' } },
    outcome: 'from a channel or nobody',
  },
  {
    what: 'a reaction',
    update: { message_reaction: { chat, message_id: 77, user: mei, date, old_reaction: [], new_reaction: [] } },
    outcome: 'a kind of update that is not asked for',
  },
  {
    what: 'a private chat of somebody else',
    update: { message: { message_id: 1, from: mei, chat: { ...chat, id: 6 }, date, text: 'hi' } },
    outcome: 'malformed',
  },
  {
    what: 'a message without a chat',
    update: { message: { message_id: 1, from: mei, date, text: 'hi' } },
    outcome: 'malformed',
  },
]
