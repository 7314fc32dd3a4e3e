import { createHash, randomUUID } from 'node:crypto'
import { conversationOf, type Http, type Receive } from '../../src/channel.ts'
import { readBody } from './body.ts'
import type { WebDeps } from './deps.ts'
import { createLimits, type Limits } from './limits.ts'
import { follow, type Source, type Streams } from './live.ts'
import { canonicalLocale, profileLocale } from './locales.ts'
import { fromAllowedSite } from './origin.ts'
import { MOST_ROWS, parseBefore, parseMessage, parseResume, parseSession } from './parse.ts'
import { CHANNEL, identify, isCustomer, type Person } from './person.ts'
import { isRefusal, nobody, PRIVATE, type Refusal, refuse } from './refusal.ts'
import { rendered } from './render.ts'
import { CHAT_LIFE, issueSession, provedBy, readIdentity } from './session.ts'

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
const inboundKey = (conversation: string, key: string): string =>
  `${createHash('sha256').update(conversation).digest('base64url').slice(0, 22)}.${key}`

/** The customer's and the staff's conversation: sessions, messages in, events out. Open streams stand in `streams`. */
export function chatRoutes(http: Http, deps: WebDeps, receive: Receive, streams: Streams): void {
  const limits = createLimits(deps)

  http.on('POST', '/chat/sessions', async (request, peer) => {
    const begun = await begin(deps, limits, request, peer)
    if (begun === null) return nobody()
    return isRefusal(begun) ? refuse(request, begun) : Response.json(begun, { status: 201, headers: PRIVATE })
  })

  http.on('POST', '/chat/messages', async (request) => {
    const person = await identify(deps, request)
    if (isRefusal(person)) return refuse(request, person)
    const read = await readBody(request)
    const message = isRefusal(read) ? read : parseMessage(read.text)
    if (isRefusal(message)) return refuse(request, message)
    const { sender: from, conversation } = person
    const asker = counted(person)
    const busy = await limits.take('message', asker)
    if (busy) return refuse(request, busy)
    const key = inboundKey(conversation, message.key)
    const receipt = await receive({ channel: CHANNEL, key, from, body: message.body })
    if (receipt.outcome === 'retry') {
      await limits.giveBack('message', asker)
      return refuse(request, { refused: 'retry' })
    }
    deps.live.publish(conversation) // what was said shows in the person's other tabs, also when nothing answers it
    return Response.json(receipt, { headers: PRIVATE })
  })

  http.on('GET', '/chat/messages', async (request) => {
    const person = await identify(deps, request)
    if (isRefusal(person)) return refuse(request, person)
    const asked = parseBefore(request)
    if (isRefusal(asked)) return refuse(request, asked)
    const { conversation } = person
    const busy = await limits.take('stream', counted(person))
    if (busy) return refuse(request, busy)
    const after = await deps.startOf(conversation, asked.before, MOST_ROWS)
    const rows = await deps.history(conversation, after, MOST_ROWS) // some of these may be hidden, and the rest comes later
    const messages = await Promise.all(rows.filter(({ seq }) => seq < asked.before).map(rendered))
    return Response.json({ after, messages }, { headers: PRIVATE })
  })

  http.on('GET', '/chat/events', async (request) => {
    const person = await identify(deps, request)
    if (isRefusal(person)) return over(request, person) ? nobody() : refuse(request, person)
    const resume = parseResume(request)
    if (isRefusal(resume)) return refuse(request, resume)
    const { conversation, holds } = person
    const busy = await limits.take('stream', counted(person))
    if (busy) return refuse(request, busy)
    const source = {
      read: (seq: number, limit: number) => deps.history(conversation, seq, limit),
      subscribe: (wake: () => void) => deps.live.subscribe(conversation, wake),
      heartbeat: (tick: () => void) => (deps.every ?? timer)(HEARTBEAT_EVERY, tick),
      allowed: holds,
      reader: counted(person),
    }
    const stream =
      'after' in resume ? follow(source, resume.after, streams) : tail(deps, person, source, resume.tail, streams)
    const opened = await stream.catch(async (error) => {
      await limits.giveBack('stream', counted(person)) // the record's fault, not the reader's
      throw error
    })
    return new Response(opened, { headers: STREAM })
  })
}

/** A reader of events is told by 204, as the standard has it, that there are none to come back for; any other client why. */
const over = (request: Request, { refused }: Refusal): boolean =>
  (refused === 'session' || refused === 'staff_session') &&
  (request.headers.get('accept') ?? '').includes('text/event-stream')

/** Whose requests are counted: staff are known, and may work as fast as they can. */
const counted = ({ sender, conversation }: Person): string | null => (isCustomer(sender.user) ? conversation : null)

/** The newest rows and what comes, after what is pinned and stands before them. */
async function tail(
  deps: WebDeps,
  { conversation }: Person,
  source: Source,
  count: number,
  streams: Streams,
): Promise<ReadableStream<Uint8Array>> {
  const after = await deps.startOf(conversation, Number.MAX_SAFE_INTEGER, count)
  const pinned = after === 0 ? [] : await deps.pinned(conversation)
  return follow(
    source,
    after,
    streams,
    pinned.filter(({ seq }) => seq <= after),
  )
}

/** A new session: of the customer whom the host site has proved, else of a new visitor; null where nobody was proved and that is an answer. */
async function begin(
  deps: WebDeps,
  limits: Limits,
  request: Request,
  peer: string | null | undefined,
): Promise<{ session: string; address: string; conversation: string } | Refusal | null> {
  if (!fromAllowedSite(request, deps.origins)) return { refused: 'origin' }
  const busy = await limits.take('session', peer)
  if (busy) return busy
  const read = await readBody(request)
  const wish = isRefusal(read) ? read : parseSession(read.text)
  if (isRefusal(wish)) return wish

  let key = `visitor:${randomUUID()}`
  let told: string | null = null
  if (wish.identity !== undefined) {
    const refused = (why: 'identity' | 'identity_off') => (wish.orNobody === true ? null : { refused: why })
    if (!deps.identitySecret) return refused('identity_off')
    const identity = await readIdentity(deps.identitySecret, wish.identity, deps.now())
    if (identity === null) return refused('identity')
    key = `sub:${identity.sub}`
    told = identity.locale
  }
  const locale = canonicalLocale(wish.locale ?? told ?? '') ?? profileLocale(request)
  const who = { subject: key, locale, of: provedBy(key, deps.identitySecret) }
  const session = await issueSession(deps.secret, 'afterword:chat', who, deps.now(), CHAT_LIFE)
  return { session, address: key, conversation: conversationOf(CHANNEL, { key }) }
}
