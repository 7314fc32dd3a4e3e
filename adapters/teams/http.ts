import { parseJson, readBody } from '../../src/body.ts'
import type { Http } from '../../src/channel.ts'
import { parse } from './parse.ts'
import type { Taker } from './take.ts'
import type { Verify } from './verify.ts'

export const ROUTE = '/teams/messages'
/** Bytes of an activity; Teams' own stay far below. */
const LIMIT = 1_000_000

/**
 * What Teams sends. 401: not from Teams, not for this bot, or from another service than its token names; 413: too large; 400: no JSON.
 * 503: nothing was stored. Teams sends a message again that gets a 5xx or no answer within 15 s; a press it shows as failed, and it is
 * pressed again. So nothing is answered before the commit, and the SDK's turn, which answers 200 whatever has failed in it, is left out.
 */
export function httpRoute(http: Http, verify: Verify, { take }: Taker): void {
  http.on('POST', ROUTE, async (request) => {
    const verified = await verify(request.headers.get('authorization'))
    if (verified.kind === 'forged') return answer(401)
    if (verified.kind === 'away') return answer(503)
    const body = await readBody(request, LIMIT)
    if (body === null) return answer(413)
    const activity = parseJson(body)
    if (typeof activity !== 'object' || activity === null) return answer(400)
    const service = 'serviceUrl' in activity ? activity.serviceUrl : null
    const channel = 'channelId' in activity ? activity.channelId : null
    if (service !== verified.service || typeof channel !== 'string' || !verified.mayCarry(channel)) return answer(401)
    const told = await take(parse(activity))
    if (told.again) return answer(503)
    return told.body ? Response.json(told.body, { headers: QUIET }) : answer(200)
  })
}

const QUIET = { 'cache-control': 'no-store' }

const answer = (status: number): Response =>
  new Response(null, { status, headers: { ...QUIET, ...(status === 503 && { 'retry-after': '1' }) } })
