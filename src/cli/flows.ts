import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { loadConfig } from '../config.ts'
import { flowFiles, loadFlows } from '../flow/load.ts'
import { flowJsonSchema } from '../flow/schema.ts'
import { saidOf, written } from '../problem.ts'
import { root } from '../root.ts'
import { locale, says } from './says.ts'
import { UsageError } from './usage.ts'

export function check(named: string[]): void {
  const missing = named.filter((file) => !existsSync(file))
  if (missing.length > 0)
    throw new UsageError(
      missing.map((file) => saidOf(locale, file, { is: 'problem.no_file', mend: 'mend.path' })).join('\n'),
    )
  const files = named.length > 0 ? named : flowFiles(join(root, 'flows'))
  const { flows, problems } = loadFlows(files, process.cwd(), locale, loadConfig().taxonomy)
  for (const problem of problems) console.error(written(locale, problem))
  for (const { id, version, stage, questions, locales } of flows) {
    const values = { id, version, stage, count: Object.keys(questions).length, locales: locales.join(', ') }
    console.log(says('problem.flow_good', values))
  }
  if (problems.length > 0) {
    const bad = new Set(problems.map(({ file }) => relative(process.cwd(), file))).size
    const values = { count: problems.length, bad, files: named.length || flows.length + bad }
    console.error(says('problem.count', values))
    process.exitCode = 1
  }
}

export const schema = (): void => console.log(JSON.stringify(flowJsonSchema(), null, 2))
