import type { Locale } from '../../locale.ts'
import { COLOURS } from './frame.ts'

/** Each colour of a picture on a dark page. Blue and orange stay apart for colour-blind eyes, and keep 4.5 : 1 to the ground. */
const DARK: [from: string, to: string][] = [
  [COLOURS.paper, '#191b1a'],
  [COLOURS.ink, '#ecedeb'],
  [COLOURS.muted, '#a2a7a3'],
  [COLOURS.grid, '#343937'],
  [COLOURS.line, '#56b4e9'],
  [COLOURS.tone.plain, '#7c8682'],
  [COLOURS.tone.bad, '#f0a13c'],
]
const BAND = 'rgb(0,114,178)' // how echarts writes the colour of the band

const LATIN = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans'"
const SIMPLIFIED = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"
const TRADITIONAL = "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Noto Sans TC',sans-serif"

/** An SVG of ours → the same in the fonts of the page around it, and in the colours of a dark one where it is dark. */
export function themed(svg: string, locale: Locale): string {
  const rules = [...DARK, [BAND, '#56b4e9'] as const].flatMap(([from, to]) => [
    `[fill="${from}"]{fill:${to}}`,
    `[stroke="${from}"]{stroke:${to}}`,
  ])
  const font = `text{font-family:${LATIN},${locale === 'zh-Hant' ? TRADITIONAL : SIMPLIFIED}!important}`
  return svg.replace('>', `><style>${font}@media (prefers-color-scheme: dark){${rules.join('')}}</style>`)
}
