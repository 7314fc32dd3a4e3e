import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createWeb, type Logged, type StaffMember, type WebDeps } from '../../adapters/web/web.ts'
import type { Channel, Inbound, Receipt, Receive } from '../../src/channel.ts'
import { memoryFleet } from '../../src/fleet/fleet.ts'
import { peerOf } from '../../src/http/peer.ts'

/** A record and wake-ups in memory: what the store and the fleet are to the web channel. */
export function memoryRecord(): Pick<WebDeps, 'history' | 'startOf' | 'pinned' | 'live'> & {
  add(conversation: string, row: Pick<Logged, 'id' | 'direction' | 'content'>): number
  readers(): number
  reads(): number
} {
  const rows = new Map<string, Logged[]>()
  const wakes = new Map<string, Set<() => void>>()
  let reads = 0
  return {
    add(conversation, row) {
      const kept = rows.get(conversation) ?? []
      rows.set(conversation, kept)
      return kept.push({ ...row, seq: kept.length + 1, at: '2026-01-05T08:00:00.000Z' })
    },
    async history(conversation, after, limit) {
      reads += 1
      return (rows.get(conversation) ?? []).filter(({ seq }) => seq > after).slice(0, limit)
    },
    async startOf(conversation, before, count) {
      const earlier = (rows.get(conversation) ?? []).filter(({ seq }) => seq < before)
      return (earlier.at(-count)?.seq ?? 1) - 1
    },
    pinned: async (conversation) =>
      (rows.get(conversation) ?? []).filter(({ content }) => 'kind' in content && content.kind === 'card'),
    live: {
      subscribe(conversation, wake) {
        const readers = wakes.get(conversation) ?? new Set()
        wakes.set(conversation, readers.add(wake))
        return () => readers.delete(wake)
      },
      publish(conversation) {
        for (const wake of wakes.get(conversation) ?? []) wake()
      },
    },
    readers: () => [...wakes.values()].reduce((sum, { size }) => sum + size, 0),
    reads: () => reads,
  }
}

/** Hangs a channel on a real HTTP server on a free port. */
async function host(channel: Channel, receive: (inbound: Inbound) => Promise<Receipt>) {
  const app = new Hono()
  await channel.start(receive, {
    on: (method, path, handle) =>
      app.on(method, path, (c) => handle(c.req.raw, peerOf('127.0.0.1', c.req.header('x-forwarded-for')))),
  })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

export const IDENTITY_SECRET = 'the host site and we share this for identity tokens'
export const START = Date.parse('2026-01-05T08:00:00Z')
const anna: StaffMember = { id: 'anna', name: 'Anna', roles: ['agent'], locale: 'zh-Hant' }
const html = (text: string) => ({ body: Buffer.from(text), type: 'text/html; charset=utf-8', etag: `e-${text.length}` })

/** The web channel on a server, with clock, record, keys and answers in the test's hands. */
export async function standWeb(changes: Partial<WebDeps> = {}) {
  const record = memoryRecord()
  const inbound: Inbound[] = []
  const ticks = new Set<() => void>()
  const keys = new Map([['one-time-key', 'anna']])
  const state: { now: number; session: string; receipt: Receipt; receive: Receive } = {
    now: START,
    session: 'the first',
    receipt: { outcome: 'done' },
    receive: async () => state.receipt,
  }
  const deps: WebDeps = {
    secret: new TextEncoder().encode('signs the sessions of the web channel'),
    identitySecret: IDENTITY_SECRET,
    origins: ['https://shop.example'],
    history: record.history,
    startOf: record.startOf,
    pinned: record.pinned,
    live: record.live,
    limiter: memoryFleet().limiter,
    async redeem(key) {
      const id = keys.get(key) ?? null
      keys.delete(key)
      return id
    },
    staff: (id) => (id === anna.id ? anna : null),
    sessionOf: (id) => (id === anna.id ? state.session : null),
    async signOut(id) {
      if (id === anna.id) state.session = `after ${state.session}`
    },
    served: { teams: [], agents: [] },
    page: (path) =>
      path === 'index.html'
        ? html('index')
        : path === 'chat.html'
          ? html('the chat')
          : path === 'main.js' || path === 'widget.js'
            ? html('js')
            : null,
    now: () => state.now,
    every(_ms, tick) {
      ticks.add(tick)
      return () => ticks.delete(tick)
    },
    ...changes,
  }
  const channel = createWeb(deps)
  const server = await host(channel, async (event) => {
    inbound.push(event)
    return state.receive(event)
  })
  const { url } = server
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    ...server,
    deps,
    channel,
    record,
    inbound,
    state,
    post,
    get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }),
    heartbeat() {
      for (const tick of ticks) tick()
    },
    /** A new session: its bearer header, address and conversation. */
    async visit(body: unknown = {}, headers: Record<string, string> = {}) {
      const made = await post('/chat/sessions', body, headers)
      const begun: { session: string; address: string; conversation: string } = JSON.parse(await made.text())
      const { session, address, conversation } = begun
      return { bearer: { authorization: `Bearer ${session}` }, address, conversation }
    },
    /** The cookie header of Anna, signed in. */
    async signIn() {
      const made = await post('/staff/session', { key: 'one-time-key' }, { origin: url })
      return { cookie: (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
    },
    /** Resolves when nobody reads a conversation any more. */
    async drained() {
      while (record.readers() > 0) await new Promise((turn) => setImmediate(turn))
    },
    async end() {
      await channel.stop()
      await server.close()
    },
  }
}

/** One server-sent event or comment, as a client reads it. */
export interface Frame {
  id?: string
  event?: string
  data?: string
  comment?: string
}

/** Reads a response as server-sent events; `next` waits for one, or gives null at the end. */
export function frames(response: Response): { next(): Promise<Frame | null>; cancel(): Promise<void> } {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  return {
    async next() {
      for (;;) {
        const end = rest.indexOf('\n\n')
        if (end >= 0) {
          const lines = rest.slice(0, end).split('\n')
          rest = rest.slice(end + 2)
          return Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s)).map(([k, v]) => [k || 'comment', v]))
        }
        const { done, value } = await reader.read()
        if (done) return null
        rest += value
      }
    },
    cancel: () => reader.cancel(),
  }
}
