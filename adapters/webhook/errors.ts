import type { Delivery } from '../../src/channel.ts'

/** Before a connection stands nothing has been sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** A connector's answer other than 2xx. Its words are not passed on: they might quote the message. */
export function refused({ status, headers }: Response): Delivery {
  const reason = `HTTP ${status}`
  const wish = Number(headers.get('retry-after') ?? Number.NaN)
  if (status === 410) return { status: 'rejected', unreachable: true, reason }
  if (status === 429 || status === 503 || status === 401 || status === 403)
    return { status: 'retry', reason, ...(Number.isFinite(wish) && { after: wish * 1_000 }) }
  if (status >= 500 || status === 408) return { status: 'unknown', reason } // it may have been taken before it failed
  return { status: 'rejected', unreachable: false, reason }
}

/** A call that got no answer. */
export function broken(error: unknown): Extract<Delivery, { reason: string }> {
  const code = codeOf(error)
  return { status: NOT_CONNECTED.has(code) ? 'retry' : 'unknown', reason: `no answer (${code})` }
}

/** The system's code of an error or of what caused it; its message may hold the address. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return at.name
  }
  return 'unknown'
}
