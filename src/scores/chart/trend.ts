import type { CustomSeriesRenderItemReturn, EChartsOption } from 'echarts'
import type { ChartDescription, ChartPoint } from './description.ts'
import { COLOURS, FONT, type Frame, MARGIN, SIZE } from './frame.ts'

export const TREND_HEIGHT = 210
const TICKS = 5
const MANY = 40

type Drawn = Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'>

/** A line over time on the band of its intervals, broken where there were too few answers, beside the score of the whole. */
export function trendOption({ axis, points, overall }: ChartDescription, frame: Frame): Drawn {
  const unit = axis.percent ? '%' : ''
  const text = { color: COLOURS.muted, fontSize: SIZE.small }
  return {
    grid: { left: 46, right: MARGIN + 42, top: frame.top + 8, height: frame.bottom - frame.top - 34 },
    xAxis: {
      type: 'category',
      data: points.map(({ tick }) => tick),
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.grid } },
      axisLabel: { ...text, interval: Math.max(0, Math.ceil(points.length / TICKS) - 1), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { lineStyle: { color: COLOURS.grid } },
      axisLabel: { ...text, formatter: `{value}${unit}` },
    },
    series: [
      band(points),
      ...(overall ? [level(overall, points)] : []),
      {
        type: 'line',
        data: points.map(({ value }, at) => ({ value, symbol: dotted(points, at) ? 'circle' : 'none' })),
        symbolSize: points.length > MANY ? 3 : 5,
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { color: COLOURS.line, width: 2 },
        itemStyle: { color: COLOURS.line },
        z: 4,
      },
    ],
  }
}

/** Whether a slot has a dot of its own: of many only those which no line reaches, and the last, which has its value beside it. */
function dotted(points: readonly ChartPoint[], at: number): boolean {
  const known = (n: number) => (points[n]?.value ?? null) !== null
  return points.length <= MANY || at === points.length - 1 || (known(at) && !known(at - 1) && !known(at + 1))
}

type Series = Extract<NonNullable<EChartsOption['series']>, { type?: 'custom' }>

/** One polygon for each stretch without a gap; a stretch of one slot is a short upright line. */
function band(points: readonly ChartPoint[]): Series {
  const runs: { at: number; from: number; to: number }[][] = []
  points.forEach(({ interval }, at) => {
    if (!interval) return
    const one = { at, from: interval[0], to: interval[1] }
    const run = runs.at(-1)
    if (run && run.at(-1)?.at === at - 1) run.push(one)
    else runs.push([one])
  })
  return {
    type: 'custom',
    data: runs.map((_, at) => [at, 0]),
    encode: { x: -1, y: -1 },
    silent: true,
    z: 1,
    renderItem({ dataIndex }, api): CustomSeriesRenderItemReturn {
      const run = runs[dataIndex] ?? []
      const upper = run.map(({ at, to }) => api.coord([at, to]))
      const lower = run.map(({ at, from }) => api.coord([at, from])).reverse()
      const stroke = run.length === 1 ? { stroke: COLOURS.band, lineWidth: 6 } : {}
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: COLOURS.band, ...stroke } }
    },
  }
}

/** The score of the whole as a dashed line, with its value and the last one's in the margin, where no line runs. */
function level(overall: { value: number; shown: string }, points: readonly ChartPoint[]): Series {
  const last = points.findLast(({ value }) => value !== null)
  return {
    type: 'custom',
    data: [[0, overall.value]],
    silent: true,
    z: 3,
    renderItem(_, api): CustomSeriesRenderItemReturn {
      const [x1 = 0, y = 0] = api.coord([0, overall.value])
      const [x2 = 0, lastY = 0] = api.coord([points.length - 1, last?.value ?? overall.value])
      const near = Math.abs(lastY - y) < SIZE.text + 2
      const apart = near ? (lastY >= y ? 1 : -1) * (SIZE.text + 2 - Math.abs(lastY - y)) : 0
      const words = { x: x2 + 6, verticalAlign: 'middle' as const, font: `${SIZE.text}px ${FONT}` }
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: COLOURS.muted, lineDash: [4, 3] } },
          { type: 'text', style: { ...words, text: overall.shown, y, fill: COLOURS.muted } },
          { type: 'text', style: { ...words, text: last?.shown ?? '', y: lastY + apart, fill: COLOURS.line } },
        ],
      }
    },
  }
}
