import { readBytes } from '../../src/body.ts'
import type { Refusal } from './refusal.ts'

/** Bytes of a request's body. */
const BODY_LIMIT = 64 * 1_024

/** The body as text; reading stops at the limit, so that a large one costs nothing. */
export async function readBody(request: Request): Promise<{ text: string } | Refusal> {
  const bytes = await readBytes(request, BODY_LIMIT)
  if (bytes === null) return { refused: 'body_too_large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { refused: 'malformed' } // not UTF-8
  }
}
