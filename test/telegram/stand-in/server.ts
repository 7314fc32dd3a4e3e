/** A Bot API in this process, over real HTTP, at least as strict as Telegram's. It knows nothing of who calls it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFields } from './body.ts'
import { openChats } from './chats.ts'
import type { Fault } from './faults.ts'
import { rateLimits } from './limits.ts'
import { type Method, methods } from './methods.ts'
import { openPeople } from './people.ts'
import { openQueries } from './queries.ts'
import { bad, Refusal } from './refusal.ts'
import { openUpdates } from './updates.ts'

export const TOKEN = '4242:AAE-only_for_tests_and_no_bot_of_anybody'

export interface StandInOptions {
  /** Milliseconds since the epoch. */
  now: () => number
  /** What goes wrong with the next call that sends or edits. */
  fault?: () => Fault | null
  /** Left out: any that is free. */
  port?: number
}

export async function openTelegram({ now, fault = () => null, port: wanted = 0 }: StandInOptions) {
  const state = {
    chats: openChats(),
    queries: openQueries(now),
    limits: rateLimits(now),
    updates: openUpdates(),
    menus: new Map<string, { command: string; description: string }[]>(),
  }
  const known = methods(state)
  /** Methods called so far, in order. */
  const calls: string[] = []
  let held = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, name = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    calls.push(name)
    const wrong = /^(send|edit)/.test(name) ? fault() : null
    if (wrong === 'reset') return void request.socket.destroy()
    try {
      const fields = await readFields(request)
      if (wrong === 'hang') return
      if (token !== TOKEN) throw new Refusal(401, 'Unauthorized')
      const method: Method | undefined = Object.hasOwn(known, name) ? known[name] : undefined
      if (!method) throw new Refusal(404, 'Not Found')
      if (wrong === '429') throw new Refusal(429, 'Too Many Requests: retry after 3', 3)
      if (wrong === '500') throw new Refusal(500, 'Internal Server Error')
      if (wrong === 'markup' && fields.parse_mode !== undefined) throw bad("can't parse entities: refused by the test")
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      const result = await method(fields, gone.signal)
      if (wrong === 'reset after') return void request.socket.destroy()
      if (wrong === 'broken') return void response.writeHead(200).end('{"ok":true,"resu')
      reply(response, 200, { ok: true, result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const parameters = error.retryAfter === null ? {} : { parameters: { retry_after: error.retryAfter } }
      reply(response, error.code, { ok: false, error_code: error.code, description: error.message, ...parameters })
    }
  }

  const server = createServer((request, response) => {
    held += 1
    response.once('close', () => {
      held -= 1
    })
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    ...state,
    ...openPeople(state, now),
    calls,
    port,
    apiRoot: `http://127.0.0.1:${port}`,
    /** Calls that have no answer yet. */
    held: () => held,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Telegram = Awaited<ReturnType<typeof openTelegram>>

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
