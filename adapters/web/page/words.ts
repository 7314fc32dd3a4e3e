import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { closest, LOCALES, type Locale, spoken } from '../../../src/locale.ts'
import { en, type Words } from './words/en.ts'
import { zhHans } from './words/zh-Hans.ts'
import { zhHant } from './words/zh-Hant.ts'

export const words: Record<Locale, Words> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What each language calls itself. */
export const NATIVE: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' }

/** How a customer says in the chat that they want another language; the bot understands it. */
export const ASK_FOR: Record<Locale, string> = { en: 'English please', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' }

/** The language kept in this browser, else the first of the reader's that the page speaks, else English. */
export function preferred(kept: string | null): Locale {
  const wished = [kept, ...navigator.languages].map((tag) => closest(tag, LOCALES))
  return wished.find((locale) => locale !== null) ?? 'en'
}

export interface Tongue {
  locale: Locale
  say: Words
}

const Speech = createContext<Tongue>({ locale: 'en', say: en })
export const Speaking = Speech.Provider

/** What is written in `locale`, and the words beside it that are the page's: a form has one language throughout. */
export function tongueOf(tag: string): Tongue {
  const locale = spoken(tag)
  return { locale, say: words[locale] }
}

/** The page's language and words, in a component. */
export const useWords = (): Tongue => useContext(Speech)
