import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Locale } from '../locale.ts'
import { type Finding, type Problem, saidOf, type Wrong, written } from '../problem.ts'
import type { Taxonomy } from '../text/taxonomy.ts'
import { catalogue } from './catalogue.ts'
import { checkFlow } from './check.ts'
import type { Flow } from './schema.ts'

/** Flow files of a folder, in name order. */
export const flowFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'taxonomy.yaml')
    .sort()
    .map((name) => join(folder, name))

/** Reads and checks flow files; every problem of every file at once. */
export function loadFlows(
  files: string[],
  cwd: string,
  locale: Locale,
  taxonomy?: Taxonomy,
): { flows: Flow[]; problems: Problem[] } {
  const flows: Flow[] = []
  const problems: Problem[] = []
  const held = new Map<string, string>()
  for (const file of files) {
    const name = relative(cwd, file)
    const checked = checkFlow(name, readFileSync(file, 'utf8'), locale, taxonomy)
    if ('problems' in checked) {
      problems.push(...checked.problems)
      continue
    }
    const { id, version } = checked.flow
    const other = held.get(`${id}@${version}`)
    if (other === undefined) {
      held.set(`${id}@${version}`, name)
      flows.push(checked.flow)
    } else problems.push(...checked.placed([twice({ id, version, other })]))
  }
  return { flows, problems }
}

const twice = (values: { id: string; version: number; other: string }): Finding => ({
  path: ['id'],
  is: 'problem.flow_twice',
  mend: 'mend.flow_twice',
  values,
})

/** What the owner's file, by its name, says of flows. */
interface Owner {
  file: string
  programme: { locales: readonly string[] }
  teams: Record<string, { flow: string }>
  taxonomy?: Taxonomy
}

/**
 * The flows of a deployment's files, and as lines every problem of them; with none, every team's is among those that customers are asked
 * with. `warnings` keep nobody from starting.
 */
export function flowsOf(
  { file, programme, teams, taxonomy }: Owner,
  files: string[],
  cwd: string,
  locale: Locale,
): { flows: Flow[]; problems: string[]; warnings: string[] } {
  const { flows, problems } = loadFlows(files, cwd, locale, taxonomy)
  if (problems.length > 0) return { flows, problems: problems.map((problem) => written(locale, problem)), warnings: [] }
  const live = catalogue(flows).live
  const said = (team: string, wrong: Wrong) => saidOf(locale, `${file} teams.${team}.flow`, wrong)
  const found = Object.entries(teams).map(([team, { flow: name }]) => {
    const flow = live(name)
    if (!flow) return { problems: [said(team, nowhere(name))], warnings: [] }
    const lacking = programme.locales.filter((each) => !flow.locales.includes(each))
    return { problems: [], warnings: lacking.length > 0 ? [said(team, lacks(name, lacking))] : [] }
  })
  return {
    flows,
    problems: found.flatMap((each) => each.problems),
    warnings: found.flatMap((each) => each.warnings),
  }
}

const nowhere = (name: string): Wrong => ({
  is: 'problem.nowhere_named',
  mend: 'mend.add_or_mend',
  values: { what: 'flow', name },
})

const lacks = (flow: string, locales: string[]): Wrong => ({
  is: 'problem.flow_locales',
  mend: 'mend.flow_locales',
  values: { flow, locales: locales.join(', ') },
})
