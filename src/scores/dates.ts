import { DateTime } from 'luxon'
import type { Locale } from '../locale.ts'
import { lastOf, type Time } from './slots.ts'

interface Days {
  from: string
  to: string
}

/** How the languages write a day and a month, alone and as the ends of a stretch. */
interface DateStyle {
  readonly day: string
  readonly month: string
  readonly dash: string
  /** First ends that share year and month, or the year, with the last; and last ends after such. */
  readonly sameMonth: readonly [from: string, to: string]
  readonly sameYear: readonly [from: string, to: string]
  readonly monthsOfYear: readonly [from: string, to: string]
  readonly slot: string
  /** Below an axis, where there is little room. */
  readonly tick: string
}

const CHINESE: DateStyle = {
  day: 'yyyy年M月d日',
  month: 'yyyy年M月',
  dash: '至',
  sameMonth: ['yyyy年M月d日', 'd日'],
  sameYear: ['yyyy年M月d日', 'M月d日'],
  monthsOfYear: ['yyyy年M月', 'M月'],
  slot: 'M月d日 ccc',
  tick: 'M/d',
}

const STYLES: Readonly<Record<Locale, DateStyle>> = {
  en: {
    day: 'd MMM yyyy',
    month: 'MMMM yyyy',
    dash: '–',
    sameMonth: ['d', 'd MMM yyyy'],
    sameYear: ['d MMM ', ' d MMM yyyy'],
    monthsOfYear: ['MMM', 'MMM yyyy'],
    slot: 'ccc d MMM',
    tick: 'd MMM',
  },
  'zh-Hans': CHINESE,
  'zh-Hant': CHINESE,
}

/** Midnight of a day yyyy-mm-dd. Luxon's own reading of it costs four times as much, and a trend has a hundred. */
const at = (day: string, locale: Locale) =>
  DateTime.utc(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)), { locale })

/** Days yyyy-mm-dd, both inclusive → "15–21 Nov 2026", 2026年11月15日至21日, "October 2026"; questions may be asked in the same words. */
export function periodText(locale: Locale, period: Days): string {
  const style = STYLES[locale]
  const from = at(period.from, locale)
  const to = at(period.to, locale)
  const write = ([first, last]: readonly [string, string]) => from.toFormat(first) + style.dash + to.toFormat(last)
  const sameYear = from.year === to.year
  const sameMonth = sameYear && from.month === to.month
  const spaced = style.dash === '–' ? ' – ' : style.dash
  if (from.day === 1 && to.day === to.daysInMonth) {
    if (sameMonth) return from.toFormat(style.month)
    if (sameYear) return write(style.monthsOfYear)
    return from.toFormat(style.month) + spaced + to.toFormat(style.month)
  }
  if (period.from === period.to) return from.toFormat(style.day)
  if (sameMonth) return write(style.sameMonth)
  if (sameYear) return write(style.sameYear)
  return from.toFormat(style.day) + spaced + to.toFormat(style.day)
}

/** A slot of time by its first day, as far as it lies in the period → "Fri 20 Nov", "16–22 Nov 2026", "November 2026". */
export function slotText(locale: Locale, first: string, unit: Time, period: Days): string {
  if (unit === 'day') return at(first, locale).toFormat(STYLES[locale].slot)
  const last = lastOf(first, unit)
  return periodText(locale, {
    from: first < period.from ? period.from : first,
    to: last > period.to ? period.to : last,
  })
}

/** A slot of time in a few characters: "16 Nov", 11/16, "Nov 2026", 2026年11月. */
export function tickText(locale: Locale, first: string, unit: Time): string {
  return at(first, locale).toFormat(unit === 'month' ? TICK_MONTH[locale] : STYLES[locale].tick)
}

const TICK_MONTH: Readonly<Record<Locale, string>> = { en: 'MMM yyyy', 'zh-Hans': 'yyyy年M月', 'zh-Hant': 'yyyy年M月' }
