/** Milliseconds from `earlier` to `later` (ISO 8601); endless when there is no earlier one. */
export function since(earlier: string | undefined, later: string): number {
  return earlier === undefined ? Number.POSITIVE_INFINITY : Date.parse(later) - Date.parse(earlier)
}

/** An instant in the reader's zone: the time today, the day and the time before. */
export function moment(at: string, locale: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const today = date.toDateString() === new Date().toDateString()
  const time = { hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, today ? time : { month: 'short', day: 'numeric', ...time }).format(date)
}
