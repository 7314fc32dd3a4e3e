import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../locale.ts'
import { en } from './en/index.ts'
import { zhHans } from './zh-Hans/index.ts'
import { zhHant } from './zh-Hant/index.ts'

/** Ids are the same in every locale; `test/words` holds that, and that the arguments are too. */
export type WordId = keyof typeof en
export type Values = Record<string, string | number | Date>

/** Is told what happens, to say it in whatever language is read there. */
export type Tell = (id: WordId, values?: Values) => void

export const catalogue: Record<Locale, Record<WordId, string>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

const compiled = new Map<string, IntlMessageFormat>()

/** What the bot says to staff and about itself: ICU message `id` in `locale`, filled with `values`. */
export function say(locale: Locale, id: WordId, values: Values = {}): string {
  const key = `${locale}/${id}`
  let message = compiled.get(key)
  if (!message) {
    message = new IntlMessageFormat(catalogue[locale][id], locale, undefined, { ignoreTag: true })
    compiled.set(key, message)
  }
  return String(message.format(values))
}
