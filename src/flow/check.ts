import type { Locale } from '../locale.ts'
import { type Finding, type Problem, readYaml } from '../problem.ts'
import { shippedTaxonomy, type Taxonomy } from '../text/taxonomy.ts'
import { themeFindings } from './conditioncheck.ts'
import { graphFindings } from './graphcheck.ts'
import { type Flow, flowSchema } from './schema.ts'
import { wordFindings } from './wordcheck.ts'

/** A flow, and what gives further findings their places in its file. */
interface Checked {
  flow: Flow
  placed(findings: readonly Finding[]): Problem[]
}

/**
 * A flow file → the flow, or every problem in it with its place and its remedy. Total for any text.
 * Two levels: the shape first; when that is right, the whole graph, the themes, the wordings and the limits of the platforms.
 */
export function checkFlow(
  file: string,
  yamlText: string,
  locale: Locale,
  taxonomy: Taxonomy = shippedTaxonomy(),
): Checked | { problems: Problem[] } {
  const read = readYaml(file, yamlText, () => flowSchema, locale)
  if ('problems' in read) return read
  const problems = read.placed([
    ...graphFindings(read.value),
    ...themeFindings(read.value, taxonomy),
    ...wordFindings(read.value),
  ])
  return problems.length > 0 ? { problems } : { flow: read.value, placed: read.placed }
}
