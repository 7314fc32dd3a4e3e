import { createHash } from 'node:crypto'
import { parseJson, readBody } from '../../src/body.ts'
import type { Http } from '../../src/channel.ts'
import { isSecret } from '../../src/secret.ts'
import type { Parsed } from './parse.ts'

export const WEBHOOK = '/telegram/webhook'
/** Bytes of an update; Telegram's own stay far below. */
const BODY_LIMIT = 1_024 * 1_024

export interface WebhookOptions {
  secret: string
  read(update: unknown): Parsed
  take(parsed: Parsed): Promise<'taken' | 'again'>
}

/**
 * Updates that Telegram sends. 200: taken, or nothing to us, unreadable ones too, because Telegram repeats whatever gets anything else.
 * 401: not from Telegram. 413: too large. 503: to come again.
 */
export function webhookRoute(http: Http, { secret, read, take }: WebhookOptions): void {
  http.on('POST', WEBHOOK, async (request) => {
    if (!isSecret(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return answer(401)
    const body = await readBody(request, BODY_LIMIT)
    if (body === null) return answer(413)
    return answer((await take(read(parseJson(body)))) === 'again' ? 503 : 200)
  })
}

const answer = (status: number): Response =>
  new Response(null, {
    status,
    headers: { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '1' }) },
  })

/** A secret that everybody who has the token can derive, and nobody else. */
export const derivedSecret = (token: string): string =>
  createHash('sha256').update(`afterword webhook ${token}`).digest('base64url')
