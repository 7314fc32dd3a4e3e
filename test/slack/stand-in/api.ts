import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Faults, limiter, misfortunes, type Rate } from './faults.ts'
import { type Answer, type Arguments, call } from './methods.ts'
import type { World } from './world.ts'

export interface ApiOptions {
  faults?: Faults | undefined
  /** Messages to one conversation, and to all, and edits of all; null: as many as one likes. */
  rates?: { conversation: Rate; workspace: Rate; edits?: Rate } | null | undefined
  /** Told of each call that will not be answered. */
  hung?: (() => void) | undefined
  /** Where the socket of Socket Mode is. */
  socketUrl: () => string
}

const RATES: NonNullable<ApiOptions['rates']> = {
  conversation: { burst: 5, perSecond: 1 },
  workspace: { burst: 100, perSecond: 50 },
}
const POSTS = ['chat.postMessage', 'chat.update', 'files.completeUploadExternal']

/** Slack's Web API over HTTP on a free port of this machine. */
export async function serveApi(world: World, options: ApiOptions) {
  const misfortune = misfortunes(options.faults)
  const rates = options.rates === undefined ? RATES : options.rates
  const perConversation = rates && limiter(rates.conversation, world.now)
  const perWorkspace = rates && limiter(rates.workspace, world.now)
  const perEdit = rates?.edits && limiter(rates.edits, world.now)
  const hanging = new Set<ServerResponse>()

  function limited(method: string, channel: string | null): number {
    if (!POSTS.includes(method) || !perConversation || !perWorkspace) return 0
    const edits = method === 'chat.update' && perEdit ? perEdit('all') : 0
    return Math.max(edits, perConversation(channel ?? ''), perWorkspace('all'))
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bodyOf(request)
    const path = new URL(request.url ?? '/', 'http://stand.in').pathname
    const origin = originOf(server)
    if (path.startsWith('/upload/')) return upload(world, path.slice('/upload/'.length), request, bytes, response)
    const method = path.replace('/api/', '')
    const given: Arguments = Object.fromEntries(new URLSearchParams(bytes.toString('utf8')))
    const channel = given.channel ?? given.channel_id ?? null
    const note = (answer: string) => world.calls.push({ method, channel, at: world.now(), answer })
    const say = (answer: Answer | { ok: false; error: string }, status = 200, headers: Record<string, string> = {}) => {
      const { messages, ...body } = 'messages' in answer ? answer : { ...answer, messages: undefined }
      const told = Array.isArray(messages) && messages.length > 0 ? { ...body, response_metadata: { messages } } : body
      note('error' in answer ? String(answer.error) : 'ok')
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(told))
    }

    const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
    if (token === undefined) return say({ ok: false, error: 'not_authed' })
    if (method === 'apps.connections.open') {
      if (token !== world.appToken) return say({ ok: false, error: 'invalid_auth' })
      return say({ ok: true, url: options.socketUrl() })
    }
    if (token !== world.token) return say({ ok: false, error: 'invalid_auth' })
    const wait = limited(method, channel)
    if (wait > 0) world.floods += 1
    if (wait > 0) return say({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(wait) })

    const struck = method === 'auth.test' ? null : misfortune()
    if (struck) world.faults += 1
    if (struck?.fault === 'limited') return say({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '1' })
    if (struck?.fault === 'failing') return say({ ok: false, error: 'internal_error' }, 500)
    if (struck?.after) call(world, method, given, origin)
    if (struck) {
      note(struck.fault)
      if (struck.fault === 'resetting') return void request.socket.destroy()
      if (struck.fault === 'breaking') return void response.writeHead(200).end('{"ok":tr')
      options.hung?.()
      hanging.add(response)
      return
    }
    say(call(world, method, given, origin))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  return {
    server,
    url: `${originOf(server)}/api/`,
    /** Calls that nobody has answered and nobody has given up. */
    waiting: () => [...hanging].filter((response) => !response.closed).length,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        for (const socket of connections) socket.destroy()
      }),
  }
}

/** A file's bytes, as a form with one part or as they are; their number must be the one that was told. */
function upload(world: World, id: string, request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
  const file = world.files.get(id)
  const [, boundary] = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '') ?? []
  const start = boundary === undefined ? 0 : bytes.indexOf('\r\n\r\n') + 4
  const end = boundary === undefined ? bytes.length : bytes.lastIndexOf(`\r\n--${boundary}`)
  const content = bytes.subarray(start, end)
  if (!file || content.length !== file.length) return void response.writeHead(400).end('bad upload')
  file.bytes = content
  response.writeHead(200).end(`OK - ${content.length}`)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

export function originOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}
