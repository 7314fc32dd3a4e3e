/**
 * A connector as an owner would write one from docs/webhook.md alone: it checks what it gets, shows it on a screen, and sends what people
 * do. It takes nothing from the adapter, signatures neither.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'

export const SECRET = `whsec_${Buffer.from('what both sides know of each other').toString('base64')}`

const TOLERANCE = 300
const button = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  label: z.string(),
  style: z.enum(['primary', 'danger']).optional(),
  token: z.string().regex(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{1,40}$/),
})
const shared = { locale: z.string().min(2), expiresAt: z.iso.datetime().optional() }
const message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1), ...shared }),
  z.strictObject({
    kind: z.literal('prompt'),
    text: z.string().min(1),
    choices: z.array(button),
    layout: z.enum(['scale', 'list']),
    ends: z.strictObject({ low: z.string(), high: z.string() }).optional(),
    note: z.strictObject({ text: z.string(), link: z.url().optional() }).optional(),
    answered: z.string().optional(),
    ...shared,
  }),
  z.strictObject({
    kind: z.literal('card'),
    subject: z.string(),
    title: z.string(),
    tone: z.enum(['urgent', 'open', 'waiting', 'done']),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    quotes: z.array(z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })),
    history: z.array(z.string()),
    choices: z.array(button),
    ...shared,
  }),
  z.strictObject({ kind: z.literal('picture'), png: z.base64().min(1), alt: z.string().min(1), ...shared }),
])
export const sent = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  conversation: z.string().min(1).max(128),
  edits: z.string().optional(),
  thread: z.string().optional(),
  words: z.string().min(1),
  message,
})
export type Sent = z.infer<typeof sent>

/** What the connector says to a message instead of taking it: a status with headers, or nothing at all. */
export type Fault = { status: number; headers?: Record<string, string>; body?: string } | 'hang' | 'reset'

/** Ways to send an event that no honest connector has: at another time, with another secret, changed after it was signed. */
interface Sending {
  at: number
  secret: string
  spoil(text: string): string
}

export async function openConnector(options: { now: () => number; fault?: (body: Sent) => Fault | null }) {
  const screens = new Map<string, { ref: string; sent: Sent }[]>()
  const refs = new Map<string, string>()
  const refused: string[] = []
  const gone = new Set<string>()
  let held = 0

  function take(headers: IncomingMessage['headers'], text: string): Exclude<Fault, string> {
    const problem = unsigned(headers, text, options.now())
    if (problem !== null) return refuse(401, problem)
    const read = sent.safeParse(JSON.parse(text))
    if (!read.success) return refuse(400, read.error.message)
    const { data } = read
    if (headers['webhook-id'] !== data.id) return refuse(400, 'webhook-id is not the id')
    if (gone.has(data.conversation)) return { status: 410 }
    const screen = screens.get(data.conversation) ?? []
    screens.set(data.conversation, screen)
    const known = refs.get(data.id)
    if (known !== undefined) return answer(known)
    const edited = data.edits === undefined ? undefined : screen.find(({ ref }) => ref === data.edits)
    if (data.edits !== undefined && !edited) return refuse(404, 'there is no message to edit')
    const ref = edited?.ref ?? `m-${refs.size + 1}`
    refs.set(data.id, ref)
    if (edited) edited.sent = data
    else screen.push({ ref, sent: data })
    return answer(ref)
  }

  const refuse = (status: number, why: string) => {
    refused.push(why)
    return { status, body: why }
  }
  const answer = (ref: string) => ({ status: 200, body: JSON.stringify({ ref }) })

  const server = createServer(async (request, response) => {
    held += 1
    response.once('close', () => {
      held -= 1
    })
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const fault = options.fault?.(JSON.parse(text)) ?? null
    if (fault === 'hang') return
    if (fault === 'reset') return void request.socket.destroy()
    const { status, headers = {}, body = '' } = fault ?? take(request.headers, text)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    url: `http://127.0.0.1:${address.port}/messages`,
    refused,
    gone,
    held: () => held,
    /** What a person sees, in order. */
    screen: (conversation: string): Sent[] => (screens.get(conversation) ?? []).map(({ sent }) => sent),
    /** Sends an event to the bot. */
    event: (to: string, id: string, body: unknown, how: Partial<Sending> = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const request = signed(id, text, how.at ?? options.now(), how.secret)
      return fetch(to, { method: 'POST', ...request, body: how.spoil?.(text) ?? text })
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const mac = (id: string, at: string, text: string, secret: string) =>
  createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${at}.${text}`)
    .digest()

function signed(id: string, body: string, at: number, secret = SECRET) {
  const seconds = String(Math.floor(at / 1_000))
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${mac(id, seconds, body, secret).toString('base64')}`,
  }
  return { headers, body }
}

/** Why a message is not the bot's, or null. */
function unsigned(headers: IncomingMessage['headers'], text: string, now: number): string | null {
  const [id, at, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name])
  if (typeof id !== 'string' || typeof at !== 'string' || typeof signature !== 'string') return 'a header is missing'
  if (Math.abs(Number(at) - now / 1_000) > TOLERANCE) return 'too old or too new'
  const given = Buffer.from(/^v1,(.+)$/.exec(signature)?.[1] ?? '', 'base64')
  const right = mac(id, at, text, SECRET)
  return given.length === right.length && timingSafeEqual(given, right) ? null : 'the signature is wrong'
}
