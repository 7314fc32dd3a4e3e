import type { ChartDescription, Tone } from './description.ts'
import { widthOf, wrap } from './wrap.ts'

/** Width of every picture in pixels: that of a chat on a phone. */
export const WIDTH = 390
export const MARGIN = 16

/** Of Okabe and Ito's palette, told apart by colour-blind eyes; light and dark differ as well, for none at all. */
export const COLOURS = {
  ink: '#1b1f24',
  muted: '#59636e',
  grid: '#e3e6ea',
  paper: '#ffffff',
  line: '#0072b2',
  band: 'rgba(0, 114, 178, 0.18)',
  tone: { plain: '#8b98a5', good: '#0072b2', bad: '#d55e00' } satisfies Record<Tone, string>,
} as const

export const FONT = "'Noto Sans Hans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
export const SIZE = { title: 16, text: 12, small: 11 } as const

interface Line {
  text: string
  y: number
  size: number
  fill: string
}

/** The words around the drawing, line by line, and where the drawing lies between them. */
export interface Frame {
  lines: Line[]
  top: number
  bottom: number
  height: number
}

/** The size at which a title stands on one line, if it can: what would stand below it is a single 日. */
function fitting(title: string): number {
  let size: number = SIZE.title
  while (size > SIZE.text + 1 && widthOf(title, size) > WIDTH - 2 * MARGIN) size--
  return size
}

/** A description and the height of its drawing → its frame. */
export function frameOf({ title, headline, notes }: ChartDescription, drawing: number): Frame {
  const lines: Line[] = []
  let y = MARGIN
  const write = (text: string, size: number, fill: string) => {
    for (const line of wrap(text, WIDTH - 2 * MARGIN, size)) {
      lines.push({ text: line, y, size, fill })
      y += Math.round(size * 1.4)
    }
  }
  write(title, fitting(title), COLOURS.ink)
  y += 2
  write(headline, SIZE.text, COLOURS.muted)
  y += 10
  const top = y
  y += drawing + 8
  const bottom = y - 8
  for (const note of notes) write(note, SIZE.small, COLOURS.muted)
  return { lines, top, bottom, height: y + (notes.length > 0 ? MARGIN - 6 : 0) }
}
