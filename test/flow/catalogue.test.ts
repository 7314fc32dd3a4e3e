import { expect, test } from 'vitest'
import { addClock, milliseconds } from '../../src/duration.ts'
import { catalogue, fingerprint } from '../../src/flow/catalogue.ts'
import { shipped } from '../engine/play.ts'

const flow = shipped('csat')

test('a running dialog finds its own version, a new one the newest that is live', () => {
  const flows = catalogue([{ ...flow, version: 2 }, flow, { ...flow, version: 3, stage: 'pilot' }])
  expect(flows.get('csat', 1)?.version).toBe(1)
  expect(flows.get('csat', 4)).toBeNull()
  expect(flows.live('csat')?.version).toBe(2)
  expect(flows.live('nps')).toBeNull()
})

test('one id and version is one flow', () => {
  expect(() => catalogue([flow, { ...flow }])).toThrow('csat version 1')
})

test('the fingerprint tells changed content, and neither order nor stage', () => {
  const turned = { ...flow, questions: Object.fromEntries(Object.entries(flow.questions).reverse()) }
  expect(fingerprint(turned)).toBe(fingerprint(flow))
  expect(fingerprint({ ...flow, stage: 'draft' })).toBe(fingerprint(flow))
  expect(fingerprint({ ...flow, start: 'reason' })).not.toBe(fingerprint(flow))
  expect(fingerprint(flow)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['24h', 86_400_000],
  ['3d', 259_200_000],
  ['0m', 0],
  ['soon', 0],
])('%s is %d ms', (text, expected) => expect(milliseconds(text)).toBe(expected))

test('addClock', () => expect(addClock('2026-12-31T23:00:00.000Z', '2h')).toBe('2027-01-01T01:00:00.000Z'))
