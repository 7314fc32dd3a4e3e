import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Locale } from '../locale.ts'
import type { ScoreAnswer } from '../scores/answer.ts'
import { chartOf } from '../scores/chart/chart.ts'
import { says } from './says.ts'
import { UsageError } from './usage.ts'

/** Writes the picture of an answer to `file`: SVG or PNG by its ending. @throws UsageError where there is nothing to draw */
export async function writeChart(answer: ScoreAnswer, locale: Locale, file: string): Promise<void> {
  const chart = chartOf(answer, locale)
  if (!chart) throw new UsageError(says('usage.chart_few'))
  if (extname(file) === '.svg') {
    const { svg } = await import('../scores/chart/svg.ts')
    return writeFileSync(file, svg(chart))
  }
  const { createPainter } = await import('../picture/painter.ts')
  const painter = createPainter()
  try {
    writeFileSync(file, await painter.png(chart))
  } finally {
    await painter.close()
  }
}

/** @throws UsageError for a file that is neither; said before anything is asked of the record */
export function checkChartFile(file: string): void {
  if (!['.svg', '.png'].includes(extname(file))) throw new UsageError(says('usage.chart_file', { file }))
}
