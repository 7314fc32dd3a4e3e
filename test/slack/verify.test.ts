import { describe, expect, test } from 'vitest'
import { isSigned } from '../../adapters/slack/verify.ts'

// The example of Slack's own documentation.
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5'
const SIGNATURE = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'
const AT = 1_531_420_618
const BODY =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'

const headers = (signature: string | null, at: string | null): Headers => {
  const made = new Headers()
  if (signature !== null) made.set('x-slack-signature', signature)
  if (at !== null) made.set('x-slack-request-timestamp', at)
  return made
}
const check = (given: {
  signature?: string | null
  at?: string | null
  body?: string
  secret?: string
  now?: number
}): boolean => {
  const { signature = SIGNATURE, at = String(AT), body = BODY, secret = SECRET, now = AT * 1_000 } = given
  return isSigned(headers(signature, at), body, secret, now)
}

describe('a request is Slack’s when it is signed, whole and fresh', () => {
  test('the documented example is', () => expect(check({})).toBe(true))

  test.each<[string, Parameters<typeof check>[0]]>([
    ['another secret', { secret: `${SECRET}0` }],
    ['no signature', { signature: null }],
    ['an empty signature', { signature: 'v0=' }],
    ['another signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['another version', { signature: SIGNATURE.replace('v0', 'v1') }],
    ['a signature cut short', { signature: SIGNATURE.slice(0, -1) }],
    ['no time', { at: null }],
    ['a time that is none', { at: 'now' }],
    ['the time of another request', { at: String(AT + 1) }],
    ['a body cut short', { body: BODY.slice(0, -1) }],
    ['a body with a byte more', { body: `${BODY} ` }],
    ['an empty body', { body: '' }],
    ['five minutes and a second later', { now: (AT + 301) * 1_000 }],
    ['five minutes and a second early', { now: (AT - 301) * 1_000 }],
  ])('%s is not', (_what, given) => expect(check(given)).toBe(false))

  test('it may be up to five minutes late or early', () => {
    expect(check({ now: (AT + 300) * 1_000 })).toBe(true)
    expect(check({ now: (AT - 300) * 1_000 })).toBe(true)
  })
})
