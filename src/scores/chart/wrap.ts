const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Width of text in pixels at a font size, near enough: Chinese characters are square, others a little over half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce(
    (width, char) => width + (WIDE.test(char) ? size : char === ' ' ? 0.3 * size : 0.57 * size),
    0,
  )
}

/** Text in lines of at most `width` pixels, broken at spaces and beside Chinese characters, never before closing punctuation. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/\s+|[\p{Script=Han}][，。、；：）！？]*|[^\s\p{Script=Han}]+/gu) ?? []) {
    if (line !== '' && piece !== '·' && widthOf(line + piece, size) > width) {
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
