import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { Socket } from 'node:net'
import { type Answer, openConversation, write } from './connector.ts'
import { type Faults, misfortunes, rateLimits } from './faults.ts'
import type { openIssuer } from './issuer.ts'
import type { World } from './world.ts'

const pem = (name: string): Buffer => readFileSync(new URL(name, import.meta.url))

type Issuer = Awaited<ReturnType<typeof openIssuer>>

/** Log-in, keys and the connector, over https on a free port of this machine. */
export async function serve(world: World, issuer: Issuer, faults: Faults | undefined) {
  const misfortune = misfortunes(faults)
  const limits = rateLimits(world.now)
  const hanging = new Set<ServerResponse>()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request)
    const path = decodeURIComponent(new URL(request.url ?? '/', 'https://stand.in').pathname)
    const say = ({ status, body }: Answer, headers: Record<string, string> = {}) => {
      world.calls.push({ method: request.method ?? '', path, status, at: world.now() })
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(body))
    }
    const [, tenant] = /^\/([\w.-]+)\/oauth2\/v2\.0\/token$/.exec(path) ?? []
    if (tenant !== undefined)
      return issuer.state.loginAway
        ? void request.socket.destroy()
        : say(issuer.login(new URLSearchParams(text), tenant))
    if (path.startsWith('/v1/.well-known/') && issuer.state.keysAway) return say({ status: 503, body: {} })
    if (path === '/v1/.well-known/openidconfiguration') return say({ status: 200, body: issuer.metadata(origin) })
    if (path === '/v1/.well-known/keys') return say({ status: 200, body: issuer.keys() })

    const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
    if (!issuer.accepts(bearer))
      return say({ status: 401, body: { error: { code: 'Unauthorized', message: 'no token' } } })
    const act = actOf(world, request.method ?? '', path, jsonOf(text))
    if (act === null) return say({ status: 404, body: { error: { code: 'NotFound', message: path } } })
    const wait = act.conversation === null ? 0 : limits.take(act.conversation)
    if (wait > 0) return say(throttled, { 'retry-after': String(wait) })

    const struck = misfortune()
    if (struck?.fault === 'limited') return say(throttled, { 'retry-after': '1' })
    if (struck?.fault === 'precondition')
      return say({ status: 412, body: { error: { code: 'PreconditionFailed', message: 'Please try again.' } } })
    if (struck?.after) act.run()
    if (struck?.fault === 'gateway') return say({ status: 502, body: { error: { code: 'BadGateway', message: '' } } })
    if (struck) {
      world.calls.push({ method: request.method ?? '', path, status: 0, at: world.now() })
      if (struck.fault === 'resetting') return void request.socket.destroy()
      hanging.add(response)
      return
    }
    say(act.run())
  }

  const server = createServer({ cert: pem('server.pem'), key: pem('server.key') }, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const origin = `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  return {
    origin,
    limits,
    /** Calls that nobody has answered and nobody has given up. */
    waiting: () => [...hanging].filter((response) => !response.closed).length,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        for (const socket of connections) socket.destroy()
      }),
  }
}

const throttled: Answer = { status: 429, body: { error: { code: 'Throttled', message: 'Too many requests.' } } }

function actOf(
  world: World,
  method: string,
  path: string,
  json: unknown,
): { conversation: string | null; run(): Answer } | null {
  if (method === 'POST' && path === '/teams/v3/conversations')
    return { conversation: null, run: () => openConversation(world, json) }
  const [, conversation, activity] = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? []
  if (conversation === undefined) return null
  if (method === 'POST' && activity === undefined)
    return { conversation, run: () => write(world, conversation, null, json) }
  if (method === 'PUT' && activity !== undefined)
    return { conversation, run: () => write(world, conversation, activity, json) }
  return null
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
