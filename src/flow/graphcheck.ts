import { milliseconds } from '../duration.ts'
import { conditionFindings } from './conditioncheck.ts'
import { type Graph, graphOf, reached } from './graph.ts'
import type { Finding, Path } from './problem.ts'
import { END, type Flow, type Question } from './schema.ts'

/** What is wrong with the flow as a whole: its graph, its conditions and its settings. */
export function graphFindings(flow: Flow): Finding[] {
  const { questions, start } = flow
  const graph = graphOf(flow)
  const findings: Finding[] = settingFindings(flow)
  if (!(start in questions))
    findings.push({
      path: ['start'],
      message: `there is no question "${start}"`,
      remedy: `Use one of ${Object.keys(questions).join(', ')}`,
    })
  const met = reached(graph, start)
  const leaving = leavers(flow, graph)
  for (const [id, question] of Object.entries(questions)) {
    const path: Path = ['questions', id]
    if (id === END) findings.push({ path, message: 'a question cannot be called "end"', remedy: 'Give it another id' })
    if (start in questions && !met.has(id))
      findings.push({ path, message: 'no way leads to this question', remedy: 'Let a "goto" lead to it, or remove it' })
    if (!leaving.has(id))
      findings.push({
        path,
        message: `no way leads from here to the end${reached(graph, id).size > 0 ? ': a circle or a dead end' : ''}`,
        remedy: 'Give one of the questions on the way a "goto: end"',
      })
    findings.push(...nextFindings(flow, id, question))
    findings.push(...conditionFindings(flow, graph, id, question))
  }
  return [...findings, ...silentCircles(flow)]
}

function nextFindings({ questions }: Flow, id: string, { next }: Question): Finding[] {
  const findings: Finding[] = []
  next.forEach(({ when, goto }, index) => {
    const path: Path = ['questions', id, 'next', index]
    if (goto !== END && !(goto in questions))
      findings.push({
        path: [...path, 'goto'],
        message: `there is no question "${goto}"`,
        remedy: `Use "end" or one of ${Object.keys(questions).join(', ')}`,
      })
    if (!when && index < next.length - 1)
      findings.push({
        path,
        message: 'everything after an entry without "when" is never reached',
        remedy: 'Move it to the end of the list',
      })
  })
  if (next.at(-1)?.when)
    findings.push({
      path: ['questions', id, 'next', next.length - 1],
      message: 'when none of the conditions holds, there is nowhere to go',
      remedy: 'Add a last entry without "when"',
    })
  return findings
}

function leavers({ questions }: Flow, graph: Graph): Set<string> {
  const leaving = new Set(Object.keys(questions).filter((id) => questions[id]?.next.some(({ goto }) => goto === END)))
  for (let before = -1; before !== leaving.size; ) {
    before = leaving.size
    for (const [id, to] of graph) if ([...to].some((each) => leaving.has(each))) leaving.add(id)
  }
  return leaving
}

// A circle with a question in it waits for the customer at every turn; one of statements alone would never stop talking.
function silentCircles(flow: Flow): Finding[] {
  const statements = Object.keys(flow.questions).filter((id) => flow.questions[id]?.kind === 'statement')
  const among: Graph = new Map(
    [...graphOf(flow)]
      .filter(([id]) => statements.includes(id))
      .map(([id, to]) => [id, new Set([...to].filter((each) => statements.includes(each)))]),
  )
  return statements
    .filter((id) => [...(among.get(id) ?? [])].some((to) => reached(among, to).has(id)))
    .map((id) => ({
      path: ['questions', id],
      message: 'a circle of statements without a question',
      remedy: 'Lead one of them to a question or to "end"',
    }))
}

function settingFindings({ settings, locales }: Flow): Finding[] {
  const findings: Finding[] = []
  if (milliseconds(settings.settleAfter) > milliseconds('10m'))
    findings.push({
      path: ['settings', 'settleAfter'],
      message: 'a bad rating must be acted on within ten minutes',
      remedy: 'Use 10m or less',
    })
  if (milliseconds(settings.remindAfter) >= milliseconds(settings.expireAfter))
    findings.push({
      path: ['settings', 'remindAfter'],
      message: 'the reminder would come after the dialog has expired',
      remedy: 'Make it shorter than expireAfter',
    })
  locales.forEach((locale, index) => {
    if (locales.indexOf(locale) !== index)
      findings.push({ path: ['locales', index], message: `"${locale}" is named twice`, remedy: 'Remove one' })
  })
  return findings
}
