/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054

/** Below this p a difference can be told from noise. */
export const SIGNIFICANT = 0.05

/** From and to, in the unit of the score: percent 0..100, NPS −100..100. */
export type Interval = [from: number, to: number]

export interface Comparison {
  /** Second minus first, in points of the score. */
  delta: number
  z: number
  /** Two-sided. */
  p: number
}

/** Wilson score interval of a proportion, in percent; n = 0 says nothing, so everything is possible. */
export function wilson(successes: number, n: number): Interval {
  if (n === 0) return [0, 100]
  const p = successes / n
  const centre = p + (Z * Z) / (2 * n)
  const reach = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))
  const scale = 100 / (1 + (Z * Z) / n)
  // Rounding must not push the interval off the share it is for: at 0 and at n the ends are exact.
  const from = successes === 0 ? 0 : Math.max(0, (centre - reach) * scale)
  const to = successes === n ? 100 : Math.min(100, (centre + reach) * scale)
  return [from, to]
}

/** 100 (p − d): −100..100. */
export function nps(promoters: number, passives: number, detractors: number): number {
  return (100 * (promoters - detractors)) / (promoters + passives + detractors)
}

/** Variance of the mean of +1, 0, −1 answers; `pad` = ¾ gives the adjusted-Wald form (n + 3). */
function netVariance(promoters: number, passives: number, detractors: number, pad = 0): number {
  const n = promoters + passives + detractors + 4 * pad
  const p = (promoters + pad) / n
  const d = (detractors + pad) / n
  return (p + d - (p - d) ** 2) / n
}

/** Adjusted-Wald interval of an NPS (n + 3, promoters + ¾, detractors + ¾), clamped to ±100. */
export function npsInterval(promoters: number, passives: number, detractors: number): Interval {
  const centre = (100 * (promoters - detractors)) / (promoters + passives + detractors + 3)
  const reach = 100 * Z * Math.sqrt(netVariance(promoters, passives, detractors, 0.75))
  return [Math.max(-100, centre - reach), Math.min(100, centre + reach)]
}

/** Two-proportion z test, pooled: how far the second share is from the first. Both n must be above 0. */
export function compareProportions(first: [successes: number, n: number], second: [number, number]): Comparison {
  const share = (first[0] + second[0]) / (first[1] + second[1])
  const variance = share * (1 - share) * (1 / first[1] + 1 / second[1])
  const delta = (100 * second[0]) / second[1] - (100 * first[0]) / first[1]
  return compared(delta, variance === 0 ? 0 : delta / 100 / Math.sqrt(variance))
}

type Net = [promoters: number, passives: number, detractors: number]

/** (NPS₂ − NPS₁) / √(V₁ + V₂). Where everybody gave the same kind of answer the variances are the adjusted ones, as 0 says too much. */
export function compareNps(first: Net, second: Net): Comparison {
  const delta = nps(...second) - nps(...first)
  const plain = netVariance(...first) + netVariance(...second)
  const variance = plain > 0 ? plain : netVariance(...first, 0.75) + netVariance(...second, 0.75)
  return compared(delta, delta / 100 / Math.sqrt(variance))
}

function compared(delta: number, z: number): Comparison {
  return { delta, z, p: twoSided(z) }
}

/** P(|Z| ≥ |z|), by Marsaglia's series (Evaluating the Normal Distribution, J. Stat. Softw. 11(4), 2004): exact to about 1e-15. */
export function twoSided(z: number): number {
  const x = Math.abs(z)
  if (x > 8) return 0 // below 1e-15, where the series has no digits left
  let sum = x
  let term = x
  for (let i = 3, before = 0; sum !== before; i += 2) {
    before = sum
    term *= (x * x) / i
    sum += term
  }
  return Math.max(0, 1 - 2 * sum * Math.exp(-0.5 * x * x) * 0.3989422804014327)
}

/** p values of comparisons made at once → the same, corrected step-down by Holm, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  const corrected = new Array<number>(ps.length).fill(1)
  let floor = 0
  order.forEach(({ p, at }, k) => {
    floor = Math.max(floor, Math.min(1, p * (ps.length - k)))
    corrected[at] = floor
  })
  return corrected
}

/** AAPOR dispositions: interviews, partials, refusals, non-contacts, others, unknown. */
interface Dispositions {
  I: number
  P: number
  R: number
  NC: number
  O: number
  U: number
}

/** Shares 0..1; null where nobody was asked. */
interface ResponseRates {
  rr1: number | null
  rr2: number | null
  rr5: number | null
}

/** AAPOR response rates 1, 2 and 5. */
export function responseRates({ I, P, R, NC, O, U }: Dispositions): ResponseRates {
  const known = I + P + R + NC + O
  const share = (part: number, of: number) => (of === 0 ? null : part / of)
  return { rr1: share(I, known + U), rr2: share(I + P, known + U), rr5: share(I, known) }
}
