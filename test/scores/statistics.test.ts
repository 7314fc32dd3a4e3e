import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareNps,
  compareProportions,
  holm,
  nps,
  npsInterval,
  responseRates,
  twoSided,
  wilson,
} from '../../src/scores/statistics.ts'

const rounded = ([from, to]: [number, number]) => [from.toFixed(1), to.toFixed(1)]

describe('the worked vectors of the method', () => {
  test.each([
    [8, 10, '49.0', '94.3'],
    [24, 30, '62.7', '90.5'],
    [80, 100, '71.1', '86.7'],
    [0, 5, '0.0', '43.4'],
  ])('Wilson %i of %i', (successes, n, from, to) => {
    expect(rounded(wilson(successes, n))).toEqual([from, to])
  })

  test.each([
    [15, 9, 6, 30, '0.7', '53.9'],
    [50, 30, 20, 30, '14.1', '44.2'],
  ])('NPS of %i promoters, %i passives, %i detractors', (p, pa, d, score, from, to) => {
    expect(nps(p, pa, d)).toBe(score)
    expect(rounded(npsInterval(p, pa, d))).toEqual([from, to])
  })

  test('CSAT 40/50 against 45/50 cannot be told from noise, 160/200 against 180/200 can', () => {
    const small = compareProportions([45, 50], [40, 50])
    const large = compareProportions([180, 200], [160, 200])
    expect(small.z.toFixed(2)).toBe('-1.40')
    expect(small.p).toBeGreaterThan(0.05)
    expect(large.z.toFixed(2)).toBe('-2.80')
    expect(large.p).toBeLessThan(0.05)
    expect([small.delta, large.delta].map((points) => points.toFixed(6))).toEqual(['-10.000000', '-10.000000'])
  })

  test('response rates', () => {
    const { rr1, rr2, rr5 } = responseRates({ I: 120, P: 15, R: 10, NC: 200, O: 5, U: 50 })
    expect([rr1, rr2, rr5].map((rate) => rate?.toFixed(4))).toEqual(['0.3000', '0.3375', '0.3429'])
  })
})

test('the normal distribution agrees with published values', () => {
  expect(twoSided(0)).toBe(1)
  expect(twoSided(1)).toBeCloseTo(0.317310507862914, 14)
  expect(twoSided(-1.959963984540054)).toBeCloseTo(0.05, 14)
  expect(twoSided(3)).toBeCloseTo(0.002699796063260189, 14)
  expect(twoSided(40)).toBe(0)
})

test('Holm steps down, keeps the order given and never lets a larger p overtake a smaller', () => {
  const corrected = holm([0.01, 0.04, 0.03, 0.005])
  expect(corrected.map((p) => p.toFixed(3))).toEqual(['0.030', '0.060', '0.060', '0.020'])
  expect(holm([])).toEqual([])
})

test('with nobody asked there is no rate', () => {
  expect(responseRates({ I: 0, P: 0, R: 0, NC: 0, O: 0, U: 0 })).toEqual({ rr1: null, rr2: null, rr5: null })
})

test('two groups that each agree wholly, one for and one against, still have a finite z', () => {
  const { z, p, delta } = compareNps([0, 0, 5], [5, 0, 0])
  expect(delta).toBe(200)
  expect(Number.isFinite(z)).toBe(true)
  expect(p).toBeLessThan(0.05)
  expect(compareNps([5, 0, 0], [9, 0, 0])).toMatchObject({ delta: 0, z: 0, p: 1 })
})

const share = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('a Wilson interval lies in 0..100, contains the share and narrows as answers come in', () => {
  fc.assert(
    fc.property(share, ([successes, n]) => {
      const [from, to] = wilson(successes, n)
      const percent = (100 * successes) / n
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(100)
      expect(from).toBeLessThanOrEqual(percent)
      expect(to).toBeGreaterThanOrEqual(percent)
      const [closerFrom, closerTo] = wilson(successes * 10, n * 10)
      expect(closerTo - closerFrom).toBeLessThan(to - from)
    }),
  )
})

test('a comparison turned round has the opposite sign and the same p', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const there = compareProportions(one, other)
      const back = compareProportions(other, one)
      expect(there.delta).toBeCloseTo(-back.delta, 9)
      expect(there.p).toBeCloseTo(back.p, 12)
      expect(there.p).toBeGreaterThanOrEqual(0)
      expect(there.p).toBeLessThanOrEqual(1)
    }),
  )
})

test('an NPS interval lies in −100..100', () => {
  const count = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(count, count, count, (p, pa, d) => {
      const [from, to] = npsInterval(p, pa, d)
      expect(from).toBeGreaterThanOrEqual(-100)
      expect(to).toBeLessThanOrEqual(100)
      expect(from).toBeLessThanOrEqual(to)
    }),
  )
})
