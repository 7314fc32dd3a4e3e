import { ACCOUNTS } from './accounts.ts'
import { BIRTHDAYS } from './birthdays.ts'
import type { Finder } from './finder.ts'
import { HAN_NAMES } from './han-names.ts'
import { HAN_OTHERS } from './han-others.ts'
import { LATIN_NAMES } from './latin-names.ts'
import { LATIN_OTHERS } from './latin-others.ts'
import { MAIL } from './mail.ts'
import { bitOf } from './needs.ts'
import { PAPERS } from './papers.ts'
import { PHONES } from './phones.ts'
import { PLACES } from './places.ts'
import { PLATES } from './plates.ts'

/** All that is looked for, by what a text needs to have; what stands earlier wins where two overlap. */
export const FINDERS: readonly { bit: number; finders: readonly Finder[] }[] = grouped([
  ...MAIL,
  ...PAPERS,
  ...PHONES,
  ...ACCOUNTS,
  ...BIRTHDAYS,
  ...PLATES,
  ...PLACES,
  ...HAN_NAMES,
  ...HAN_OTHERS,
  ...LATIN_OTHERS,
  ...LATIN_NAMES,
])

/** Neighbours that need the same thing, together. */
function grouped(finders: readonly Finder[]): { bit: number; finders: Finder[] }[] {
  const groups: { bit: number; finders: Finder[] }[] = []
  for (const finder of finders) {
    const bit = bitOf(finder.needs)
    const last = groups.at(-1)
    if (last?.bit === bit) last.finders.push(finder)
    else groups.push({ bit, finders: [finder] })
  }
  return groups
}
