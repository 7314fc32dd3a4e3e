import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Locale } from '../locale.ts'
import type { Problem } from '../problem.ts'
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
  for (const file of files) {
    const checked = checkFlow(relative(cwd, file), readFileSync(file, 'utf8'), locale)
    if ('flow' in checked) flows.push(checked.flow)
    else problems.push(...checked.problems)
  }
  return { flows, problems }
}
