import type { CustomSeriesRenderItemReturn, EChartsOption } from 'echarts'
import type { ChartDescription, ChartPoint } from './description.ts'
import { COLOURS, FONT, type Frame, MARGIN, SIZE, WIDTH } from './frame.ts'
import { clip, widthOf } from './wrap.ts'

const ROW = 44
const BAR = 10

type Drawn = Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'>

export const barsHeight = ({ points }: ChartDescription): number => points.length * ROW + 22

/** A row for each group: its name and figures above, its bar and interval below, and the score of the whole beside each. */
export function barsOption({ axis, points, overall }: ChartDescription, frame: Frame): Drawn {
  const unit = axis.percent ? '%' : ''
  return {
    grid: { left: MARGIN, right: MARGIN, top: frame.top, height: points.length * ROW },
    xAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { show: false },
      axisLabel: {
        color: COLOURS.muted,
        fontSize: SIZE.small,
        formatter: `{value}${unit}`,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: { type: 'category', inverse: true, show: false, data: points.map((_, at) => String(at)) },
    series: [
      {
        type: 'custom',
        data: points.map(({ value }, at) => [value ?? 0, at]),
        silent: true,
        z: 3,
        renderItem({ dataIndex }, api): CustomSeriesRenderItemReturn {
          const point = points[dataIndex]
          if (!point) return null
          const x = (value: number) => api.coord([value, dataIndex])[0] ?? 0
          const y = api.coord([0, dataIndex])[1] ?? 0
          return {
            type: 'group',
            children: [
              ...words(point, y),
              ...bar(point, x, y, axis.min),
              ...(overall ? [level(x(overall.value), y)] : []),
            ],
          }
        },
      },
    ],
  }
}

const SIGN = { plain: '', good: ' ▲', bad: ' ▼' } as const

function words({ label, shown, n, tone }: ChartPoint, y: number) {
  const figures = `${shown}${SIGN[tone]}   n = ${n}`
  const room = WIDTH - 2 * MARGIN - widthOf(figures, SIZE.text) - 12
  const style = { fill: COLOURS.ink, font: `${SIZE.text}px ${FONT}`, y: y - 3, verticalAlign: 'bottom' as const }
  return [
    { type: 'text' as const, style: { ...style, text: clip(label, room, SIZE.text), x: MARGIN } },
    { type: 'text' as const, style: { ...style, text: figures, x: WIDTH - MARGIN, align: 'right' as const } },
  ]
}

function bar({ value, interval, tone }: ChartPoint, x: (value: number) => number, y: number, min: number) {
  const zero = x(Math.max(0, min))
  const end = x(value ?? 0)
  const middle = y + 2 + BAR / 2
  const shape = { x: Math.min(zero, end), y: y + 2, width: Math.abs(end - zero), height: BAR }
  const drawn = { type: 'rect' as const, shape, style: { fill: COLOURS.tone[tone] } }
  if (!interval) return [drawn]
  const [from, to] = [x(interval[0]), x(interval[1])]
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: COLOURS.ink, lineWidth: 1.5 },
  })
  const end4 = (at: number) => line(at, middle - 4, at, middle + 4)
  return [drawn, line(from, middle, to, middle), end4(from), end4(to)]
}

/** The score of the whole beside a bar, so that it crosses no words. */
const level = (x: number, y: number) => ({
  type: 'line' as const,
  shape: { x1: x, x2: x, y1: y + 1, y2: y + BAR + 6 },
  style: { stroke: COLOURS.muted, lineDash: [3, 2] },
})
