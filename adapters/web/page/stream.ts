import { backoff } from './backoff.ts'
import { pause } from './pause.ts'
import { waitOf } from './post.ts'
import { frames } from './sse.ts'
import { json, type Logged, logged, ready } from './wire.ts'

/** connecting: not heard yet. live: heard just now. lost: trying again. locked: the session is none, or no more. */
export type Link = 'connecting' | 'live' | 'lost' | 'locked'

const TAIL = 30 // messages of a long conversation that are shown at first
const SILENCE = 40_000 // the server sends a comment every 15 s; a stream silent for longer is dead
const HIDDEN = 60_000 // a browser allows six connections to a server: a page nobody looks at gives its own back

interface Listening {
  headers: Promise<Record<string, string>>
  /** The last sequence number that is known already. */
  known: () => number
  /** Asked for the newest messages, the server tells after which number they begin. */
  onBegin: (after: number) => void
  onEvents: (events: Logged[]) => void
  onLink: (link: Link) => void
}

/** Follows `GET /chat/events` for as long as it is not closed, taking up after the last known event whenever the line breaks. */
export function listen(options: Listening): () => void {
  const closing = new AbortController()
  void follow(options, closing.signal)
  return () => closing.abort()
}

async function follow(options: Listening, closed: AbortSignal): Promise<void> {
  const headers = await options.headers
  let attempt = 0
  while (!closed.aborted) {
    await looked(closed)
    const end = await once(options, headers, closed, () => {
      attempt = 0
    })
    if (closed.aborted) return
    if (end === 'locked') return options.onLink('locked')
    if (end === 'hidden') continue
    if (end === 'replaced') await focused(closed)
    else options.onLink('lost')
    await pause(backoff(attempt++, Math.random()), closed)
  }
}

/** One connection, from its opening to its end. */
async function once(
  options: Listening,
  headers: Record<string, string>,
  closed: AbortSignal,
  heard: () => void,
): Promise<'locked' | 'lost' | 'hidden' | 'replaced'> {
  const breaking = new AbortController()
  const breakOff = () => breaking.abort()
  closed.addEventListener('abort', breakOff)
  addEventListener('offline', breakOff) // the browser knows before the silence tells
  const unwatch = whenHidden(HIDDEN, breakOff)
  let silence = setTimeout(breakOff, SILENCE)
  try {
    const known = options.known()
    const response = await fetch(known === 0 ? `/chat/events?tail=${TAIL}` : '/chat/events', {
      headers: {
        ...headers,
        Accept: 'text/event-stream',
        ...(known > 0 && { 'Last-Event-ID': String(known) }),
      },
      signal: breaking.signal,
      cache: 'no-store',
    })
    if ([204, 401, 403].includes(response.status)) return 'locked'
    if (response.status === 429) await pause(waitOf(response), closed)
    if (!response.ok || response.body === null) return 'lost'
    heard()
    options.onLink('live')
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    const split = frames()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'lost'
      clearTimeout(silence)
      silence = setTimeout(breakOff, SILENCE)
      const frames = split(decoder.decode(value, { stream: true }))
      const began = known > 0 ? undefined : frames.find(({ event }) => event === 'ready')
      if (began !== undefined) options.onBegin(beginning(began.data))
      const events = frames.flatMap(({ event, data }) => parse(event, data))
      if (events.length > 0) options.onEvents(events)
      if (frames.some(({ event }) => event === 'replaced')) return 'replaced'
    }
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error // a broken line is one of these two
    return document.hidden ? 'hidden' : 'lost'
  } finally {
    clearTimeout(silence)
    unwatch()
    removeEventListener('offline', breakOff)
    closed.removeEventListener('abort', breakOff)
  }
}

function beginning(data: string): number {
  const read = ready.safeParse(json(data))
  return read.success ? read.data.after : 0
}

/** What this page cannot read is from a newer server: it is passed over, never guessed at. */
function parse(event: string, data: string): Logged[] {
  const read = event === 'message' ? logged.safeParse(json(data)) : null
  return read?.success === true ? [read.data] : []
}

function whenHidden(ms: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(then, ms)
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

/** Resolves when somebody looks at the page, or when the stream is closed. */
function looked(closed: AbortSignal): Promise<void> {
  if (!document.hidden || closed.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    closed.addEventListener('abort', look)
  })
}

/** Resolves when the page is the one in front, or when the stream is closed: pages that took each other's place at once would never end. */
function focused(closed: AbortSignal): Promise<void> {
  if (document.hasFocus() || closed.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('focus', done)
      closed.removeEventListener('abort', done)
      resolve()
    }
    addEventListener('focus', done)
    closed.addEventListener('abort', done)
  })
}
