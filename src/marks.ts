interface Piece {
  /** Its offset in the text. */
  from: number
  text: string
  marked: boolean
}

/** `text` cut at its marks, in order; marks that overlap, repeat or lie outside of the text do no harm: joined again the pieces are the text. */
export function cutAtMarks(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const found: Piece[] = []
  const cut = (from: number, to: number, marked: boolean) => {
    if (to > from) found.push({ from, text: text.slice(from, to), marked })
  }
  let at = 0
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.min(Math.max(from, at), text.length)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    cut(at, start, false)
    cut(start, end, true)
    at = end
  }
  cut(at, text.length, false)
  return found
}
