/** The languages the product itself speaks. Flows may carry more; what the bot says about itself does not. */
export const LOCALES = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Locale = (typeof LOCALES)[number]

/** BCP 47 tag → the closest of `offered`, or null. zh-TW, zh-HK and zh-MO are written in Traditional: `Intl.Locale` knows. */
export function closest<L extends string>(tag: string | null | undefined, offered: readonly L[]): L | null {
  if (!tag) return null
  let wanted: Intl.Locale
  try {
    wanted = new Intl.Locale(tag.replaceAll('_', '-')).maximize()
  } catch {
    return null // not a language tag; the caller goes on to its next source
  }
  const same = (a: Intl.Locale, b: Intl.Locale) => a.language === b.language && a.script === b.script
  return offered.find((o) => same(new Intl.Locale(o).maximize(), wanted)) ?? null
}
