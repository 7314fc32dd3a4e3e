import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { SIGNALS } from './kinds.ts'
import { spellings } from './pattern.ts'

const MOST_SPELLINGS = 1000

const Phrase = z
  .string()
  .refine((phrase) => spellings(phrase) <= MOST_SPELLINGS, `has over ${MOST_SPELLINGS} spellings: use fewer choices`)
const List = z
  .union([z.string(), z.array(z.union([z.string(), z.number()]))], 'give phrases parted by commas, or a list of them')
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
export const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'use small letters, digits and "_", e.g. "response_speed"')

export const Taxonomy = z.strictObject({
  themes: z.record(id, Theme).superRefine((themes, context) => {
    for (const [name, theme] of Object.entries(themes))
      for (const other of theme.yields)
        if (!themes[other])
          context.addIssue({ code: 'custom', path: [name, 'yields'], message: `there is no theme "${other}"` })
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

/** YAML → taxonomy; throws a `TaxonomyError` that lists every problem with its path. */
export function parseTaxonomy(yamlText: string): Taxonomy {
  let content: unknown
  try {
    content = parse(yamlText)
  } catch (error) {
    if (error instanceof YAMLParseError) throw new TaxonomyError([`not YAML: ${error.message}`])
    throw error
  }
  const read = Taxonomy.safeParse(content)
  if (read.success) return read.data
  const problems = read.error.issues.map(problemOf)
  throw new TaxonomyError(problems.map(({ path, message }) => `${path.join('.') || '(top)'}: ${message}`))
}

/** What is wrong, and where in the file's tree. */
export function problemOf(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  const message = issue.code === 'invalid_key' ? issue.issues.map((each) => each.message).join('; ') : issue.message
  return { path: issue.path, message }
}
