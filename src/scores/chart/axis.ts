import { type Metric, RULES } from '../metric.ts'
import type { ChartDescription, ChartPoint } from './description.ts'

type Axis = ChartDescription['axis']

const percent = (metric: Metric) => RULES[metric].bottom === null

/** The whole range of a score: a bar that does not begin at 0 lies about its length. */
export const fullAxis = (metric: Metric): Axis =>
  percent(metric) ? { min: 0, max: 100, percent: true } : { min: -100, max: 100, percent: false }

const STEP = 10

/** The tens around the values and most of their intervals; a line may begin anywhere, and shows more so. */
export function axisAround(metric: Metric, points: readonly ChartPoint[]): Axis {
  const whole = fullAxis(metric)
  const ends = points.flatMap(({ interval }) => interval ?? [])
  if (ends.length === 0) return whole
  const min = Math.max(whole.min, Math.floor(Math.min(...ends) / STEP) * STEP)
  const max = Math.min(whole.max, Math.ceil(Math.max(...ends) / STEP) * STEP)
  return { ...whole, min, max: max > min ? max : min + STEP }
}
