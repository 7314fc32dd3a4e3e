import { z } from 'zod'

/** Telegram's ids are whole numbers of at most 52 bits. */
const id = z.int().refine((value) => value !== 0)
const moment = z.int().nonnegative()

export const User = z.object({
  id: id.positive(),
  is_bot: z.boolean().catch(false),
  first_name: z.string().catch(''),
  last_name: z.string().optional().catch(undefined),
  language_code: z.string().optional().catch(undefined),
})
export type User = z.infer<typeof User>

export const Chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) })
export type Chat = z.infer<typeof Chat>

const words = z.string().optional().catch(undefined)

/** A message, with whatever else it holds: the names of the rest tell its kind. */
export const Message = z.looseObject({
  message_id: moment,
  from: User.optional(),
  chat: Chat,
  text: words,
  caption: words,
  /** The album of which it is a part: Telegram sends each picture of one as a message of its own. */
  media_group_id: z.string().min(1).max(64).optional().catch(undefined),
  reply_to_message: z
    .object({ message_id: moment, from: z.object({ id }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
export type Message = z.infer<typeof Message>

/** A press on a button below one of our messages; one of an inline message has no chat. */
export const CallbackQuery = z.object({
  id: z.string().min(1).max(64),
  from: User,
  message: z.object({ chat: Chat }).optional(),
  data: z.string().optional(),
})

export const MemberChange = z.object({ chat: Chat, from: User, new_chat_member: z.object({ status: z.string() }) })

/** What happens to a bot. Of the kinds, one is there; each is read by its own schema. */
export const Update = z.object({
  update_id: moment,
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
})

/** The kinds that are asked for; Telegram sends no others. */
export const ASKED_FOR = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
