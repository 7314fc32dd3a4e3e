import type { Refusal } from './refusal.ts'

/** Bytes of a request's body. */
export const BODY_LIMIT = 64 * 1_024

/** The body as text; reading stops at the limit, so that a large one costs nothing. */
export async function readBody(request: Request): Promise<{ text: string } | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return { refused: 'body_too_large' }
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > BODY_LIMIT) return { refused: 'body_too_large' }
    chunks.push(chunk)
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { refused: 'malformed' } // not UTF-8
  }
}
