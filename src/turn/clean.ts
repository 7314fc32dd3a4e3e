/** A lone half of a character and the zero character have no place in PostgreSQL's text; the rest of what was said does. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/** The same value with every string storable: lone surrogates become U+FFFD, zero characters go. */
export function clean<T>(value: T): T {
  const text = JSON.stringify(value)
  if (!UNSTORABLE.test(text)) return value
  return JSON.parse(text, (_, each) => (typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '') : each))
}
