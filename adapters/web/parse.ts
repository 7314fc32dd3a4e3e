import { z } from 'zod'
import { type InboundBody, readToken } from '../../src/channel.ts'
import { canonicalLocale } from './locales.ts'
import { isProblem, type Refusal } from './refusal.ts'
import type { ProblemCode } from './words.ts'

/** Characters (UTF-16) of one message, in either direction. */
export const TEXT_LIMIT = 4_000
/** Rows of the past that one request gets at most. */
export const MOST_ROWS = 50
/** A form has at most this many fields. */
const FIELDS = 40

export interface Message {
  /** The client's own id of this message: the same on every attempt. */
  key: string
  body: InboundBody
}

// The error texts of these schemas are problem codes; `refuse` puts them into the reader's words.
const error = (issue: { input?: unknown }): ProblemCode => (issue.input === undefined ? 'required' : 'invalid')

/** PostgreSQL keeps neither NUL nor half a surrogate pair: the first is dropped, the second becomes U+FFFD. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')

const key = z.string({ error }).regex(/^[A-Za-z0-9_.:-]{8,64}$/, 'key')
const token = z.string({ error }).refine((text) => readToken(text) !== null, 'token')
// zod's own `max` counts code points; limits here are in UTF-16, as everywhere else.
const words = z
  .string({ error })
  .overwrite(storable)
  .refine((text) => text.length <= TEXT_LIMIT, 'long_text')
const values = z
  .record(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), words, { error })
  .refine((given) => Object.keys(given).length <= FIELDS, 'too_many')

const Text = z
  .strictObject({ key, text: words.refine((text) => text.trim() !== '', 'empty') }, { error })
  .transform(({ key, text }): Message => ({ key, body: { kind: 'text', text } }))
const Press = z
  .strictObject({ key, token }, { error })
  .transform(({ key, token }): Message => ({ key, body: { kind: 'press', token } }))
const Form = z
  .strictObject({ key, token, values }, { error })
  .transform(({ key, token, values }): Message => ({ key, body: { kind: 'form', token, values } }))
const Open = z
  .strictObject({ key, open: z.literal(true, { error }) }, { error })
  .transform(({ key }): Message => ({ key, body: { kind: 'open' } }))
/** A page cannot know whether a proof still holds, and a browser reports every 401: where it does not, nobody is the answer. */
const orNobody = z.boolean({ error }).optional()
const Session = z.strictObject(
  {
    orNobody,
    identity: z.string({ error }).max(8_192, 'too_long').optional(),
    locale: z
      .string({ error })
      .refine((tag) => canonicalLocale(tag) !== null, 'locale')
      .optional(),
  },
  { error },
)
const StaffKey = z.strictObject({ orNobody, key: z.string({ error }).min(1, 'empty').max(200, 'too_long') }, { error })

/** Body of `POST /chat/messages` → what was said, or why it is refused. Pure and total. */
export function parseMessage(body: string): Message | Refusal {
  const read = readJson(body)
  if ('refused' in read) return read
  const message = check(kindOf(read.json), read.json)
  if (!('refused' in message)) return message
  const onlyTooLong = message.problems?.every(({ path, problem }) => path === 'text' && problem === 'long_text')
  return onlyTooLong ? { refused: 'text_too_long' } : message
}

/** Body of `POST /chat/sessions`; an empty one asks for an anonymous session. Pure and total. */
export function parseSession(body: string): z.infer<typeof Session> | Refusal {
  const read = readJson(body === '' ? '{}' : body)
  return 'refused' in read ? read : check(Session, read.json)
}

/** Body of `POST /staff/session`. Pure and total. */
export function parseStaffKey(body: string): z.infer<typeof StaffKey> | Refusal {
  const read = readJson(body)
  return 'refused' in read ? read : check(StaffKey, read.json)
}

/** Where to resume: `Last-Event-ID`, else `?after=`, else the last `?tail=` rows, else the beginning. Total. */
export function parseResume(request: Request): { after: number } | { tail: number } | Refusal {
  const asked = new URL(request.url).searchParams
  const after = request.headers.get('last-event-id') ?? asked.get('after')
  const tail = asked.get('tail')
  if (after === null && tail !== null) return count(tail, 'tail', (n) => ({ tail: Math.min(n, MOST_ROWS) }), 1)
  return count(after ?? '0', 'after', (n) => ({ after: n }))
}

/** `?before=`: which part of the past is asked for. Total. */
export const parseBefore = (request: Request): { before: number } | Refusal =>
  count(new URL(request.url).searchParams.get('before') ?? '', 'before', (n) => ({ before: n }))

function count<T>(text: string, path: string, read: (n: number) => T, least = 0): T | Refusal {
  return /^\d{1,15}$/.test(text) && Number(text) >= least
    ? read(Number(text))
    : { refused: 'invalid', problems: [{ path, problem: 'invalid' }] }
}

/** The fields that are there tell what is meant; each kind's own schema then names whatever does not belong to it. */
function kindOf(json: unknown): z.ZodType<Message> {
  const has = (field: string): boolean => typeof json === 'object' && json !== null && Object.hasOwn(json, field)
  if (has('text')) return Text
  if (has('token')) return has('values') ? Form : Press
  return has('open') ? Open : Text
}

/** The JSON stands in a box, because it may be any value and look like anything, a refusal included. */
function readJson(body: string): { json: unknown } | Refusal {
  try {
    return { json: JSON.parse(body) }
  } catch {
    return { refused: 'malformed' } // the parser's own message quotes the body, which may be a customer's words
  }
}

function check<T>(schema: z.ZodType<T>, json: unknown): T | Refusal {
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const problems = read.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...issue.path, name]) : [issue.path]
    return names.map((path) => ({ path: path.map(String).join('.'), problem: problemOf(issue) }))
  })
  return { refused: 'invalid', problems }
}

function problemOf(issue: { code?: string; message: string }): ProblemCode {
  if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') return 'unknown'
  return isProblem(issue.message) ? issue.message : 'invalid'
}
