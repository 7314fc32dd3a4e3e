import { CONTACTS, MAIL } from './contact.ts'
import type { Finder } from './finder.ts'
import { PEOPLE } from './names.ts'
import { PAPERS } from './papers.ts'
import { PLACES } from './places.ts'

/** All that is looked for; what stands earlier wins where two overlap. */
export const FINDERS: readonly Finder[] = [...MAIL, ...PAPERS, ...CONTACTS, ...PLACES, ...PEOPLE]
