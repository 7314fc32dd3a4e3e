/** A thread that draws: it keeps echarts, the rasteriser and the font out of the bot's own memory and off its event loop. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { themed } from '../scores/chart/dark.ts'
import type { ChartDescription } from '../scores/chart/description.ts'
import { svg } from '../scores/chart/svg.ts'

export interface Task {
  id: number
  chart: ChartDescription
  as: 'png' | 'svg'
  /** The longest side of a PNG, in dots. */
  side?: number
}
export type Result = { id: number; png: Uint8Array } | { id: number; svg: string } | { id: number; error: string }

/** Screens of phones have two or three dots a pixel. */
const SCALE = 2
const FAMILY = 'Noto Sans Hans'

const require = createRequire(import.meta.url)
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
// One weight alone: each that is loaded costs 30 ms a picture.
const font = {
  fontBuffers: [readFileSync(join(fonts, 'NotoSansHans-Regular.otf'))],
  defaultFontFamily: FAMILY,
  sansSerifFamily: FAMILY,
}

function png(chart: ChartDescription, side = Number.POSITIVE_INFINITY, scale = SCALE): Uint8Array {
  const picture = new Resvg(svg(chart), { font, fitTo: { mode: 'zoom', value: scale } })
  const longest = Math.max(picture.width, picture.height)
  try {
    if (longest * scale > side) return png(chart, side, Math.floor((side / longest) * 100) / 100)
    const image = picture.render()
    try {
      return image.asPng()
    } finally {
      image.free()
    }
  } finally {
    picture.free()
  }
}

parentPort?.on('message', ({ id, chart, as, side }: Task) => {
  let result: Result
  try {
    result = as === 'png' ? { id, png: png(chart, side) } : { id, svg: themed(svg(chart), chart.locale) }
  } catch (error) {
    result = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(result)
})
