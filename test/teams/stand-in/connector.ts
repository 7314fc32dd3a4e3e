/** The Bot Connector's REST API, as much of it as a bot that talks needs. */
import { z } from 'zod'
import { readCard } from './cards.ts'
import { type Posted, stamp, type World } from './world.ts'

export interface Answer {
  status: number
  body: object
}

const refused = (status: number, code: string): Answer => ({ status, body: { error: { code, message: `${code}.` } } })

const Attachment = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
})
const Activity = z.object({
  type: z.literal('message'),
  text: z.string().optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  attachments: z.array(Attachment).max(1).optional(),
  summary: z.string().optional(),
  conversation: z.object({ id: z.string() }),
  from: z.object({ id: z.string().startsWith('28:') }).optional(),
})
const Conversation = z.object({
  isGroup: z.literal(false),
  bot: z.object({ id: z.string().startsWith('28:') }).optional(),
  members: z.array(z.object({ id: z.string() })).length(1),
  tenantId: z.uuid(),
})

/** Bytes of the words of a message, in UTF-16 as Teams counts and in UTF-8. */
const MOST_BYTES = 28_000
const CARD = 'application/vnd.microsoft.card.adaptive'

/** `POST …/v3/conversations` */
export function openConversation(world: World, json: unknown): Answer {
  const read = Conversation.safeParse(json)
  if (!read.success) return refused(400, 'BadSyntax')
  const [member] = read.data.members
  const person = [...world.people.values()].find(({ id, aad }) => member?.id === aad || member?.id === id)
  if (person === undefined) return refused(404, 'UserNotFound')
  if (!person.installed) return refused(403, 'ForbiddenOperationException')
  return { status: 201, body: { id: person.conversation } }
}

/** `POST …/v3/conversations/{id}/activities`; `PUT …/activities/{activity}` */
export function write(world: World, conversation: string, activity: string | null, json: unknown): Answer {
  const base = conversation.replace(/;messageid=\d+$/, '')
  const block = world.blocked.get(base)
  if (block === 'MessageWritesBlocked') return writesBlocked()
  if (block !== undefined) return refused(403, block)
  const person = [...world.people.values()].find((each) => each.conversation === base)
  if (person === undefined && !world.groups.has(base)) return refused(404, 'ConversationNotFound')
  if (person && !person.installed) return refused(403, 'BotNotInConversationRoster')
  const shown = shownBy(json, conversation)
  if ('status' in shown) return shown
  if (activity === null) return post(world, conversation, shown)
  const standing = world.messages.find((message) => message.id === activity && message.conversation.startsWith(base))
  if (standing === undefined) return refused(404, 'ActivityNotFoundInConversation')
  Object.assign(standing, shown, { edits: standing.edits + 1 })
  standing.instead.clear()
  return { status: 200, body: { id: activity } }
}

type Shown = Pick<Posted, 'text' | 'card' | 'picture'>

function shownBy(json: unknown, conversation: string): Shown | Answer {
  const read = Activity.safeParse(json)
  if (!read.success || read.data.conversation.id !== conversation) return refused(400, 'BadSyntax')
  const { text = '', attachments: [attachment] = [] } = read.data
  if (Math.max(text.length * 2, Buffer.byteLength(text)) > MOST_BYTES) return refused(413, 'MessageSizeTooBig')
  if (!attachment) return text.trim() === '' ? refused(400, 'BadSyntax') : { text, card: null, picture: null }
  if (attachment.contentType === 'image/png') return pictureOf(attachment, text)
  if (attachment.contentType !== CARD) return refused(400, 'BadArgument')
  try {
    return { text, card: readCard(attachment.content), picture: null }
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    return {
      status: said.startsWith('MessageSizeTooBig') ? 413 : 400,
      body: { error: { code: 'BadArgument', message: said } },
    }
  }
}

function pictureOf({ contentUrl = '', name = '' }: z.infer<typeof Attachment>, text: string): Shown | Answer {
  const [, base64] = /^data:image\/png;base64,([\w+/]+=*)$/.exec(contentUrl) ?? []
  const bytes = Buffer.from(base64 ?? '', 'base64')
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG'
  const [width, height] = isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0]
  if (!isPng || bytes.length > 1_048_576 || Math.max(width, height) > 1_024) return refused(400, 'BadArgument')
  return { text, card: null, picture: name }
}

/** Words and attachment in one activity become two messages, and the id of neither is told. */
function post(world: World, conversation: string, shown: Shown): Answer {
  const parted = shown.text !== '' && (shown.card !== null || shown.picture !== null)
  const each = parted
    ? [
        { ...shown, text: '' },
        { text: shown.text, card: null, picture: null },
      ]
    : [shown]
  const ids = each.map((one) => {
    const id = stamp(world)
    world.messages.push({ ...one, id, conversation, edits: 0, instead: new Map() })
    return id
  })
  return { status: 201, body: parted ? {} : { id: ids[0] } }
}

/** This one names its reason in JSON within its message. */
const writesBlocked = (): Answer => ({
  status: 403,
  body: {
    errorCode: 209,
    message: JSON.stringify(
      { subCode: 'MessageWritesBlocked', details: 'Thread is blocked from message writes.' },
      null,
      2,
    ),
  },
})
