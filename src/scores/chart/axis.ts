import { type Metric, RULES } from '../metric.ts'
import type { ChartDescription, ChartPoint } from './description.ts'

type Axis = ChartDescription['axis']

/** The whole range of a score: a bar that does not begin at 0 lies about its length. */
const fullAxis = (metric: Metric): Axis =>
  RULES[metric].bottom === null
    ? { min: 0, max: 100, step: 25, percent: true }
    : { min: -100, max: 100, step: 50, percent: false }

/** The range for bars: all of it, or of a net score that is nowhere below 0 its upper half, as bars begin there anyway. */
export function barAxis(metric: Metric, points: readonly ChartPoint[]): Axis {
  const whole = fullAxis(metric)
  const below = points.some(({ value, interval }) => Math.min(value ?? 0, interval?.[0] ?? 0) < 0)
  return whole.min === 0 || below ? whole : { ...whole, min: 0, step: 25 }
}

/** Round numbers around the values and their intervals; a line may begin anywhere, and tells more so. */
export function axisAround(metric: Metric, points: readonly ChartPoint[]): Axis {
  const whole = fullAxis(metric)
  const ends = points.flatMap(({ interval }) => interval ?? [])
  if (ends.length === 0) return whole
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)]
  const range = highest - lowest
  const step = range <= 20 ? 5 : range <= 50 ? 10 : range <= 100 ? 20 : 50
  const min = Math.max(whole.min, Math.floor(lowest / step) * step)
  const max = Math.min(whole.max, Math.ceil(highest / step) * step)
  return { ...whole, step, min, max: max > min ? max : min + step }
}
