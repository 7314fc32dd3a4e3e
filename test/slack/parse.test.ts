import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody, parsePayload } from '../../adapters/slack/parse.ts'
import type { Parsed } from '../../adapters/slack/parsed.ts'
import { readToken } from '../../src/channel.ts'
import { mutated, spoiling } from '../contract/mutated.ts'
import { recorded } from './payloads.ts'

function told(parsed: Parsed | null): unknown {
  if (parsed?.kind === 'unsupported') return { unsupported: parsed.reason }
  if (parsed?.kind !== 'inbound') return parsed
  const { key, from, body } = parsed.inbound
  return { user: from.user, address: from.address.key, key, body }
}

describe('what Slack sends is taken for what it is', () => {
  test.each(recorded)('$name', ({ payload, outcome }) => {
    expect(told(parsePayload(JSON.parse(JSON.stringify(payload))))).toEqual(outcome)
  })

  test('over HTTP: JSON, JSON in a form field, and the fields of a command', () => {
    const form = 'application/x-www-form-urlencoded'
    for (const { payload, outcome } of recorded) {
      const json = JSON.stringify(payload)
      expect(told(parseBody(json, 'application/json'))).toEqual(outcome)
      expect(told(parseBody(new URLSearchParams({ payload: json }).toString(), form))).toEqual(outcome)
    }
    expect(told(parseBody('ssl_check=1&token=x', form))).toEqual({ unsupported: 'a check of the certificate' })
    expect(parseBody('{"type":"event_ca', 'application/json')).toBeNull()
    expect(parseBody('payload=%7B', form)).toBeNull()
  })

  test('who names the bot in the thread of its card sends two events, which have one key', () => {
    const both = ['a reply in the thread of our card, in a team channel', 'a mention in a team channel']
    const keys = recorded.filter(({ name }) => both.includes(name)).map(({ payload }) => parsePayload(payload))
    const [a, b] = keys.map((parsed) => (parsed.kind === 'inbound' ? parsed.inbound.key : null))
    expect(a).toBe(b)
    expect(a).not.toBeNull()
  })

  test('the challenge of a new address is given back', () => {
    const challenge = { type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' }
    expect(parsePayload(challenge)).toEqual({ kind: 'challenge', challenge: '3eZbrw1aB' })
  })
})

const samples = recorded.map(({ payload }) => JSON.stringify(payload))

/** @returns whether it is an event, which then has a well-formed sender; everything else has to be something known. */
function isEvent(parsed: Parsed | null): boolean {
  if (parsed?.kind !== 'inbound') return false
  const { key, from, body } = parsed.inbound
  if (key.length > 200) throw new Error('a key that is too long')
  if (!/^[UW][A-Z0-9]{8,}$/.test(from.user)) throw new Error(`a user ${from.user}`)
  if (!/^[UWCG][A-Z0-9]{8,}$/.test(from.address.key)) throw new Error(`an address ${from.address.key}`)
  if ('token' in body && readToken(body.token) === null) throw new Error('a token that is none')
  if ('text' in body && body.text === '') throw new Error('words without words')
  return true
}

test('100,000 spoiled payloads: each is an event of one person, or it is none', () => {
  let events = 0
  let all = 0
  fc.assert(
    fc.property(spoiling, (spoil) => {
      for (const sample of samples) {
        all += 1
        if (isEvent(parsePayload(spoil(sample)))) events += 1
      }
    }),
    { numRuns: Math.ceil(100_000 / samples.length) },
  )
  expect(all).toBeGreaterThanOrEqual(100_000)
  expect(events).toBeGreaterThan(10_000) // the fuzzer must not only make nonsense
}, 60_000)

test('bodies cut off, changed in a character, or never any good are no event or one', () => {
  fc.assert(
    fc.property(
      mutated(samples),
      fc.constantFrom('application/json', 'application/x-www-form-urlencoded'),
      (body, type) => {
        isEvent(parseBody(type === 'application/json' ? body : new URLSearchParams({ payload: body }).toString(), type))
        isEvent(parseBody(body, type))
      },
    ),
    { numRuns: 2_000 },
  )
})
