import { z } from 'zod'
import { readYaml, written, wrong } from '../problem.ts'
import { SIGNALS } from './kinds.ts'
import { spellings } from './pattern.ts'

const MOST_SPELLINGS = 1000

const Phrase = z
  .string()
  .refine(
    (phrase) => spellings(phrase) <= MOST_SPELLINGS,
    wrong('problem.spellings', 'mend.spellings', { most: MOST_SPELLINGS }),
  )
  .regex(/^[^、；（）｜]*$/u, wrong('problem.wide_signs', 'mend.wide_signs'))
const List = z
  .union([z.string(), z.array(z.union([z.string(), z.number()]))], wrong('problem.phrases', 'mend.phrases'))
  .transform((list) => (Array.isArray(list) ? list.map(String) : list.split(/[,，\n]/u)))
  .transform((list) => list.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))
  .pipe(z.array(Phrase))
const Phrases = z
  .record(z.string(), List)
  .describe('phrases by language; the language is for readers, every phrase is looked for in every text')
const Name = z.record(z.string(), z.string().min(1)).describe('what people see, by locale')

export const Theme = z.strictObject({
  name: Name,
  words: Phrases.default({}).describe('speaks of the theme; good or bad is read from the words around'),
  positive: Phrases.default({}).describe('speaks of the theme and praises it'),
  negative: Phrases.default({}).describe('speaks of the theme and complains of it'),
  except: Phrases.default({}).describe('looks like the theme and is not'),
  yields: z
    .array(z.string())
    .default([])
    .describe('themes beside whose praise or blame, in one clause, this one does not count'),
})
export const SignalWords = z.strictObject({
  name: Name,
  words: Phrases.default({}).describe(
    'raises the signal, where what was learned from comments does not speak against it',
  ),
  certain: Phrases.default({}).describe('raises the signal whatever else is said'),
  except: Phrases.default({}).describe('looks like the signal and is not'),
})
export const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, wrong('problem.theme_id', 'mend.theme_id'))

export const Taxonomy = z.strictObject({
  themes: z.record(id, Theme).superRefine((themes, context) => {
    for (const [name, theme] of Object.entries(themes))
      for (const other of theme.yields)
        if (!themes[other])
          context.addIssue({
            code: 'custom',
            path: [name, 'yields'],
            message: wrong('problem.nowhere_named', 'mend.add_or_mend', { what: 'theme', name: other }),
          })
  }),
  signals: z.partialRecord(z.enum(SIGNALS), SignalWords).default({}),
})
/** What customers speak of: themes and signals with the phrases that tell them, in any number of languages. */
export type Taxonomy = z.infer<typeof Taxonomy>

/** A taxonomy file that cannot be used; `problems` name each place and what to do. */
export class TaxonomyError extends Error {
  readonly code = 'taxonomy'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`the taxonomy cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** The shipped file's text → the taxonomy. @throws TaxonomyError */
export function parseTaxonomy(yamlText: string): Taxonomy {
  const read = readYaml('taxonomy.yaml', yamlText, () => Taxonomy, 'en')
  if ('value' in read) return read.value
  throw new TaxonomyError(read.problems.map((problem) => written('en', problem)))
}
