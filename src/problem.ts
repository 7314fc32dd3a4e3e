/** What is wrong with what an owner wrote: found by its place in the file, and told in the reader's language with its line and its remedy. */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLParseError,
} from 'yaml'
import { z } from 'zod'
import type { Locale } from './locale.ts'
import { say, type Values, type WordId } from './words/say.ts'

/** What is wrong, in words that follow its place, and how it is mended. */
export interface Wrong {
  is: WordId
  mend: WordId
  values?: Values
}

/** Where in the tree of a file. */
export type Path = PropertyKey[]

/** Something wrong at a place in the tree. */
export interface Finding extends Wrong {
  path: Path
}

/** The same as it is told; `line` and `column` count from 1, `path` reads like `questions.score.next.0.goto`. */
export interface Problem {
  file: string
  line: number
  column: number
  path: string
  message: string
  remedy: string
}

/** What a schema has for a message: whoever reads its issues puts it into words. */
export const wrong = (is: WordId, mend: WordId, values: Values = {}): string => JSON.stringify({ is, mend, values })

const Coded = z.object({
  is: z.custom<WordId>(),
  mend: z.custom<WordId>(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

const isCoded = (message: string): boolean => message.startsWith('{"is":')

const wrongIn = (message: string): Wrong =>
  isCoded(message) ? Coded.parse(JSON.parse(message)) : { is: 'problem.other', mend: 'mend.other', values: { message } }

/** What a schema says of a value, in words that follow its name. */
export function told(locale: Locale, message: string): string {
  const { is, values } = wrongIn(message)
  return say(locale, is, values)
}

/** A file that holds what its schema asks, and what gives further findings their places. */
interface Read<T> {
  value: T
  placed(findings: readonly Finding[]): Problem[]
}

/**
 * Reads a YAML file as the schema that is chosen by its content. Total for any text: a file that is none, or not of that shape, gives every
 * problem in it.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schemaFor: (content: unknown) => z.ZodType<T>,
  locale: Locale,
): Read<T> | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, { path, ...what }: Finding): Problem => {
    const { line, col } = lines.linePos(offset)
    const [message, remedy] = [say(locale, what.is, what.values), say(locale, what.mend, what.values)]
    return { file, line, column: col, path: path.join('.'), message, remedy }
  }
  const broken = text.indexOf(UNREADABLE)
  if (broken >= 0) return { problems: [at(broken, { path: [], is: 'problem.not_utf8', mend: 'mend.utf8' })] }
  if (document.errors.length > 0)
    return {
      problems: slips(document.errors).map(({ pos: [from], message }) =>
        at(from, { path: [], is: 'problem.yaml', mend: mendOf(lineAt(text, from)), values: { message } }),
      ),
    }
  const placed = (findings: readonly Finding[]) => findings.map((each) => at(offsetOf(document, each.path), each))
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 20 }) ?? {}
  } catch (error) {
    const values = { message: String(error) }
    return { problems: placed([{ path: [], is: 'problem.aliases', mend: 'mend.aliases', values }]) }
  }
  const read = schemaFor(content).safeParse(content)
  return read.success
    ? { value: read.data, placed }
    : { problems: placed(read.error.issues.flatMap((issue) => shapeFindings(issue, locale))) }
}

/** A value that came as JSON, by its schema; or every problem with its path and, in its message, its remedy. */
export function readValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
  locale: Locale,
): { value: T } | { problems: Pick<Problem, 'path' | 'message'>[] } {
  const read = schema.safeParse(value)
  if (read.success) return { value: read.data }
  const found = read.error.issues.flatMap((issue) => shapeFindings(issue, locale))
  return { problems: found.map(({ path, ...what }) => ({ path: path.join('.'), message: sentences(locale, what) })) }
}

/** What stands in a text read as UTF-8 for bytes that are none. */
const UNREADABLE = '\ufffd'

/** One slip makes many errors behind it: the first tells of it. Keys that stand twice are each a slip of their own. */
const slips = (errors: readonly YAMLParseError[]): YAMLParseError[] =>
  errors.filter(({ code }, n) => n === 0 || code === 'DUPLICATE_KEY')

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? ''

/** What people slip on, by the line on which the reader stumbled. */
function mendOf(line: string): WordId {
  if (line.includes('\t')) return 'mend.tab'
  return line.includes('：') ? 'mend.wide_colon' : 'mend.line'
}

const sentences = (locale: Locale, { is, mend, values }: Wrong): string =>
  say(locale, 'problem.said', { problem: say(locale, is, values), mend: say(locale, mend, values) })

/** `file:line:column path: message. remedy.` */
export const written = (locale: Locale, { file, line: row, column, path, message, remedy }: Problem): string =>
  `${file}:${row}:${column}${path === '' ? '' : ` ${path}`}: ${say(locale, 'problem.said', { problem: message, mend: remedy })}`

/** The same of what has no line: `where: message. remedy.` */
export const saidOf = (locale: Locale, where: string, wrong: Wrong): string => `${where}: ${sentences(locale, wrong)}`

function shapeFindings(issue: z.core.$ZodIssue, locale: Locale): Finding[] {
  const { path } = issue
  const name = String(path.findLast((step) => typeof step === 'string') ?? '') // an entry of a list has the list's
  if (isCoded(issue.message)) return [{ path, ...wrongIn(issue.message) }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        is: 'problem.unknown_entry',
        mend: 'mend.spelling',
        values: { name: key },
      }))
    case 'invalid_type': {
      const values = { name, expected: issue.expected }
      return issue.message.endsWith('received undefined')
        ? [{ path, is: 'problem.missing', mend: 'mend.add', values }]
        : [{ path, is: 'problem.type', mend: 'mend.type', values }]
    }
    case 'invalid_union':
      return unionFindings(issue, locale)
    case 'invalid_value':
      return [{ path, is: 'problem.value', mend: 'mend.one_of', values: { name, values: issue.values.join(', ') } }]
    case 'invalid_key':
      return issue.issues.map(({ message }) => {
        const values = { ...wrongIn(message).values, name, problem: told(locale, message) }
        return { path, is: 'problem.name', mend: wrongIn(message).mend, values }
      })
    case 'too_small':
      return [limitFinding(issue, 'problem.too_small', 'mend.at_least', issue.minimum)]
    case 'too_big':
      return [limitFinding(issue, 'problem.too_big', 'mend.at_most', issue.maximum)]
    default:
      return [{ path, ...wrongIn(issue.message) }]
  }
}

const limitFinding = (
  { path, origin }: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  is: WordId,
  mend: WordId,
  count: number | bigint,
): Finding => ({ path, is, mend, values: { count: Number(count), of: origin } })

function unionFindings(issue: z.core.$ZodIssueInvalidUnion, locale: Locale): Finding[] {
  const { path, errors } = issue
  if ('options' in issue) {
    const values = { values: issue.options?.join(', ') ?? '' }
    return [{ path, is: 'problem.kind', mend: 'mend.one_of', values }]
  }
  const forms = errors.map((issues) => issues.map((each) => ({ ...each, path: [...path, ...each.path] })))
  const meant = formMeant(forms, path)
  const wanted = (meant ?? forms.flat()).flatMap((each) => shapeFindings(each, locale))
  if (meant) return wanted
  const said = wanted.map(({ is, values }) => say(locale, is, values))
  return [{ path, is: 'problem.forms', mend: 'mend.forms', values: { forms: [...new Set(said)].join('; ') } }]
}

/** What is wrong in the one form that was meant: within a list or a mapping, or else in a value of the type that the form has. */
function formMeant(forms: readonly z.core.$ZodIssue[][], { length }: Path): z.core.$ZodIssue[] | undefined {
  const within = forms.filter((issues) => issues.every(({ path }) => path.length > length))
  const typed = forms.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === length),
  )
  const [only, ...others] = within.length > 0 ? within : typed
  return others.length === 0 ? only : undefined
}

/** Where the entry at `path` begins, its key if it has one; where there is none, the nearest entry above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0
  let node: unknown = document.contents
  for (const step of path) {
    if (!isCollection(node)) return offset
    const item: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : node.items[Number(step)]
    if (item === undefined) return offset
    const named = isPair(item) ? item.key : item
    offset = startOf(named) ?? offset
    node = isPair(item) ? item.value : item
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (isScalar(node) || isCollection(node)) && node.range ? node.range[0] : undefined
}
