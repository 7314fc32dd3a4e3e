import { createHash, randomUUID } from 'node:crypto'
import { conversationOf, type Http, type Receive } from '../../src/channel.ts'
import { readBody } from './body.ts'
import type { WebDeps } from './deps.ts'
import { follow, type Streams } from './live.ts'
import { canonicalLocale, profileLocale } from './locales.ts'
import { fromAllowedSite } from './origin.ts'
import { parseAfter, parseMessage, parseSession } from './parse.ts'
import { CHANNEL, identify } from './person.ts'
import { isRefusal, PRIVATE, type Refusal, refuse } from './refusal.ts'
import { CHAT_LIFE, issueSession, readIdentity } from './session.ts'

/** Milliseconds between the heartbeats of a stream: below the 60 s (often 30 s) after which proxies close a quiet connection. */
const HEARTBEAT_EVERY = 15_000

/** The connection ends with its stream, so a server that stops has nothing left to wait for. */
const STREAM = {
  ...PRIVATE,
  'content-type': 'text/event-stream; charset=utf-8',
  'x-accel-buffering': 'no',
  connection: 'close',
}

const timer = (ms: number, tick: () => void): (() => void) => {
  const interval = setInterval(tick, ms)
  interval.unref()
  return () => clearInterval(interval)
}

/** A client's keys are its own: another conversation with the same key has another duplicate mark. 87 characters at most. */
export const inboundKey = (conversation: string, key: string): string =>
  `${createHash('sha256').update(conversation).digest('base64url').slice(0, 22)}.${key}`

/** The customer's and the staff's conversation: sessions, messages in, events out. Open streams stand in `streams`. */
export function chatRoutes(http: Http, deps: WebDeps, receive: Receive, streams: Streams): void {
  http.on('POST', '/chat/sessions', async (request) => {
    const begun = await begin(deps, request)
    return isRefusal(begun) ? refuse(request, begun) : Response.json(begun, { status: 201, headers: PRIVATE })
  })

  http.on('POST', '/chat/messages', async (request) => {
    const person = await identify(deps, request)
    if (isRefusal(person)) return refuse(request, person)
    const read = await readBody(request)
    const message = isRefusal(read) ? read : parseMessage(read.text)
    if (isRefusal(message)) return refuse(request, message)
    const { sender: from, conversation } = person
    const key = inboundKey(conversation, message.key)
    const receipt = await receive({ channel: CHANNEL, key, from, body: message.body })
    if (receipt.outcome === 'retry') return refuse(request, { refused: 'retry' })
    deps.live.publish(conversation) // what was said shows in the person's other tabs, also when nothing answers it
    return Response.json(receipt, { headers: PRIVATE })
  })

  http.on('GET', '/chat/events', async (request) => {
    const person = await identify(deps, request)
    if (isRefusal(person)) return refuse(request, person)
    const resume = parseAfter(request)
    if (isRefusal(resume)) return refuse(request, resume)
    const { conversation, expiresAt } = person
    const source = {
      read: (seq: number, limit: number) => deps.history(conversation, seq, limit),
      subscribe: (wake: () => void) => deps.live.subscribe(conversation, wake),
      heartbeat: (tick: () => void) => (deps.every ?? timer)(HEARTBEAT_EVERY, tick),
      allowed: () => deps.now() < expiresAt,
    }
    return new Response(await follow(source, resume.after, streams), { headers: STREAM })
  })
}

/** A new session: of the customer whom the host site has proved, else of a new visitor. */
async function begin(
  deps: WebDeps,
  request: Request,
): Promise<{ session: string; address: string; conversation: string } | Refusal> {
  if (!fromAllowedSite(request, deps.origins)) return { refused: 'origin' }
  const read = await readBody(request)
  const wish = isRefusal(read) ? read : parseSession(read.text)
  if (isRefusal(wish)) return wish

  let key = `visitor:${randomUUID()}`
  let told: string | null = null
  if (wish.identity !== undefined) {
    if (!deps.identitySecret) return { refused: 'identity_off' }
    const identity = await readIdentity(deps.identitySecret, wish.identity, deps.now())
    if (identity === null) return { refused: 'identity' }
    key = `sub:${identity.sub}`
    told = identity.locale
  }
  const locale = canonicalLocale(wish.locale ?? told ?? '') ?? profileLocale(request)
  const session = await issueSession(deps.secret, 'afterword:chat', { subject: key, locale }, deps.now(), CHAT_LIFE)
  return { session, address: key, conversation: conversationOf(CHANNEL, { key }) }
}
