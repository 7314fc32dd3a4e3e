import type { Analysis, Label } from '../../src/text/analyze.ts'
import { SIGNALS } from '../../src/text/kinds.ts'
import type { Verbatim } from './verbatims.ts'

const LABELS: readonly Label[] = ['negative', 'neutral', 'positive']

/** What was found rightly, wrongly, and not at all. */
export interface Tally {
  hit: number
  extra: number
  miss: number
}

export const precision = ({ hit, extra }: Tally) => (hit + extra === 0 ? 1 : hit / (hit + extra))
export const recall = ({ hit, miss }: Tally) => (hit + miss === 0 ? 1 : hit / (hit + miss))
export const f1 = ({ hit, extra, miss }: Tally) => (hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + miss))

const tally = (): Tally => ({ hit: 0, extra: 0, miss: 0 })

function count(into: Map<string, Tally>, id: string, wanted: boolean, found: boolean): void {
  const at = into.get(id) ?? tally()
  into.set(id, at)
  if (wanted && found) at.hit++
  else if (found) at.extra++
  else if (wanted) at.miss++
}

/** How well analyses meet the labels of a set. Macro-F1 is the mean over the three labels; themes are micro-averaged. */
export interface Figures {
  n: number
  accuracy: number
  macroF1: number
  confusion: Record<Label, Record<Label, number>>
  themes: Map<string, Tally>
  themeMicro: Tally
  themePolarity: number
  signals: Map<string, Tally>
}

export function figures(rows: readonly Verbatim[], analyses: readonly Analysis[]): Figures {
  const zero = () => ({ negative: 0, neutral: 0, positive: 0 })
  const confusion = { negative: zero(), neutral: zero(), positive: zero() }
  const themes = new Map<string, Tally>()
  const signals = new Map<string, Tally>()
  let polar = 0
  let agreed = 0
  rows.forEach((row, i) => {
    const made = analyses[i]
    if (!made) return
    confusion[row.label][made.sentiment.label]++
    const found = new Map(made.themes.map((theme) => [theme.id, theme.polarity]))
    for (const id of new Set([...found.keys(), ...Object.keys(row.themes)])) {
      count(themes, id, row.themes[id] !== undefined, found.has(id))
      if (row.themes[id] === undefined || !found.has(id)) continue
      polar++
      if (row.themes[id] === found.get(id)) agreed++
    }
    for (const id of SIGNALS) count(signals, id, row.signals.includes(id), made.signals.includes(id))
  })
  const byLabel = LABELS.map((label) => ({
    hit: confusion[label][label],
    extra: LABELS.reduce((sum, other) => sum + (other === label ? 0 : confusion[other][label]), 0),
    miss: LABELS.reduce((sum, other) => sum + (other === label ? 0 : confusion[label][other]), 0),
  }))
  const right = byLabel.reduce((sum, { hit }) => sum + hit, 0)
  const themeMicro = tally()
  for (const { hit, extra, miss } of themes.values()) {
    themeMicro.hit += hit
    themeMicro.extra += extra
    themeMicro.miss += miss
  }
  return {
    n: rows.length,
    accuracy: right / rows.length,
    macroF1: byLabel.reduce((sum, one) => sum + f1(one), 0) / LABELS.length,
    confusion,
    themes,
    themeMicro,
    themePolarity: polar === 0 ? 1 : agreed / polar,
    signals,
  }
}
