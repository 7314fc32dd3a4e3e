import type { Locale } from '../../locale.ts'
import type { Interval } from '../statistics.ts'

/** good and bad: told from the others with certainty, or an answer that counts for or against the score. */
export type Tone = 'plain' | 'good' | 'bad'

/** What the record keeps of a picture that was sent. */
export interface ChartMessage {
  kind: 'chart'
  chart: ChartDescription
  /** BCP 47. */
  locale: string
}

/** A picture as a page shows it: lines that stay sharp at every size, and the same data as text. */
export interface Drawing {
  kind: 'drawing'
  /** An SVG document. */
  svg: string
  alt: string
  points: Pick<ChartPoint, 'label' | 'shown' | 'interval' | 'n'>[]
  locale: string
}

/** A slot of time, a group, or one answer of the scale. */
export interface ChartPoint {
  label: string
  /** The same in a few characters, for below an axis. */
  tick: string
  /** In the unit of the axis; null where there are too few answers. */
  value: number | null
  interval: Interval | null
  n: number
  /** The value as people read it. */
  shown: string
  tone: Tone
}

/**
 * A picture of a score answer as plain JSON: what is drawn, in words and numbers, without a pixel. The record keeps this and no image.
 * trend: slots of time with their interval. bars: groups with their interval. distribution: share of each answer of the scale.
 */
export interface ChartDescription {
  kind: 'trend' | 'bars' | 'distribution'
  locale: Locale
  title: string
  headline: string
  /** How to read what is drawn around the values. */
  notes: string[]
  axis: { min: number; max: number; step: number; percent: boolean }
  /** The score of the whole, as a line to compare with. */
  overall: { value: number; shown: string } | null
  points: ChartPoint[]
  /** All of it in words, for who does not see the picture. */
  alt: string
}
