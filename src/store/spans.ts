/** So many days from `first` (yyyy-mm-dd) on. */
export interface Span {
  first: string
  days: number
}

/**
 * Lengths in days for which counts are kept added up, each a multiple of the one before. A span begins on a multiple of its length. Any 90
 * days are 8 spans on average and 10 at most, a year is 12 and 15. By twos they would be 6 and 11 with twice as many rows to keep, by fours
 * 9 and 14 with two thirds of them.
 */
export const LENGTHS = [1, 3, 9, 27, 81] as const
/** Days are counted from here; the record has none before it. */
export const DAY_ZERO = '0001-01-01'

const DAY = 24 * 60 * 60_000
const dayNumber = (day: string): number => (Date.parse(day) - Date.parse(DAY_ZERO)) / DAY
const dayAt = (number: number): string => new Date(Date.parse(DAY_ZERO) + number * DAY).toISOString().slice(0, 10)

/** Days yyyy-mm-dd, both inclusive → the fewest spans that they are made of, in order. */
export function spansOf(from: string, to: string): Span[] {
  const spans: Span[] = []
  const end = dayNumber(to) + 1
  for (let at = dayNumber(from); at < end; ) {
    const days = LENGTHS.findLast((length) => at % length === 0 && at + length <= end) ?? 1
    spans.push({ first: dayAt(at), days })
    at += days
  }
  return spans
}
