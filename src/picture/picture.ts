import type { Outbound } from '../channel.ts'
import type { ChartMessage, Drawing } from '../scores/chart/description.ts'
import type { Painter } from './painter.ts'

/** What the record keeps of a picture → the picture, no side longer than `side` dots; in words where it cannot be drawn, for an answer must not hang on it. */
export const pictureOf =
  ({ png }: Pick<Painter, 'png'>, onError: (error: unknown) => void) =>
  async ({ chart, locale }: ChartMessage, side?: number): Promise<Outbound> => {
    try {
      return { kind: 'picture', png: Buffer.from(await png(chart, side)).toString('base64'), alt: chart.alt, locale }
    } catch (error) {
      onError(error)
      return { kind: 'text', text: chart.alt, locale }
    }
  }

/** The same for a page, which shows lines and not dots, and the data beside them. */
export const drawingOf =
  ({ svg }: Pick<Painter, 'svg'>, onError: (error: unknown) => void) =>
  async ({ chart, locale }: ChartMessage): Promise<Drawing | Outbound> => {
    try {
      const points = chart.points.map(({ label, shown, interval, n }) => ({ label, shown, interval, n }))
      return { kind: 'drawing', svg: await svg(chart), alt: chart.alt, points, locale }
    } catch (error) {
      onError(error)
      return { kind: 'text', text: chart.alt, locale }
    }
  }
