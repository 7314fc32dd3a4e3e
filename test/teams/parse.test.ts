import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Parsed, parse } from '../../adapters/teams/parse.ts'
import { spoiling } from '../contract/mutated.ts'
import { PAYLOADS } from './payloads.ts'

const outcome = (parsed: Parsed): unknown => {
  if (parsed.kind !== 'inbound') return parsed.kind === 'unsupported' ? parsed.reason : parsed.kind
  const { from, body } = parsed.inbound
  return { from, body }
}

describe('what Teams sends', () => {
  test.each(PAYLOADS)('%s', (_what, payload, becomes) => {
    expect(outcome(parse(payload))).toEqual(becomes)
  })

  test('has the same key when it comes again, and another in another conversation or as another edit', () => {
    const keyOf = (payload: object) => {
      const parsed = parse(payload)
      return parsed.kind === 'inbound' ? parsed.inbound.key : ''
    }
    for (const [, payload] of PAYLOADS) expect(keyOf(structuredClone(payload))).toBe(keyOf(payload))
    const of = (what: string) => PAYLOADS.find(([name]) => name === what)?.[1] ?? {}
    const [words, edit, mention] = [of('words'), of('an edit'), of('a mention in a group chat')]
    const keys = [words, edit, mention, { ...edit, timestamp: '2026-02-01T21:11:00.000Z' }, { ...words, id: '2' }].map(
      keyOf,
    )
    for (const key of keys) expect(key).toMatch(/^\w+:[\w-]{43}$/)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is never thrown at, whatever it holds', () => {
    const bodies = PAYLOADS.map(([, payload]) => JSON.stringify(payload))
    const found = new Set<string>()
    fc.assert(
      fc.property(spoiling, (spoil) => {
        for (const body of bodies) {
          const parsed = parse(spoil(body))
          found.add(parsed.kind === 'unsupported' ? parsed.reason : parsed.kind)
          if (parsed.kind === 'inbound') expect(parsed.inbound.key.length).toBeLessThanOrEqual(200)
        }
      }),
      { numRuns: Math.ceil(100_000 / bodies.length) },
    )
    expect([...found]).toContain('malformed')
    expect([...found]).toContain('inbound')
  })

  test.each([[null], [[]], ['text'], [7], [{}], [{ type: 'message' }]])('%j is nothing', (json) => {
    expect(outcome(parse(json))).toBe('malformed')
  })
})
