import { readBody } from '../../src/body.ts'
import type { Http } from '../../src/channel.ts'
import { parseBody } from './parse.ts'
import type { Taker } from './take.ts'
import { isSigned } from './verify.ts'

/** Bytes of a request's body: a form of 250 kB, escaped. */
const LIMIT = 1_000_000
/** Three addresses for the three that Slack asks for; each takes whatever comes. */
export const ROUTES = { events: '/slack/events', interactivity: '/slack/interactivity', commands: '/slack/commands' }

const refuse = (status: number): Response => new Response(null, { status })

/** What Slack sends over HTTP. */
export function httpRoutes(http: Http, secret: string, now: () => number, { take }: Taker): void {
  for (const route of Object.values(ROUTES)) {
    http.on('POST', route, async (request) => {
      const body = await readBody(request, LIMIT) // bytes that are no UTF-8 cannot match their signature and are refused by it
      if (body === null) return refuse(413)
      if (!isSigned(request.headers, body, secret, now())) return refuse(401)
      const parsed = parseBody(body, request.headers.get('content-type') ?? '')
      if (parsed === null) return refuse(400)
      const told = await take(parsed)
      if (told.again) return new Response(null, { status: 503, headers: { 'retry-after': '1' } })
      return told.body ? Response.json(told.body) : new Response(null, { status: 200 })
    })
  }
}
