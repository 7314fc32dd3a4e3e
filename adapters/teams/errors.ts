import type { Delivery } from '../../src/channel.ts'
import { doubtful, MEND, unanswered } from '../../src/network.ts'

type Failed = Exclude<Delivery, { status: 'sent' }>

/** What a failed call comes to. lost: the message to edit is not there any more. */
export type Failure = Failed | { status: 'lost' }

/** Microsoft has answered, and not with a yes. `code` is its own error code; its words are never kept. */
export class Refused extends Error {
  readonly status: number
  readonly reason: string
  /** Milliseconds that it asks to be left alone. */
  readonly wish: number | undefined
  constructor(status: number, reason: string, wish: number | undefined) {
    super(`HTTP ${status} ${reason}`.trim())
    this.status = status
    this.reason = reason
    this.wish = wish
  }
}

/** No answer came. `sent`: whether the request may have arrived all the same. */
export class Unanswered extends Error {
  readonly reason: string
  readonly sent: boolean
  constructor(error: unknown) {
    const { code, sent } = unanswered(error)
    super(`no answer (${code})`)
    this.reason = code
    this.sent = sent
  }
}

/** No token could be had, so nothing was sent. `ours`: Microsoft refuses the app's id or secret, which only the owner can mend. */
export class NotLoggedIn extends Error {
  readonly ours: boolean
  constructor(reason: string, ours: boolean) {
    super(reason)
    this.ours = ours
  }
}

/** The person has blocked the bot, or it is not installed for them, or their organisation has switched it off. */
const GONE = new Set([
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ForbiddenOperationException',
])

/**
 * Any error of a call → what it means for the message. Source: the status codes at learn.microsoft.com, “Messages in bot conversations”
 * and “Rate limit”: 412, 429, 502 and 504 are to be tried again. Behind a 502 or 504 the message may stand all the same.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotLoggedIn)
    return { status: 'retry', reason: error.message, ...(error.ours && { after: MEND }) }
  if (error instanceof Unanswered) return { status: error.sent ? 'unknown' : 'retry', reason: error.message }
  if (error instanceof Refused) return refused(error)
  return { status: 'unknown', reason: error instanceof Error ? error.name : 'unknown' }
}

function refused({ status, reason: code, wish, message: reason }: Refused): Failure {
  if (status === 403) return { status: 'rejected', unreachable: GONE.has(code), reason }
  if (status === 404) return code === 'ActivityNotFoundInConversation' ? { status: 'lost' } : nowhere(reason)
  if (status === 401) return { status: 'retry', after: MEND, reason }
  if (status === 429 || status === 412 || status === 503 || wish !== undefined)
    return { status: 'retry', reason, ...(wish !== undefined && { after: wish }) }
  if (doubtful(status)) return { status: 'unknown', reason }
  return { status: 'rejected', unreachable: false, reason }
}

const nowhere = (reason: string): Failure => ({ status: 'rejected', unreachable: true, reason })

/** An answer that is no success → what it says, by its code alone: words around it may quote the message. */
export async function refusalOf(response: Response): Promise<Refused> {
  const body = await response.text().catch(() => '')
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new Refused(response.status, codeIn(body), Number.isFinite(seconds) ? seconds * 1_000 : undefined)
}

/** Teams names its reason as `code`, or as a `subCode` in JSON within its message. */
function codeIn(body: string): string {
  const [, sub] = /subCode\\*"\s*:\s*\\*"(\w{1,60})/.exec(body) ?? []
  const [, code] = /"code"\s*:\s*"(\w{1,60})"/.exec(body) ?? []
  return sub ?? code ?? ''
}
