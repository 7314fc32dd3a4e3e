import type { EChartsOption } from 'echarts'
import type { ChartDescription } from './description.ts'
import { COLOURS, type Frame, MARGIN, SIZE } from './frame.ts'

export const DISTRIBUTION_HEIGHT = 200

type Drawn = Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'>

/** A share without its decimals, where there is no room for them; a few are not none. */
const whole = (share: number): string => (share > 0 && share < 0.5 ? '<1' : Math.round(share).toString())

/** A column for each answer of the scale with its share above; those that count for the score stand out. */
export function distributionOption({ axis, points }: ChartDescription, frame: Frame): Drawn {
  const narrow = points.length > 7
  return {
    grid: { left: MARGIN, right: MARGIN, top: frame.top + 22, height: frame.bottom - frame.top - 46 },
    xAxis: {
      type: 'category',
      data: points.map(({ tick }) => tick),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.muted } },
      axisLabel: { color: COLOURS.ink, fontSize: SIZE.text, interval: 0 },
    },
    yAxis: { type: 'value', show: false, min: axis.min, max: axis.max },
    series: [
      {
        type: 'bar',
        barWidth: '72%',
        data: points.map(({ value, shown, tone }) => ({
          value: value ?? 0,
          itemStyle: { color: COLOURS.tone[tone] },
          label: { formatter: narrow ? shown.replace(/[\d.,]+/, whole(value ?? 0)) : shown },
        })),
        label: { show: true, position: 'top', color: COLOURS.ink, fontSize: narrow ? 10 : SIZE.text },
      },
    ],
  }
}
