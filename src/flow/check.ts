import type { Locale } from '../locale.ts'
import { type Problem, readYaml } from '../problem.ts'
import { graphFindings } from './graphcheck.ts'
import { type Flow, flowSchema } from './schema.ts'
import { wordFindings } from './wordcheck.ts'

/**
 * A flow file → the flow, or every problem in it with its place and its remedy. Total for any text.
 * Two levels: the shape first; when that is right, the whole graph, the wordings and the limits of the platforms.
 */
export function checkFlow(file: string, yamlText: string, locale: Locale): { flow: Flow } | { problems: Problem[] } {
  const read = readYaml(file, yamlText, () => flowSchema, locale)
  if ('problems' in read) return read
  const problems = read.placed([...graphFindings(read.value), ...wordFindings(read.value)])
  return problems.length > 0 ? { problems } : { flow: read.value }
}
