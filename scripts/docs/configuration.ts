import { Document, visit } from 'yaml'
import type { JsonSchema } from './json-schema.ts'

interface Row {
  key: string
  type: string
  preset: string
  meaning: string
}

/** docs/configuration.md: every key of the owner's file and every variable of the environment. */
export function configurationPage(file: JsonSchema, environment: JsonSchema): string {
  const sections = Object.entries(file.properties ?? {}).map(([key, schema]) => section(key, schema))
  const variables = Object.entries(environment.properties ?? {}).map(([name, schema]) => row(name, schema))
  return `<!-- Made by npm run docs from the schemas in src/config.ts. Change it there. -->

# Configuration

Afterword reads two things: the environment, for what differs from machine to machine, and \`afterword.yaml\`, for what
belongs to the programme. Nothing has to be set. Both are read once, at the start. If something is wrong, the program
names every problem with its line and does not start (exit code 2). An empty variable counts as not set.

A duration is a number and a unit: \`90s\`, \`30m\`, \`4h\`, \`3d\`. An id has 1–60 letters, digits, dots, dashes or underscores.

For completion in an editor, begin the file with a line that leads to [the schema](afterword.schema.json):

\`\`\`yaml
# yaml-language-server: $schema=docs/afterword.schema.json
\`\`\`

## Environment

${table('Variable', variables)}

## afterword.yaml

${sections.join('\n\n')}
`
}

function section(key: string, schema: JsonSchema): string {
  const parts = [`### ${key}`, ...(schema.description === undefined ? [] : [schema.description])]
  const rows = leaves(key, schema).filter((each) => each.key !== key)
  if (rows.length > 0) parts.push(table('Key', rows))
  if (Array.isArray(schema.default) && schema.default.length > 0)
    parts.push(`The default:\n\n\`\`\`yaml\n${written(key, schema.default)}\n\`\`\``)
  return parts.join('\n\n')
}

/** A list as people write it in YAML: an entry a line or two, short mappings within braces. */
function written(key: string, list: unknown[]): string {
  const document = new Document({ [key]: list })
  visit(document, {
    Map(_, node, path) {
      node.flow = path.filter((each) => 'items' in each).length > 2
    },
  })
  return document.toString({ lineWidth: 110 }).trimEnd()
}

/** Every key below one that has no keys of its own, by its whole path. */
function leaves(path: string, schema: JsonSchema): Row[] {
  const item = schema.items
  if (item?.properties) return leaves(`${path}[]`, item)
  const { additionalProperties: named } = schema
  if (typeof named === 'object' && named.properties) return leaves(`${path}.<id>`, named)
  const own = Object.entries(schema.properties ?? {})
  // Keys that all mean the same (the days of a week, the bounds of a rating) are told by the one above them.
  if (own.length === 0 || (schema.description !== undefined && own.every(([, each]) => each.description === undefined)))
    return [row(path, schema)]
  return own.flatMap(([key, each]) => leaves(`${path}.${key}`, { ...each, ...needed(schema, key) }))
}

/** A key that must be there where the one above it is says so in the place of its default. */
const needed = ({ required }: JsonSchema, key: string) =>
  required?.includes(key) === true ? { default: REQUIRED } : {}

const REQUIRED = Symbol('required')

const row = (key: string, schema: JsonSchema): Row => ({
  key,
  type: typeOf(schema),
  preset: presetOf(schema.default),
  meaning: schema.description ?? '',
})

function presetOf(value: unknown): string {
  if (value === REQUIRED) return 'required'
  if (value === undefined || value === '' || JSON.stringify(value) === '{}' || JSON.stringify(value) === '[]') return ''
  if (Array.isArray(value)) return `\`[${value.join(', ')}]\``
  return typeof value === 'object' ? '' : `\`${String(value)}\``
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf) {
    const [one] = schema.anyOf
    return one ? `${typeOf(one)}; or a list` : ''
  }
  if (schema.enum) return schema.enum.map((each) => `\`${each}\``).join(', ')
  switch (schema.type) {
    case 'array':
      return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
    case 'integer':
    case 'number':
      return `number${limits(schema)}`
    case 'boolean':
      return 'true or false'
    case 'object':
      return schema.properties ? keysOf(schema.properties) : 'text by name'
    case 'string':
      if (schema.format === 'uri') return 'address'
      return schema.format === 'date' ? 'date' : 'text'
    default:
      return ''
  }
}

const keysOf = (properties: Record<string, JsonSchema>): string =>
  Object.keys(properties)
    .map((key) => `\`${key}\``)
    .join(', ')

function limits({ minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const from = minimum ?? exclusiveMinimum
  if (from === undefined) return ''
  return maximum === undefined ? ` from ${from}` : `, ${from}–${maximum}`
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (head: string, rows: Row[]): string =>
  [
    `| ${head} | Value | Default | Meaning |`,
    '|---|---|---|---|',
    ...rows.map(
      ({ key, type, preset, meaning }) => `| \`${key}\` | ${cell(type)} | ${cell(preset)} | ${cell(meaning)} |`,
    ),
  ].join('\n')
