import { say, type WordId } from '../../words/say.ts'
import type { ChartDescription, ChartPoint } from './description.ts'

type Drawn = Omit<ChartDescription, 'alt'>

/** More points than this are told by their first, lowest, highest and last. */
const ALL = 14

/** A description in words: what kind of chart, the whole, and its values. */
export function altOf(drawn: Drawn): string {
  const { kind, locale, title } = drawn
  const rows = drawn.kind === 'distribution' ? drawn.points.map(({ label }) => label) : values(drawn)
  const list = rows.join(locale === 'en' ? '; ' : '；')
  return say(locale, 'scores.chart.alt', { kind, title, headline: drawn.headline, rows: list })
}

function values(drawn: Drawn): string[] {
  const known = drawn.points.filter(({ value }) => value !== null)
  if (drawn.kind === 'bars' || known.length <= ALL) return known.map((point) => told(point, drawn))
  const by = (a: ChartPoint, b: ChartPoint) => (a.value ?? 0) - (b.value ?? 0)
  const sorted = [...known].sort(by)
  const ends: [WordId, ChartPoint | undefined][] = [
    ['scores.chart.first', known[0]],
    ['scores.chart.lowest', sorted[0]],
    ['scores.chart.highest', sorted.at(-1)],
    ['scores.chart.last', known.at(-1)],
  ]
  return ends.flatMap(([word, point]) => (point ? [`${say(drawn.locale, word)} ${told(point, drawn)}`] : []))
}

function told({ label, shown, interval, n }: ChartPoint, { locale }: Drawn): string {
  const [from, to] = interval ?? [0, 0]
  return say(locale, 'scores.chart.point', { label, value: shown, from, to, n })
}
