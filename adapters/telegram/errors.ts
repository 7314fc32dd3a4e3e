import { GrammyError, HttpError } from 'grammy'
import type { Delivery } from '../../src/channel.ts'
import { doubtful, MEND, unanswered } from '../../src/network.ts'

/** What a failed call comes to. broken: the markup was refused, so it goes out plain. lost: the message to edit is not there any more. */
export type Failure = Delivery | { status: 'broken' } | { status: 'lost' }

/** Descriptions of refusals (400) by what they mean; Telegram has no codes for them. */
const REFUSALS: [pattern: RegExp, failure: Failure][] = [
  [/message is not modified/i, { status: 'sent' }],
  [/can't parse entities|entity_\w+invalid|entities_too_long|can't find end of the entity/i, { status: 'broken' }],
  [
    /message to edit not found|message can't be edited|message_id_invalid|there is no text in the message/i,
    { status: 'lost' },
  ],
  [
    /chat not found|user not found|peer_id_invalid|user_id_invalid|chat was upgraded|chat_id_invalid/i,
    unreachable('not found'),
  ],
  [/user is deactivated|input_user_deactivated|user_is_blocked/i, unreachable('left')],
]

/** Any error of a call → what it means for the message. The reason holds neither the token nor anybody's words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return refused(error)
  if (error instanceof HttpError) return broken(error.error)
  return { status: 'unknown', reason: 'the call failed' }
}

/** Why a call that is no message failed, for the log. */
export function reasonOf(error: unknown): string {
  const failure = failureOf(error)
  return 'reason' in failure ? failure.reason : failure.status
}

/** Milliseconds that Telegram asks to be left alone, or undefined. */
export const wishOf = (error: unknown): number | undefined => {
  const failure = failureOf(error)
  return failure.status === 'retry' ? failure.after : undefined
}

function unreachable(reason: string): Failure {
  return { status: 'rejected', unreachable: true, reason }
}

function refused({ error_code: code, description, parameters }: GrammyError): Failure {
  const reason = `${code} ${said(description)}`
  if (code === 403) return unreachable(reason)
  if (code === 429 || code === 420)
    return { status: 'retry', reason, ...(parameters.retry_after && { after: parameters.retry_after * 1_000 }) }
  if (code === 401 || code === 404)
    return { status: 'retry', after: MEND, reason: `${code} the bot’s token is refused` }
  if (code === 409) return { status: 'retry', after: MEND / 2, reason }
  if (doubtful(code) || code < 400) return { status: 'unknown', reason }
  if (code === 503) return { status: 'retry', reason }
  const known = code === 400 ? REFUSALS.find(([pattern]) => pattern.test(description))?.[1] : undefined
  if (known === undefined) return { status: 'rejected', unreachable: false, reason }
  return 'reason' in known ? { ...known, reason } : known
}

/** A network's failure: an answer that is no JSON, a time-out, a reset; or no connection at all. */
function broken(cause: unknown): Failure {
  const { code, sent } = unanswered(cause)
  const reason = `no answer from Telegram (${cause instanceof SyntaxError ? 'not JSON' : code})`
  return { status: sent ? 'unknown' : 'retry', reason }
}

/** A description without what it quotes, which may be the message's own words. */
const said = (description: string): string => description.replace(/["“«`].*$/s, '…').slice(0, 120)
