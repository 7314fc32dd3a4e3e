import { isSigned, readBody } from '../../src/body.ts'
import type { Http, Receive } from '../../src/channel.ts'
import { parse } from './parse.ts'

export const ROUTE = '/webhook/events'
/** Bytes of an event: a form's answers, escaped. */
const LIMIT = 256 * 1_024

/**
 * Events from the connector, signed as Standard Webhooks say. 200 with the receipt: stored, or nothing to us. 503: to come again. What is
 * refused for good says why, in English, since a program reads it: 401 signature or time, 413 size, 400 every problem with its path.
 */
export function eventRoute(http: Http, secret: string, receive: Receive): void {
  http.on('POST', ROUTE, async (request) => {
    const text = await readBody(request, LIMIT)
    if (text === null) return refuse(413, 'the body is larger than 256 kB')
    if (!isSigned(request, text, secret)) return refuse(401, 'the signature is not valid, or older than five minutes')
    const event = parse(request.headers.get('webhook-id') ?? '', text)
    if ('problems' in event) return refuse(400, 'the event is not as it should be', event)
    const receipt = await receive(event)
    if (receipt.outcome === 'retry') return refuse(503, 'the record cannot be reached; send it again')
    return Response.json(receipt, { headers: { 'cache-control': 'no-store' } })
  })
}

function refuse(status: number, message: string, more: object = {}): Response {
  const headers = { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '1' }) }
  return Response.json({ error: { message, ...more } }, { status, headers })
}
