import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { written } from '../flow/check.ts'
import { flowFiles, loadFlows } from '../flow/load.ts'
import { flowJsonSchema } from '../flow/schema.ts'
import { root } from '../root.ts'
import { UsageError } from './usage.ts'

export function check(named: string[]): void {
  const missing = named.filter((file) => !existsSync(file))
  if (missing.length > 0) throw new UsageError(missing.map((file) => `${file}: there is no such file`).join('\n'))
  const files = named.length > 0 ? named : flowFiles(join(root, 'flows'))
  const { flows, problems } = loadFlows(files, process.cwd())
  for (const problem of problems) console.error(written(problem))
  for (const { id, version, stage, questions, locales } of flows) {
    console.log(
      `${id} version ${version} (${stage}): ${Object.keys(questions).length} questions in ${locales.join(', ')} — in order`,
    )
  }
  if (problems.length > 0) {
    const files = new Set(problems.map(({ file }) => relative(process.cwd(), file)))
    console.error(`${problems.length} problems in ${files.size} of ${named.length || flows.length + files.size} files`)
    process.exitCode = 1
  }
}

export const schema = (): void => console.log(JSON.stringify(flowJsonSchema(), null, 2))
