import { closest, LOCALES, type Locale } from '../locale.ts'
import type { Setting } from './work.ts'

/** The language in which the bot itself speaks to somebody: theirs, else the first of the programme. */
export const localeFor = ({ config }: Pick<Setting, 'config'>, tag: string | null | undefined): Locale =>
  closest(tag, LOCALES) ?? config.programme.locales[0] ?? 'en'
