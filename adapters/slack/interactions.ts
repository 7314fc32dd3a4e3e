import { z } from 'zod'
import { type InboundBody, readToken } from '../../src/channel.ts'
import { type Parsed, type Scene, unsupported } from './parsed.ts'
import { addressOf, CHANNEL, ChannelId, UserId } from './person.ts'
import { readMetadata } from './view.ts'
import { wordsOf } from './words-of.ts'

/** Slack's own id of one press, submission or command: new for every one, the same when it is delivered again. */
const Trigger = z.string().regex(/^[\w.-]{1,120}$/)
const User = z.object({ id: UserId })

const Press = z.object({
  trigger_id: Trigger,
  user: User,
  channel: z.object({ id: ChannelId }).optional(),
  container: z.object({ type: z.string() }),
  actions: z.array(z.object({ type: z.literal('button'), value: z.string() })).length(1),
})

const Input = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})
const Submission = z.object({
  trigger_id: Trigger,
  user: User,
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string().max(255), z.record(z.string(), Input)) }),
  }),
})

const Command = z.object({
  trigger_id: Trigger,
  user_id: UserId,
  channel_id: ChannelId.optional().catch(undefined),
  command: z.string().startsWith('/').max(50),
  text: z.string().catch(''),
})

const Kind = z.object({ type: z.string() })

/** The payload of a press or of a form. Pure and total. */
export function parseInteraction(json: unknown): Parsed {
  const kind = Kind.safeParse(json)
  if (!kind.success) return unsupported('not an interaction')
  if (kind.data.type === 'block_actions') return press(json)
  if (kind.data.type === 'view_submission') return submission(json)
  return unsupported(`interaction ${kind.data.type.slice(0, 40)}`)
}

function press(json: unknown): Parsed {
  const read = Press.safeParse(json)
  if (!read.success) return unsupported('not a press on a button')
  const { trigger_id: trigger, user, container, actions, channel } = read.data
  const token = actions[0]?.value ?? ''
  if (readToken(token) === null) return unsupported('not a button of ours')
  const home = container.type === 'view'
  if (!home && channel === undefined) return unsupported('a press nowhere')
  const where = home ? null : (channel?.id ?? null)
  const scene: Scene = {
    user: user.id,
    channel: where,
    thread: null,
    trigger,
    kind: home ? 'home' : 'press',
    fields: [],
  }
  return inbound(`press:${trigger}`, scene, where, { kind: 'press', token })
}

/** A form remembers where its card stands, for in a modal nobody is anywhere. */
function submission(json: unknown): Parsed {
  const read = Submission.safeParse(json)
  const metadata = read.success ? readMetadata(read.data.view.private_metadata) : null
  if (!read.success || metadata === null) return unsupported('not a form of ours')
  const { trigger_id: trigger, user, view } = read.data
  const fields = Object.entries(view.state.values)
  const values = Object.fromEntries(
    fields.map(([id, inputs]) => {
      const [input] = Object.values(inputs)
      return [id, input?.selected_option?.value ?? input?.value ?? '']
    }),
  )
  const scene: Scene = {
    user: user.id,
    channel: null,
    thread: null,
    trigger,
    kind: 'view',
    fields: fields.map(([id]) => id),
  }
  return inbound(`form:${trigger}`, scene, metadata.channel, { kind: 'form', token: metadata.token, values })
}

/** One command that stands for all: what follows it is the whole question, which may begin in any language. */
const OURS = '/afterword'

/** The fields of a slash command. Its answer is for who asked, so it goes to their direct conversation. Pure and total. */
export function parseCommand(fields: unknown): Parsed {
  const read = Command.safeParse(fields)
  if (!read.success) return unsupported('not a command')
  const { trigger_id: trigger, user_id: user, channel_id, command, text } = read.data
  const said = wordsOf(text)
  const question = command === OURS ? said || '/help' : `${command} ${said}`.trim()
  const scene: Scene = { user, channel: channel_id ?? null, thread: null, trigger, kind: 'command', fields: [] }
  return inbound(`command:${trigger}`, scene, null, { kind: 'text', text: question })
}

const inbound = (key: string, scene: Scene, where: string | null, body: InboundBody): Parsed => ({
  kind: 'inbound',
  inbound: { channel: CHANNEL, key, from: { user: scene.user, address: addressOf(scene.user, where) }, body },
  scene,
  showHome: false,
})
