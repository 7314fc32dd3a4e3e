import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { type Failure, failureOf } from '../../adapters/telegram/errors.ts'

interface Expected {
  status: Failure['status']
  unreachable?: boolean
  after?: number
}

const refused = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('failed', { ok: false, error_code, description, parameters }, 'sendMessage', { text: 'hello' })
const network = (code: string) =>
  new HttpError(
    'Network request failed',
    new TypeError('fetch failed', { cause: Object.assign(new Error('at /bot1:SECRET/'), { code }) }),
  )

const unreachable: Expected = { status: 'rejected', unreachable: true }
const rejected: Expected = { status: 'rejected', unreachable: false }

const table: [what: string, error: unknown, failure: Expected][] = [
  ['blocked', refused(403, 'Forbidden: bot was blocked by the user'), unreachable],
  ['kicked from a group', refused(403, 'Forbidden: bot was kicked from the supergroup chat'), unreachable],
  ['an account that is gone', refused(403, 'Forbidden: user is deactivated'), unreachable],
  ['a chat never opened', refused(403, "Forbidden: bot can't initiate conversation with a user"), unreachable],
  ['no such chat', refused(400, 'Bad Request: chat not found'), unreachable],
  ['no such person', refused(400, 'Bad Request: PEER_ID_INVALID'), unreachable],
  [
    'a group that moved',
    refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100 }),
    unreachable,
  ],
  ['too fast', refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), { status: 'retry', after: 7_000 }],
  [
    'nothing to change',
    refused(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    ),
    { status: 'sent' },
  ],
  [
    'markup',
    refused(400, 'Bad Request: can\'t parse entities: Unsupported start tag "refund" at byte offset 3'),
    { status: 'broken' },
  ],
  ['an invalid link', refused(400, 'Bad Request: ENTITY_TEXTURL_INVALID'), { status: 'broken' }],
  ['a deleted message', refused(400, 'Bad Request: message to edit not found'), { status: 'lost' }],
  ['a message of others', refused(400, "Bad Request: message can't be edited"), { status: 'lost' }],
  ['a picture', refused(400, 'Bad Request: there is no text in the message to edit'), { status: 'lost' }],
  ['no words', refused(400, 'Bad Request: message text is empty'), rejected],
  ['too long', refused(400, 'Bad Request: message is too long'), rejected],
  ['a bad button', refused(400, 'Bad Request: BUTTON_DATA_INVALID'), rejected],
  ['too large', refused(413, 'Request Entity Too Large'), rejected],
  ['a wrong token', refused(401, 'Unauthorized'), { status: 'retry', after: 60_000 }],
  ['a token of no form', refused(404, 'Not Found'), { status: 'retry', after: 60_000 }],
  ['a second poller', refused(409, 'Conflict: terminated by other getUpdates request'), { status: 'retry' }],
  ['a broken server', refused(500, 'Internal Server Error'), { status: 'unknown' }],
  ['a broken gateway', refused(502, 'Bad Gateway'), { status: 'unknown' }],
  ['a server that takes nothing', refused(503, 'Service Unavailable'), { status: 'retry' }],
  ['no connection', network('ECONNREFUSED'), { status: 'retry' }],
  ['no such host', network('ENOTFOUND'), { status: 'retry' }],
  ['a reset', network('ECONNRESET'), { status: 'unknown' }],
  ['a closed socket', network('UND_ERR_SOCKET'), { status: 'unknown' }],
  ['an answer that is no JSON', new HttpError('failed', new SyntaxError('Unexpected token <')), { status: 'unknown' }],
  ['no answer in time', new HttpError('failed', new DOMException('late', 'TimeoutError')), { status: 'unknown' }],
  ['an error of our own', new RangeError('index'), { status: 'unknown' }],
  ['no error at all', 'thrown text', { status: 'unknown' }],
]

describe('a call that fails for', () => {
  test.each(table)('%s', (_what, error, failure) => {
    expect(failureOf(error)).toMatchObject(failure)
  })

  test('any reason names neither the token nor the words', () => {
    const told = JSON.stringify(table.map(([, error]) => failureOf(error)))
    expect(told).not.toContain('SECRET')
    expect(told).not.toContain('refund')
    expect(told).not.toContain('hello')
    const quoting = failureOf(refused(400, 'Bad Request: wrong thing "my private words"'))
    expect(quoting).toMatchObject({ reason: '400 Bad Request: wrong thing …' })
  })
})
