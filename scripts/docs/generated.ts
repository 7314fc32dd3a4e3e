import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configJsonSchema } from '../../src/config.ts'
import { environmentJsonSchema } from '../../src/environment.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { flowJsonSchema } from '../../src/flow/schema.ts'
import { root } from '../../src/root.ts'
import { configurationPage } from './configuration.ts'
import { graphOf } from './graph.ts'
import { parseSchema, tidy } from './json-schema.ts'

const BEGIN = '<!-- From here to the next such line made by npm run docs -->'
const END = '<!-- Made by npm run docs up to here -->'

/** Every file that is made from the code, as it should be now: path from the root, and content. */
export function generated(): { path: string; content: string }[] {
  const file = tidy(configJsonSchema())
  const environment = tidy(environmentJsonSchema())
  return [
    { path: 'docs/configuration.md', content: configurationPage(parseSchema(file), parseSchema(environment)) },
    { path: 'docs/afterword.schema.json', content: formatted(file) },
    { path: 'flows/flow.schema.json', content: formatted(tidy(flowJsonSchema())) },
    { path: 'docs/flows.md', content: withGraphs(readFileSync(join(root, 'docs/flows.md'), 'utf8')) },
  ]
}

/** The page with the graphs of the shipped flows between its two marks; the rest stays as it is written. */
function withGraphs(page: string): string {
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const [before = ''] = page.split(BEGIN)
  const after = page.split(END)[1] ?? ''
  return `${before}${BEGIN}\n\n${flows.map(graphOf).join('\n')}\n${END}${after}`
}

/** JSON as the linter wants it, so that one check does not undo the other. */
function formatted(value: unknown): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'format', '--stdin-file-path=docs/afterword.schema.json'],
    { cwd: root, encoding: 'utf8', input: JSON.stringify(value, null, 2) },
  )
  if (status !== 0) throw new Error(`biome: ${stderr}`)
  return stdout
}
