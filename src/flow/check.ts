import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { graphFindings } from './graphcheck.ts'
import { type Finding, type Path, type Problem, place } from './problem.ts'
import { type Flow, flowSchema } from './schema.ts'
import { wordFindings } from './wordcheck.ts'

export { type Problem, written } from './problem.ts'

/**
 * A flow file → the flow, or every problem in it with its place and its remedy. Total for any text.
 * Two levels: the shape first; when that is right, the whole graph, the wordings and the limits of the platforms.
 */
export function checkFlow(file: string, yamlText: string): { flow: Flow } | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0])
        return {
          file,
          line,
          column: col,
          path: '',
          message: `not readable as YAML: ${message}`,
          remedy: 'Mend the line',
        }
      }),
    }
  const problems = (findings: Finding[]) => ({ problems: findings.map((each) => place(file, document, lines, each)) })
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    return problems([
      {
        path: [],
        message: `aliases cannot be resolved: ${String(error)}`,
        remedy: 'Write the text out instead of using aliases',
      },
    ])
  }
  const parsed = flowSchema.safeParse(content)
  if (!parsed.success) return problems(parsed.error.issues.flatMap(shapeFindings))
  const findings = [...graphFindings(parsed.data), ...wordFindings(parsed.data)]
  return findings.length > 0 ? problems(findings) : { flow: parsed.data }
}

function shapeFindings(issue: z.core.$ZodIssue): Finding[] {
  const path: Path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `unknown entry "${key}"`,
        remedy: 'Remove it, or mend its spelling',
      }))
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? [
            {
              path,
              message: `${String(path.at(-1) ?? 'the flow')} is missing`,
              remedy: `Add it, as ${article(issue.expected)}`,
            },
          ]
        : [{ path, message: issue.message, remedy: `Give ${article(issue.expected)}` }]
    case 'invalid_union':
      return [unionFinding(path, issue)]
    case 'invalid_value':
      return [
        {
          path,
          message: `${String(path.at(-1))} has a value that is not offered`,
          remedy: `Use one of ${issue.values.join(', ')}`,
        },
      ]
    case 'invalid_format':
      return [{ path, message: issue.message, remedy: remedyOf(issue.message) }]
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({
        path,
        message: `"${String(path.at(-1))}" is ${message}`,
        remedy: remedyOf(message),
      }))
    case 'too_small':
      return [{ path, message: issue.message, remedy: `Give at least ${issue.minimum}${unit(issue.origin)}` }]
    case 'too_big':
      return [{ path, message: issue.message, remedy: `Give at most ${issue.maximum}${unit(issue.origin)}` }]
    default:
      return [{ path, message: issue.message, remedy: 'Write it as the flows that come with the product do' }]
  }
}

function unionFinding(path: Path, issue: z.core.$ZodIssueInvalidUnion): Finding {
  if (issue.discriminator === 'kind')
    return {
      path: [...path],
      message: 'kind is missing or not one of the kinds of question',
      remedy: 'Use one of scale, choice, multi, yesno, consent, text, statement',
    }
  const wanted = issue.errors.flat().map(({ message }) => message)
  return {
    path,
    message: `none of the forms allowed here: ${[...new Set(wanted)].join('; ')}`,
    remedy: 'Write it in one of these forms',
  }
}

const unit = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '')

const remedyOf = (message: string): string =>
  message.includes('length of time') ? 'Write a number and a unit: 90s, 10m, 24h, 3d' : 'Use only the characters named'

const article = (expected: string): string =>
  expected === 'string'
    ? 'a text'
    : expected === 'record' || expected === 'object'
      ? 'a mapping'
      : `a value of type ${expected}`
