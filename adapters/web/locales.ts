import { wantedLocales } from '../../src/locale.ts'

/** A BCP 47 tag in canonical form, or null when it is not one. */
export function canonicalLocale(tag: string): string | null {
  if (tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null // not a language tag: that is the answer
  }
}

/** A customer's language as the browser tells it, in canonical form; null when it tells none. */
export const profileLocale = (request: Request): string | null =>
  wantedLocales(request)
    .map(canonicalLocale)
    .find((tag) => tag !== null) ?? null
