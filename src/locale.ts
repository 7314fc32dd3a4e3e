import { parseAccept } from 'hono/utils/accept'

/** The languages the product itself speaks. Flows may carry more; what the bot says about itself does not. */
export const LOCALES = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * BCP 47 tag → the closest of `offered`, or null. zh-TW, zh-HK and zh-MO are written in Traditional: `Intl.Locale` knows. Where that is not
 * offered, the same language in another script is read more easily than another language.
 */
export function closest<L extends string>(tag: string | null | undefined, offered: readonly L[]): L | null {
  const wanted = written(tag ?? '')
  const sameLanguage = (each: L) => written(each)?.slice(0, 3) === wanted?.slice(0, 3) // "zh-", "yue"
  return offered.find((each) => written(each) === wanted) ?? offered.find(sameLanguage) ?? null
}

/** The language in which the product speaks to whoever wants `tag`: English where it does not speak that. */
export const spoken = (tag: string | null | undefined): Locale => closest(tag, LOCALES) ?? 'en'

/** The tags that a request asks for, most wanted first; some may be no tags at all. */
export const wantedLocales = (request: Request): string[] =>
  parseAccept(request.headers.get('accept-language') ?? '').flatMap(({ type, q }) => (q > 0 ? [type] : []))

/** The language to answer a request in: the first wanted one that the product speaks, else English. */
export const readerLocale = (request: Request): Locale =>
  wantedLocales(request)
    .map((tag) => closest(tag, LOCALES))
    .find((locale) => locale !== null) ?? 'en'

/** Tags that have been looked up: `Intl.Locale` takes 10 µs, and a turn asks a dozen times. Tags come from outside, so not without end. */
const known = new Map<string, string | null>()
const KEPT = 1_000

/** The language and script of a tag, or null for what is none: the caller goes on to its next source. */
function written(tag: string): string | null {
  let read = known.get(tag)
  if (read !== undefined) return read
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize()
    read = `${language}-${script}`
  } catch {
    read = null
  }
  if (known.size >= KEPT) known.clear()
  known.set(tag, read)
  return read
}
