import { webApi } from '@slack/bolt'
import type { Delivery } from '../../src/channel.ts'
import { doubtful, MEND, unanswered } from '../../src/network.ts'

type Failed = Exclude<Delivery, { status: 'sent' }>

/** The person is gone, or has never been one to write to. */
const PERSON = new Set([
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'user_is_deactivated',
  'cannot_dm_bot',
])

/** The owner's token is no longer good, or not for this; it is told at the start, and waited for later. */
export const REFUSED: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
])
/** A switch in the app's own settings. */
const MENDABLE = new Set(['messages_tab_disabled'])

/** Slack says itself that it may have done a part of it. */
const DOUBTFUL = new Set(['fatal_error', 'internal_error', 'request_timeout'])

/** Not now. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
  'org_login_required',
  'message_limit_exceeded',
])

/**
 * Whatever a call of the Web API throws, as what became of the message. Only Slack's own error codes are passed on; the words of the
 * message never are. What only the owner can mend (a revoked token, a missing scope) is waited for.
 * Source: the errors listed with each method at docs.slack.dev/reference/methods.
 */
export function toDelivery(error: unknown): Failed {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { status: 'retry', after: error.retryAfter * 1_000, reason: 'ratelimited' }
  if (error instanceof webApi.WebAPIPlatformError) return ofCode(codeOf(error), error.data.response_metadata)
  if (error instanceof webApi.WebAPIHTTPError) {
    const reason = `HTTP ${error.statusCode}`
    if (doubtful(error.statusCode)) return { status: 'unknown', reason }
    if (error.statusCode === 503 || error.statusCode === 429) return { status: 'retry', reason }
    return { status: 'rejected', unreachable: false, reason }
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const { code, sent } = unanswered(error.original)
    return { status: sent ? 'unknown' : 'retry', reason: code }
  }
  return { status: 'unknown', reason: error instanceof Error ? error.name : 'unknown' }
}

/** Slack's code of an error, or '' when it has none: an answer that is no JSON may carry a whole page there. */
export function codeOf(error: unknown): string {
  if (!(error instanceof webApi.WebAPIPlatformError)) return ''
  return /^[a-z0-9_]{1,60}$/.test(error.data.error) ? error.data.error : 'unreadable_answer'
}

function ofCode(code: string, metadata: { retryAfter?: number; messages?: string[] } | undefined): Failed {
  if (DOUBTFUL.has(code) || code === 'unreadable_answer') return { status: 'unknown', reason: code }
  if (REFUSED.has(code) || MENDABLE.has(code)) return { status: 'retry', reason: code, after: MEND }
  if (LATER.has(code)) {
    const { retryAfter } = metadata ?? {}
    return { status: 'retry', reason: code, ...(retryAfter !== undefined && { after: retryAfter * 1_000 }) }
  }
  return {
    status: 'rejected',
    unreachable: PERSON.has(code),
    reason: [code, where(metadata?.messages)].join(' ').trim(),
  }
}

/** Slack tells which block it does not like by a pointer (`/blocks/3/text`); its sentence around that might quote. */
const where = (messages: string[] | undefined): string =>
  (messages ?? [])
    .flatMap((message) => /json-pointer:([\w/]{1,80})/.exec(message)?.[1] ?? [])
    .slice(0, 3)
    .join(' ')
