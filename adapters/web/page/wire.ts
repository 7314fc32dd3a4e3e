/**
 * What the server says to the page, parsed once where it comes in. The shapes are those of the port (`src/channel.ts`);
 * `test/browser/wire.test.ts` holds that whatever the port can carry, the page can read.
 */
import * as z from 'zod/mini'

z.config({ jitless: true }) // the page's content policy forbids eval, and zod would try it

const choice = z.object({
  id: z.string(),
  label: z.string(),
  style: z.optional(z.enum(['primary', 'danger'])),
})
export type Choice = z.infer<typeof choice>

const field = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['select', 'text', 'long-text']),
  required: z.boolean(),
  options: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
  hint: z.optional(z.string()),
  value: z.optional(z.string()),
})
export type Field = z.infer<typeof field>

const shared = {
  locale: z.string(),
  edits: z.optional(z.string()),
  thread: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
}

const text = z.object({ ...shared, kind: z.literal('text'), text: z.string() })
const prompt = z.object({
  ...shared,
  kind: z.literal('prompt'),
  text: z.string(),
  choices: z.array(choice),
  layout: z.enum(['scale', 'list']),
  ends: z.optional(z.object({ low: z.string(), high: z.string() })),
  note: z.optional(z.object({ text: z.string(), link: z.optional(z.string()) })),
  answered: z.optional(z.string()),
})
const card = z.object({
  ...shared,
  kind: z.literal('card'),
  subject: z.string(),
  title: z.string(),
  tone: z.enum(['urgent', 'open', 'waiting', 'done']),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  quotes: z.array(z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) })),
  history: z.array(z.string()),
  choices: z.array(choice),
})
const picture = z.object({ ...shared, kind: z.literal('picture'), png: z.string(), alt: z.string() })
/** A picture as the record of a page's conversation has it: an SVG document, and its data. */
const drawing = z.object({
  ...shared,
  kind: z.literal('drawing'),
  svg: z.string(),
  alt: z.string(),
  points: z.array(
    z.object({
      label: z.string(),
      shown: z.string(),
      interval: z.nullable(z.tuple([z.number(), z.number()])),
      n: z.number(),
    }),
  ),
})
export type Drawing = z.infer<typeof drawing>

export const outbound = z.discriminatedUnion('kind', [text, prompt, card, picture, drawing])
export type Outbound = z.infer<typeof outbound>
export type Prompt = z.infer<typeof prompt>
export type Card = z.infer<typeof card>

const envelope = { seq: z.number(), id: z.string(), at: z.string() }
export const logged = z.discriminatedUnion('direction', [
  z.object({ ...envelope, direction: z.literal('out'), content: outbound }),
  z.object({
    ...envelope,
    direction: z.literal('in'),
    content: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('press'), label: z.string() }),
    ]),
  }),
])
export type Logged = z.infer<typeof logged>

/** The first event of a stream: it tells what comes after this number. */
export const ready = z.object({ after: z.number() })

/** A part of the past; `after` is the number after which it begins, 0 when nothing stands before it. */
export const past = z.object({ after: z.number(), messages: z.array(z.unknown()) })

const form = z.object({
  kind: z.literal('form'),
  token: z.string(),
  title: z.string(),
  submit: z.string(),
  fields: z.array(field),
  locale: z.string(),
})
export type Form = z.infer<typeof form>

export const immediate = z.discriminatedUnion('kind', [
  form,
  z.object({ kind: z.literal('invalid'), problems: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('notice'), text: z.string() }),
])
export type Immediate = z.infer<typeof immediate>

export const receipt = z.object({ outcome: z.string(), immediate: z.optional(immediate) })
export type Receipt = z.infer<typeof receipt>

export const session = z.object({ session: z.string(), address: z.string(), conversation: z.string() })
export type Session = z.infer<typeof session>

const served = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.record(z.string(), z.string()) })),
  agents: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Served = z.infer<typeof served>

export const staff = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  locale: z.string(),
  served,
})
export type Staff = z.infer<typeof staff>

export const decided = z.object({ decision: z.object({ asked: z.boolean(), message: z.string() }) })
export type Decision = z.infer<typeof decided>['decision']

export const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** The value of a JSON text, or null where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A press on `choice` of the message `id` (a uuid), as the port writes it: 22 characters of base64url, a dot, the choice. */
export function token(id: string, choice: string): string {
  const pairs = id.replaceAll('-', '').match(/../g) ?? []
  const packed = btoa(String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))))
  return `${packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.${choice}`
}
