import { closest, LOCALES, type Locale } from '../../../src/locale.ts'

/** Milliseconds from `earlier` to `later` (ISO 8601); endless when there is no earlier one. */
export function since(earlier: string | undefined, later: string): number {
  return earlier === undefined ? Number.POSITIVE_INFINITY : Date.parse(later) - Date.parse(earlier)
}

/** An instant in the reader's zone and as their country writes it: the time today, the day and the time before. */
export function moment(at: string, locale: Locale): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(asRead(locale), options).format(date)
  const time = written({ timeStyle: 'short' })
  if (date.toDateString() === new Date().toDateString()) return time
  return `${written({ month: 'short', day: 'numeric' })} ${time}`
}

/** The reader's own kind of `locale`: a Briton's English has 24 hours. */
const asRead = (locale: Locale): string => navigator.languages.find((tag) => closest(tag, LOCALES) === locale) ?? locale
