/** Loads echarts (40 MB): imported only where a picture is drawn, never beside an answer in words. */
import type { EChartsOption } from 'echarts'
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { barsHeight, barsOption } from './bars.ts'
import type { ChartDescription } from './description.ts'
import { DISTRIBUTION_HEIGHT, distributionOption } from './distribution.ts'
import { COLOURS, FONT, type Frame, frameOf, MARGIN, WIDTH } from './frame.ts'
import { TREND_HEIGHT, trendOption } from './trend.ts'

use([BarChart, CustomChart, LineChart, GraphicComponent, GridComponent, SVGRenderer])

/** A description → an SVG document of 390 pixels' width, with its alternative text inside. The same description gives the same picture. */
export function svg(chart: ChartDescription): string {
  const { frame, drawing } = drawn(chart)
  const option: EChartsOption = {
    animation: false,
    backgroundColor: COLOURS.paper,
    textStyle: { fontFamily: FONT },
    graphic: frame.lines.map(({ text, y, size, fill }) => ({
      type: 'text',
      left: MARGIN,
      top: y,
      silent: true,
      style: { text, fill, fontSize: size, fontFamily: FONT },
    })),
    ...drawing,
  }
  const picture = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: frame.height })
  try {
    picture.setOption(option)
    return named(picture.renderToSVGString(), chart)
  } finally {
    picture.dispose()
  }
}

function drawn(chart: ChartDescription): { frame: Frame; drawing: EChartsOption } {
  switch (chart.kind) {
    case 'trend': {
      const frame = frameOf(chart, TREND_HEIGHT)
      return { frame, drawing: trendOption(chart, frame) }
    }
    case 'bars': {
      const frame = frameOf(chart, barsHeight(chart))
      return { frame, drawing: barsOption(chart, frame) }
    }
    case 'distribution': {
      const frame = frameOf(chart, DISTRIBUTION_HEIGHT)
      return { frame, drawing: distributionOption(chart, frame) }
    }
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)

/** Screen readers are told the title and what there is to see. What echarts adds for a page that moves is taken off: it differs each time. */
function named(picture: string, { title, alt, locale }: ChartDescription): string {
  const words = `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>`
  return picture
    .replace(/<style.*?<\/style>\s*/s, '')
    .replaceAll(/ (?:ecmeta_\w+|class)="[^"]*"/g, '')
    .replaceAll(/zr\d+-/g, 'zr-')
    .replace(/[^\P{Control}\t\n\r]/gu, '') // XML has none of these
    .replace(/^<svg ([^>]*)>/, (_, attributes) => `<svg role="img" lang="${locale}" ${attributes}>${words}`)
}
