import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import type { Found } from './found.ts'
import type { Automaton } from './pattern.ts'
import type { Starts } from './personal/starts.ts'
import { readShipped, TAXONOMY } from './shipped.ts'
import type { Taxonomy } from './taxonomy.ts'

/** What the build makes ready. */
export interface Built {
  /** Where personal data may begin. */
  starts: Starts
  words: Words
}

/** The shipped taxonomy and every phrase that is looked for. */
export interface Words {
  /** SHA-256 (hex) of the taxonomy's file. */
  source: string
  taxonomy: Taxonomy
  automaton: Automaton
  payloads: Found[]
}

/** Beside this module in `dist`; there is none beside the sources. */
export const FILE = new URL('compiled.bin', import.meta.url)

export const sourceHash = (): string => createHash('sha256').update(readShipped(TAXONOMY)).digest('hex')

const made: Built | undefined = existsSync(FILE) ? deserialize(readFileSync(FILE)) : undefined

// Where the taxonomy's file has changed since, its words are read and put together anew: that takes half a second instead of a fortieth.
const words = made?.words.source === sourceHash() ? made.words : undefined

export const builtWords = (): Words | undefined => words
export const builtStarts = (): Starts | undefined => made?.starts
