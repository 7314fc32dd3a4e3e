import type { Condition, Test } from '../../src/flow/condition.ts'
import { END, type Flow, type Question } from '../../src/flow/schema.ts'

/** A flow drawn as a Mermaid flowchart: every question with its kind, every way with its condition. */
export function graphOf(flow: Flow): string {
  const nodes = Object.entries(flow.questions).map(([id, question]) => `  ${node(id, question)}`)
  const ways = Object.entries(flow.questions).flatMap(([id, { next }]) =>
    next.map(({ when, goto }, index) => {
      const said = when ? told(when) : next.length > 1 && index > 0 ? 'else' : ''
      return `  ${name(id)} -->${said === '' ? '' : `|"${escaped(said)}"|`} ${goto === END ? 'ended' : name(goto)}`
    }),
  )
  const drawn = ['```mermaid', 'flowchart TD', `  began(("${flow.id}")) --> ${name(flow.start)}`, ...nodes, ...ways]
  const about = `“${flow.title?.en ?? flow.id}”, version ${flow.version}, ${flow.stage}, in ${flow.locales.join(', ')}.`
  return [`### ${flow.id}\n`, `${about}\n`, ...drawn, '  ended((end))', '```', ''].join('\n')
}

/** Mermaid gives `end` and the like a meaning of its own, so ids get a prefix. */
const name = (id: string): string => `q_${id.replaceAll('-', '_')}`

function node(id: string, question: Question): string {
  const text = escaped(`${id}<br/>${detail(question)}`)
  return question.kind === 'statement' ? `${name(id)}(["${text}"])` : `${name(id)}["${text}"]`
}

function detail(question: Question): string {
  const optional = question.kind !== 'statement' && question.optional ? ', optional' : ''
  return question.kind === 'scale' ? `scale ${question.scale}${optional}` : `${question.kind}${optional}`
}

/** A condition in few words: `score ≤ 2`, `contact is yes`, `signal contact`. */
function told(when: Condition): string {
  const parts = [
    ...Object.entries(when.answer ?? {}).map(([id, test]) => `${id} ${tested(test)}`),
    ...Object.entries(when.attribute ?? {}).map(([id, test]) => `${id} ${tested(test)}`),
    ...(['sentiment', 'signal', 'theme', 'team'] as const).flatMap((key) =>
      when[key] === undefined ? [] : [`${key} ${[when[key]].flat().join(' or ').replace('*', 'any')}`],
    ),
    ...(when.all ?? []).map(told),
    ...(when.any ? [grouped(when.any.map(within).join(' or '), Object.keys(when).length > 1)] : []),
    ...(when.not ? [`not (${told(when.not)})`] : []),
  ]
  return parts.join(' and ')
}

const within = (when: Condition): string => grouped(told(when), Object.keys(when).length > 1)

const grouped = (text: string, isPart: boolean): string => (isPart ? `(${text})` : text)

function tested({ lte, gte, eq, in: among, answered, skipped, said }: Test): string {
  return [
    ...(gte === undefined ? [] : [`≥ ${gte}`]),
    ...(lte === undefined ? [] : [`≤ ${lte}`]),
    ...(eq === undefined ? [] : [`is ${eq}`]),
    ...(among === undefined ? [] : [`is ${among.join(' or ')}`]),
    ...(answered === undefined ? [] : [answered ? 'answered' : 'not answered']),
    ...(skipped === undefined ? [] : [skipped ? 'skipped' : 'not skipped']),
    ...(said === undefined ? [] : [said ? 'with words' : 'without words']),
  ].join(' and ')
}

const escaped = (text: string): string => text.replaceAll('"', '&quot;')
