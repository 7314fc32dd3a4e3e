import { z } from 'zod'
import { parseJson } from '../../src/body.ts'
import { type Address, type Inbound, readToken } from '../../src/channel.ts'

export const CHANNEL = 'webhook'

/** Characters (UTF-16) of one message, in either direction. */
export const TEXT_LIMIT = 4_000

const LONGEST_NAME = 200

/** A conversation's id is the connector's own; without a colon, so that no other channel's address is taken for one. */
const CONVERSATION = /^[A-Za-z0-9_.@+=/-]{1,128}$/

// zod's own `max` counts code points; limits here are in UTF-16, as everywhere else.
const atMost = (limit: number) => [(text: string) => text.length <= limit, `at most ${limit} characters`] as const
const words = z.string().refine(...atMost(TEXT_LIMIT))
const said = words.refine((text) => text.trim() !== '', 'must not be empty')
const id = z
  .string()
  .min(1)
  .refine(...atMost(128))
const token = z.string().refine((text) => readToken(text) !== null, 'is no token of a button that was sent')
const tag = z.string().transform((text, context) => {
  const [found] = canonical(text.replaceAll('_', '-')) // as systems write it: zh_TW
  if (found === undefined) context.addIssue('is no language tag, such as zh-TW')
  return found ?? z.NEVER
})

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), start: id.exactOptional() }),
  z.strictObject({ kind: z.literal('text'), text: said, about: id.exactOptional() }),
  z.strictObject({ kind: z.literal('press'), token }),
  z.strictObject({ kind: z.literal('form'), token, values: z.record(z.string().regex(/^[\w-]{1,40}$/), words) }),
  z.strictObject({
    kind: z.literal('media'),
    media: z.enum(['photo', 'video', 'voice', 'sticker', 'file', 'other']),
    caption: words.exactOptional(),
    about: id.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('edit'), text: said, about: id.exactOptional() }),
  z.strictObject({ kind: z.literal('gone') }),
  z.strictObject({ kind: z.literal('back') }),
])

/** What a connector sends: one thing that a person did. */
const eventSchema = z
  .strictObject({
    from: z
      .strictObject({
        conversation: z
          .string()
          .regex(CONVERSATION, 'must be 1–128 letters, digits or _.@+=/-')
          .describe('Where the person wrote, and where replies go: your id of it.'),
        user: id.exactOptional().describe('Your id of the person; left out: the conversation’s.'),
        name: z
          .string()
          .transform((name) => name.slice(0, LONGEST_NAME))
          .exactOptional(),
        locale: tag.exactOptional().describe('BCP 47, from the person’s profile.'),
        shared: z.literal(true).exactOptional().describe('Others read and write there too.'),
        customer: id.exactOptional().describe('Your id of the customer. Give it only where you have proof of it.'),
      })
      .describe('Who did it.'),
    body: body.describe('What was done.'),
  })
  .describe('One thing that a person did, sent to `POST /webhook/events`.')

interface Problem {
  /** Dotted from the body's root, empty for the body itself. */
  path: string
  message: string
}

/** A body with the connector's id of it (`webhook-id`) → what happened, or every problem with its path. Pure and total. */
export function parse(key: string, text: string): Inbound | { problems: Problem[] } {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    return { problems: [{ path: 'webhook-id', message: 'must be 1–200 printable ASCII characters' }] }
  const read = eventSchema.safeParse(withoutNulls(parseJson(text)))
  if (!read.success)
    return { problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
  const { from, body } = read.data
  const { conversation, ...profile } = from
  return { channel: CHANNEL, key, from: { user: conversation, ...profile, address: { key: conversation } }, body }
}

/** What systems write as null they have not got: it is left out, as far as an event reaches down. */
function withoutNulls(json: unknown, depth = 2): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth === 0) return json
  const told = Object.entries(json).filter(([, value]) => value !== null)
  return Object.fromEntries(told.map(([key, value]) => [key, withoutNulls(value, depth - 1)]))
}

/** The conversation that an address leads to, or null when it is not one of this channel's. */
export const conversationAt = ({ key }: Address): string | null => (CONVERSATION.test(key) ? key : null)

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag)
  } catch {
    return [] // not a language tag: that is the answer
  }
}
