/** `node dist/test/bench/pictures.js`: how long a picture takes once its thread is warm, by the clock and of the processor. */
import { LOCALES } from '../../src/locale.ts'
import { createPainter } from '../../src/picture/painter.ts'
import { answer, type ScoreAnswer } from '../../src/scores/answer.ts'
import { chartOf } from '../../src/scores/chart/chart.ts'
import type { Figure } from '../../src/scores/figures.ts'
import type { Dimension } from '../../src/scores/query.ts'

const TIMES = 9
const DAY = 86_400_000
const AGENTS = 200

/** Answers on the five-point scale, different for each `n`. */
const values = (n: number): number[] => [0, (n * 7) % 11, 4, 8, 15, 30 + ((n * 13) % 40), 0, 0, 0, 0, 0]
const slots = (count: number, days: number): Figure[] =>
  Array.from({ length: count }, (_, n) => ({
    group: new Date(Date.parse('2026-08-24') + n * days * DAY).toISOString().slice(0, 10),
    values: values(n),
  }))
const groups = (count: number): Figure[] =>
  Array.from({ length: count }, (_, n) => ({ group: `${n}`, values: values(n) }))

function asked(by: Dimension | null, figures: Figure[]): ScoreAnswer {
  const period = { from: '2026-08-24', to: '2026-11-21', words: '' }
  const previous = { from: '2026-05-26', to: '2026-08-23', words: '' }
  const named = Array.from({ length: AGENTS }, (_, n) => ({ id: `${n}`, names: [`林佳穎 Priya Nair ${n}`] }))
  const vocabulary = { teams: named, agents: named, flows: ['csat'], channels: ['web'] }
  const options = { minimumN: 5, responseRateTarget: 0.6, grades: { high: 90, medium: 60 }, vocabulary }
  return answer({ metric: 'csat', by, period, previous, filters: {} }, [figures, [], []], options)
}

const CASES = {
  'trend by week': asked('week', slots(13, 7)),
  'trend by day': asked('day', slots(90, 1)),
  'bars by team': asked('team', groups(6)),
  'bars of 200 agents': asked('agent', groups(AGENTS)),
  'comparison of two': asked('team', groups(2)),
  distribution: asked(null, [{ group: null, values: values(3) }]),
}

const median = (all: number[]): string => (all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0).toFixed(0)

const painter = createPainter()
console.log(`Medians of ${TIMES} pictures in each language, warm.`)
console.log('picture               ms   CPU ms     kB')
for (const [name, found] of Object.entries(CASES)) {
  const took: number[] = []
  const used: number[] = []
  const sizes: number[] = []
  for (let time = -2; time < TIMES; time++) {
    for (const locale of LOCALES) {
      const chart = chartOf(found, locale)
      if (chart === null) throw new Error(`nothing to draw: ${name}`)
      const [began, before] = [performance.now(), process.cpuUsage()]
      const png = await painter.png({ ...chart, title: `${chart.title} ${time}` }) // none that it has in store
      const { user, system } = process.cpuUsage(before)
      if (time < 0) continue // its first ones are not warm
      took.push(performance.now() - began)
      used.push((user + system) / 1_000)
      sizes.push(png.length / 1_000)
    }
  }
  console.log(name.padEnd(19), median(took).padStart(4), median(used).padStart(8), median(sizes).padStart(6))
}
await painter.close()
