const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Width of text in pixels at a font size, near enough: Chinese characters are square, others a little over half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce(
    (width, char) => width + (WIDE.test(char) ? size : char === ' ' ? 0.3 * size : 0.57 * size),
    0,
  )
}

const PARTS = ' · '

/** Text in lines of at most `width` pixels, broken between its parts if it has such (a · b), and inside of one only where it must be. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const part of text.split(PARTS)) {
    const last = lines.at(-1)
    const joined = last === undefined ? part : last + PARTS + part
    if (last !== undefined && widthOf(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(...broken(part, width, size))
  }
  return lines
}

/** Broken at spaces and beside Chinese characters, never before closing punctuation. */
function broken(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/\s+|[\p{Script=Han}][，。、；：）！？]*|[^\s\p{Script=Han}]+/gu) ?? []) {
    if (line !== '' && widthOf(line + piece, size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Text cut to `width` pixels, with … for what was cut. */
export function clip(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  let cut = text
  while (cut !== '' && widthOf(`${cut}…`, size) > width) cut = [...cut].slice(0, -1).join('')
  return `${cut.trimEnd()}…`
}
