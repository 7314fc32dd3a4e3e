import { closest, LOCALES, type Locale } from '../../src/locale.ts'

/** A BCP 47 tag in canonical form, or null when it is not one. */
export function canonicalLocale(tag: string): string | null {
  if (tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null // not a language tag: that is the answer
  }
}

/** The tags of an Accept-Language header, most wanted first; some may be no tags at all. */
export function wantedLocales(header: string | null): string[] {
  const weighted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    return { tag, q: Number.isNaN(q) ? 0 : q }
  })
  return weighted
    .filter(({ tag, q }) => tag !== '' && tag !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag)
}

/** The language to answer a request in: the first wanted one that the product speaks, else English. */
export function readerLocale(request: Request): Locale {
  const wanted = wantedLocales(request.headers.get('accept-language'))
  return wanted.map((tag) => closest(tag, LOCALES)).find((locale) => locale !== null) ?? 'en'
}

/** A customer's language as the browser tells it, in canonical form; null when it tells none. */
export function profileLocale(request: Request): string | null {
  const wanted = wantedLocales(request.headers.get('accept-language'))
  return wanted.map(canonicalLocale).find((tag) => tag !== null) ?? null
}
