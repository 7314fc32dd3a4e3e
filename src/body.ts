import { Webhook, WebhookVerificationError } from 'standardwebhooks'

/** The bytes of a request's body, or null when there are more than `limit`; no more than that is read. */
export async function readBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same as text. */
export const readBody = async (request: Request, limit: number): Promise<string | null> =>
  (await readBytes(request, limit))?.toString('utf8') ?? null

/** The value of JSON, or undefined for what is none: the parser's own message would quote somebody's words. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return // no JSON: the caller says so
  }
}

/** Whether a request is signed with `secret`, as Standard Webhooks say, and in time. */
export function isSigned(request: Request, body: string, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(request.headers), { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}
