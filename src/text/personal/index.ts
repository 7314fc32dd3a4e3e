import { ACCOUNTS } from './accounts.ts'
import { BIRTHDAYS } from './birthdays.ts'
import type { Finder } from './finder.ts'
import { HAN_NAMES } from './han-names.ts'
import { HAN_OTHERS } from './han-others.ts'
import { LATIN_NAMES } from './latin-names.ts'
import { MAIL } from './mail.ts'
import { PAPERS } from './papers.ts'
import { PHONES } from './phones.ts'
import { PLACES } from './places.ts'
import { PLATES } from './plates.ts'

/** All that is looked for; what stands earlier wins where two overlap. */
export const FINDERS: readonly Finder[] = [
  ...MAIL,
  ...PAPERS,
  ...PHONES,
  ...ACCOUNTS,
  ...BIRTHDAYS,
  ...PLATES,
  ...PLACES,
  ...HAN_NAMES,
  ...HAN_OTHERS,
  ...LATIN_NAMES,
]
