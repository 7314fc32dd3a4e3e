import { milliseconds } from '../duration.ts'
import type { Finding, Path } from '../problem.ts'
import { conditionFindings } from './conditioncheck.ts'
import { type Graph, graphOf, reached } from './graph.ts'
import { END, type Flow, type Question } from './schema.ts'

/** What is wrong with the flow as a whole: its graph, its conditions and its settings. */
export function graphFindings(flow: Flow): Finding[] {
  const { questions, start } = flow
  const graph = graphOf(flow)
  const findings: Finding[] = settingFindings(flow)
  if (!(start in questions))
    findings.push({
      path: ['start'],
      is: 'problem.no_question',
      mend: 'mend.one_of',
      values: { id: start, values: Object.keys(questions).join(', ') },
    })
  const met = reached(graph, start)
  const leaving = leavers(flow, graph)
  for (const [id, question] of Object.entries(questions)) {
    const path: Path = ['questions', id]
    if (id === END) findings.push({ path, is: 'problem.called_end', mend: 'mend.other_id' })
    if (start in questions && !met.has(id)) findings.push({ path, is: 'problem.not_met', mend: 'mend.lead_to' })
    if (!leaving.has(id))
      findings.push({
        path,
        is: 'problem.no_end',
        mend: 'mend.goto_end',
        values: { circle: reached(graph, id).size > 0 ? 'yes' : 'no' },
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
        is: 'problem.no_question',
        mend: 'mend.end_or_one_of',
        values: { id: goto, values: Object.keys(questions).join(', ') },
      })
    if (!when && index < next.length - 1)
      findings.push({
        path,
        is: 'problem.never_reached',
        mend: 'mend.to_end',
      })
  })
  if (next.at(-1)?.when)
    findings.push({
      path: ['questions', id, 'next', next.length - 1],
      is: 'problem.nowhere',
      mend: 'mend.last_entry',
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
      is: 'problem.silent_circle',
      mend: 'mend.lead_out',
    }))
}

function settingFindings({ settings, locales }: Flow): Finding[] {
  const findings: Finding[] = []
  if (milliseconds(settings.settleAfter) > milliseconds('10m'))
    findings.push({
      path: ['settings', 'settleAfter'],
      is: 'problem.settle_late',
      mend: 'mend.ten_minutes',
    })
  if (milliseconds(settings.remindAfter) >= milliseconds(settings.expireAfter))
    findings.push({
      path: ['settings', 'remindAfter'],
      is: 'problem.remind_late',
      mend: 'mend.shorter',
    })
  locales.forEach((locale, index) => {
    if (locales.indexOf(locale) !== index)
      findings.push({
        path: ['locales', index],
        is: 'problem.twice',
        mend: 'mend.remove_one',
        values: { name: locale },
      })
  })
  return findings
}
