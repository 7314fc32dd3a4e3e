import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Locale } from '../locale.ts'
import type { Finding, Problem } from '../problem.ts'
import { checkFlow } from './check.ts'
import type { Flow } from './schema.ts'

/** Flow files of a folder, in name order. */
export const flowFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'taxonomy.yaml')
    .sort()
    .map((name) => join(folder, name))

/** Reads and checks flow files; every problem of every file at once. */
export function loadFlows(files: string[], cwd: string, locale: Locale): { flows: Flow[]; problems: Problem[] } {
  const flows: Flow[] = []
  const problems: Problem[] = []
  const held = new Map<string, string>()
  for (const file of files) {
    const name = relative(cwd, file)
    const checked = checkFlow(name, readFileSync(file, 'utf8'), locale)
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
