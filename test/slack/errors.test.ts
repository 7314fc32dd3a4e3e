import { webApi } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { toDelivery } from '../../adapters/slack/errors.ts'

const platform = (error: string, metadata = {}) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: metadata })
const request = (cause: Error) => new webApi.WebAPIRequestError(new TypeError('fetch failed', { cause }))
const system = (code: string) => Object.assign(new Error(code), { code })

describe('every error of Slack’s is an outcome', () => {
  test.each<[string, unknown, unknown]>([
    ['too many', new webApi.WebAPIRateLimitedError(30), { status: 'retry', after: 30_000, reason: 'ratelimited' }],
    [
      'too many, told in the body',
      platform('ratelimited', { retryAfter: 2 }),
      { status: 'retry', after: 2_000, reason: 'ratelimited' },
    ],
    ['not now', platform('service_unavailable'), { status: 'retry', reason: 'service_unavailable' }],
    ['no such person', platform('user_not_found'), { status: 'rejected', unreachable: true, reason: 'user_not_found' }],
    [
      'a deactivated person',
      platform('user_disabled'),
      { status: 'rejected', unreachable: true, reason: 'user_disabled' },
    ],
    [
      'a person of another workspace',
      platform('user_not_visible'),
      { status: 'rejected', unreachable: true, reason: 'user_not_visible' },
    ],
    ['the app removed', platform('account_inactive'), { status: 'retry', after: 60_000, reason: 'account_inactive' }],
    ['a scope that is missing', platform('missing_scope'), { status: 'retry', after: 60_000, reason: 'missing_scope' }],
    [
      'no such channel',
      platform('channel_not_found'),
      { status: 'rejected', unreachable: false, reason: 'channel_not_found' },
    ],
    ['an archived channel', platform('is_archived'), { status: 'rejected', unreachable: false, reason: 'is_archived' }],
    [
      'a channel without the bot',
      platform('not_in_channel'),
      { status: 'rejected', unreachable: false, reason: 'not_in_channel' },
    ],
    [
      'an edit of nothing',
      platform('message_not_found'),
      { status: 'rejected', unreachable: false, reason: 'message_not_found' },
    ],
    [
      'a block that Slack does not take',
      platform('invalid_blocks', {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      }),
      { status: 'rejected', unreachable: false, reason: 'invalid_blocks /blocks/0/text/text' },
    ],
    ['half done, perhaps', platform('fatal_error'), { status: 'unknown', reason: 'fatal_error' }],
    ['done, perhaps', platform('internal_error'), { status: 'unknown', reason: 'internal_error' }],
    [
      'a page instead of JSON',
      platform('<html>Bad gateway for xoxb-1</html>'),
      { status: 'unknown', reason: 'unreadable_answer' },
    ],
    [
      'a server that takes nothing',
      new webApi.WebAPIHTTPError(503, 'x', {}, ''),
      { status: 'retry', reason: 'HTTP 503' },
    ],
    ['a broken server', new webApi.WebAPIHTTPError(500, 'x', {}, ''), { status: 'unknown', reason: 'HTTP 500' }],
    ['a broken gateway', new webApi.WebAPIHTTPError(504, 'x', {}, ''), { status: 'unknown', reason: 'HTTP 504' }],
    [
      'a refusal',
      new webApi.WebAPIHTTPError(403, 'x', {}, ''),
      { status: 'rejected', unreachable: false, reason: 'HTTP 403' },
    ],
    ['nobody there', request(system('ECONNREFUSED')), { status: 'retry', reason: 'ECONNREFUSED' }],
    ['no such host', request(system('ENOTFOUND')), { status: 'retry', reason: 'ENOTFOUND' }],
    ['a reset', request(system('ECONNRESET')), { status: 'unknown', reason: 'ECONNRESET' }],
    [
      'a time-out',
      new webApi.WebAPIRequestError(new DOMException('timed out', 'TimeoutError')),
      { status: 'unknown', reason: 'TimeoutError' },
    ],
    ['anything else', 'a string', { status: 'unknown', reason: 'unknown' }],
  ])('%s', (_what, error, delivery) => expect(toDelivery(error)).toEqual(delivery))
})
