import { terminalLocale } from '../environment.ts'
import { say, type Values, type WordId } from '../words/say.ts'

/** The language of the terminal. */
export const locale = terminalLocale()

/** What the command line says, in that language. */
export const says = (id: WordId, values?: Values): string => say(locale, id, values)
