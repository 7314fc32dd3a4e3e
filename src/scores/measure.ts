import { type Metric, RULES, type Tally } from './metric.ts'
import {
  type Comparison,
  compareNps,
  compareProportions,
  type Interval,
  nps,
  npsInterval,
  wilson,
} from './statistics.ts'

/** A score with its certainty. Below the minimum n everything but n is null. */
export interface Measured {
  n: number
  /** Percent 0..100, NPS −100..100. */
  score: number | null
  /** Of the answers, in the unit of the scale. */
  mean: number | null
  /** 95 %. */
  interval: Interval | null
  masked: boolean
}

/** A tally → its score, or n alone where there are fewer than `minimumN` answers. */
export function measure(metric: Metric, counted: Tally, minimumN: number): Measured {
  const { n, top, bottom, sum } = counted
  if (n === 0 || n < minimumN) return { n, score: null, mean: null, interval: null, masked: n < minimumN }
  const net = RULES[metric].bottom !== null
  const middle = n - top - bottom
  const score = net ? nps(top, middle, bottom) : (100 * top) / n
  const interval = net ? npsInterval(top, middle, bottom) : wilson(top, n)
  return { n, score, mean: sum / n, interval, masked: false }
}

/** How far the second tally's score is from the first's; both need answers. */
export function compare(metric: Metric, first: Tally, second: Tally): Comparison {
  if (RULES[metric].bottom === null) return compareProportions([first.top, first.n], [second.top, second.n])
  const net = ({ n, top, bottom }: Tally): [number, number, number] => [top, n - top - bottom, bottom]
  return compareNps(net(first), net(second))
}

/** Counters added up, value by value. */
export function added(a: readonly number[], b: readonly number[]): number[] {
  const [long, short] = a.length < b.length ? [b, a] : [a, b]
  return long.map((count, at) => count + (short[at] ?? 0))
}
