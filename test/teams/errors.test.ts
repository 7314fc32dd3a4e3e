import { describe, expect, test } from 'vitest'
import { failureOf, NotLoggedIn, refusalOf, Unanswered } from '../../adapters/teams/errors.ts'

const system = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('…'), { code }) })
const refused = (status: number, body: object, headers: Record<string, string> = {}) =>
  refusalOf(new Response(JSON.stringify(body), { status, headers }))
const coded = (code: string) => ({ error: { code, message: 'Mei said: it is slow' } })
const rejected = (unreachable: boolean, reason: string) => ({ status: 'rejected', unreachable, reason })

describe('every error of Microsoft’s is an outcome, without a word of the message', () => {
  test.each<[number, object, Record<string, string>, object]>([
    [403, coded('ConversationBlockedByUser'), {}, rejected(true, 'HTTP 403 ConversationBlockedByUser')],
    [403, coded('BotNotInConversationRoster'), {}, rejected(true, 'HTTP 403 BotNotInConversationRoster')],
    [403, coded('BotDisabledByAdmin'), {}, rejected(true, 'HTTP 403 BotDisabledByAdmin')],
    [403, coded('ForbiddenOperationException'), {}, rejected(true, 'HTTP 403 ForbiddenOperationException')],
    [
      403,
      { errorCode: 209, message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked."}' },
      {},
      rejected(true, 'HTTP 403 MessageWritesBlocked'),
    ],
    [403, coded('Forbidden'), {}, rejected(false, 'HTTP 403 Forbidden')],
    [404, coded('ConversationNotFound'), {}, rejected(true, 'HTTP 404 ConversationNotFound')],
    [404, coded('ActivityNotFoundInConversation'), {}, { status: 'lost' }],
    [400, coded('BadArgument'), {}, rejected(false, 'HTTP 400 BadArgument')],
    [413, coded('MessageSizeTooBig'), {}, rejected(false, 'HTTP 413 MessageSizeTooBig')],
    [401, coded('Unauthorized'), {}, { status: 'retry', after: 60_000, reason: 'HTTP 401 Unauthorized' }],
    [429, coded('Throttled'), { 'retry-after': '7' }, { status: 'retry', after: 7_000, reason: 'HTTP 429 Throttled' }],
    [429, {}, {}, { status: 'retry', reason: 'HTTP 429' }],
    [412, coded('PreconditionFailed'), {}, { status: 'retry', reason: 'HTTP 412 PreconditionFailed' }],
    [503, {}, { 'retry-after': '2' }, { status: 'retry', after: 2_000, reason: 'HTTP 503' }],
    [503, {}, {}, { status: 'retry', reason: 'HTTP 503' }],
    [502, {}, {}, { status: 'unknown', reason: 'HTTP 502' }],
    [504, {}, {}, { status: 'unknown', reason: 'HTTP 504' }],
    [500, coded('ServiceError'), {}, { status: 'unknown', reason: 'HTTP 500 ServiceError' }],
  ])('%i %j %j', async (status, body, headers, outcome) => {
    expect(failureOf(await refused(status, body, headers))).toEqual(outcome)
  })

  test.each<[string, unknown, object]>([
    ['nobody listens', new Unanswered(system('ECONNREFUSED')), { status: 'retry', reason: 'no answer (ECONNREFUSED)' }],
    ['a reset', new Unanswered(system('ECONNRESET')), { status: 'unknown', reason: 'no answer (ECONNRESET)' }],
    [
      'no answer',
      new Unanswered(new DOMException('…', 'TimeoutError')),
      { status: 'unknown', reason: 'no answer (TimeoutError)' },
    ],
    ['no log-in just now', new NotLoggedIn('log-in: HTTP 503', false), { status: 'retry', reason: 'log-in: HTTP 503' }],
    [
      'a wrong secret',
      new NotLoggedIn('log-in refused', true),
      { status: 'retry', after: 60_000, reason: 'log-in refused' },
    ],
    ['anything else', new RangeError('Mei said: it is slow'), { status: 'unknown', reason: 'RangeError' }],
    ['no error at all', 'oh', { status: 'unknown', reason: 'unknown' }],
  ])('%s', (_what, error, outcome) => expect(failureOf(error)).toEqual(outcome))
})
