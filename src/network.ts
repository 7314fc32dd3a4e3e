/** What a call over the network tells that got no answer, or not the one it was made for. */

/** Before a connection stands nothing has been sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Milliseconds until the next attempt while the owner mends what only the owner can mend: a token, a switch. */
export const MEND = 60_000

/** An answer of a server in trouble → whether it may have done what was asked all the same. With 503 it says that it has not taken it. */
export const doubtful = (status: number): boolean => status === 408 || (status >= 500 && status !== 503)

/**
 * `code`: the system's, of the error or of what caused it; an error's own words may hold an address, and so a token.
 * `sent`: whether the request may have arrived all the same.
 */
export function unanswered(error: unknown): { code: string; sent: boolean } {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return { code: at.name, sent: true }
    if ('code' in at && typeof at.code === 'string') return { code: at.code, sent: !NOT_CONNECTED.has(at.code) }
  }
  return { code: 'unknown', sent: true }
}
