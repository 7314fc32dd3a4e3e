import type { Delivery } from '../../src/channel.ts'
import { doubtful, unanswered } from '../../src/network.ts'

/** A connector's answer other than 2xx. Its words are not passed on: they might quote the message. */
export function refused({ status, headers }: Response): Delivery {
  const reason = `HTTP ${status}`
  const wish = Number(headers.get('retry-after') ?? Number.NaN)
  if (status === 410) return { status: 'rejected', unreachable: true, reason }
  if (status === 429 || status === 503 || status === 401 || status === 403)
    return { status: 'retry', reason, ...(Number.isFinite(wish) && { after: wish * 1_000 }) }
  if (doubtful(status)) return { status: 'unknown', reason }
  return { status: 'rejected', unreachable: false, reason }
}

/** A call that got no answer. */
export function broken(error: unknown): Extract<Delivery, { reason: string }> {
  const { code, sent } = unanswered(error)
  return { status: sent ? 'unknown' : 'retry', reason: `no answer (${code})` }
}
