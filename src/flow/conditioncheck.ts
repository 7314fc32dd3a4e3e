import type { Finding, Path } from '../problem.ts'
import type { Taxonomy } from '../text/taxonomy.ts'
import type { Condition, Test } from './condition.ts'
import { type Graph, reached } from './graph.ts'
import { scaleOf, valuesOf } from './scale.ts'
import type { Flow, Question } from './schema.ts'

/** Conditions of one question that can never hold: values off the scale, unknown choices, answers given only later, cases taken before. */
export function conditionFindings(flow: Flow, graph: Graph, id: string, question: Question): Finding[] {
  const lists: [Path, (Condition | undefined)[], boolean][] = [
    [['questions', id, 'next'], question.next.map(({ when }) => when), true],
    [['questions', id, 'variants'], (question.variants ?? []).map(({ when }) => when), false],
  ]
  return lists.flatMap(([path, conditions, answered]) => {
    const known = (of: string) => (of === id ? answered || loops(graph, id) : reached(graph, of).has(id))
    const each = conditions.flatMap((condition, index) =>
      condition
        ? walk([...path, index, 'when'], condition, (at, { answer }) =>
            Object.entries(answer ?? {}).flatMap(([of, test]) =>
              answerFindings(flow, [...at, 'answer', of], of, test, known(of)),
            ),
          )
        : [],
    )
    return each.length > 0 ? each : takenBefore(flow, path, conditions)
  })
}

// The first entry that holds is taken: one whose every case an earlier entry takes is never reached.
function takenBefore({ questions }: Flow, path: Path, conditions: (Condition | undefined)[]): Finding[] {
  const taken = new Map<string, Set<Offered>>()
  return conditions.flatMap((condition, index) => {
    const [[of, test] = [], ...more] = Object.entries(condition?.answer ?? {})
    const question = of === undefined ? undefined : questions[of]
    const alone = Object.values(condition ?? {}).filter((entry) => entry !== undefined).length === 1
    if (of === undefined || !test || !question || !alone || more.length > 0 || asksMore(test)) return []
    const cases = passing(question, test)
    const before = taken.get(of) ?? new Set()
    taken.set(of, new Set([...before, ...cases]))
    if (question.kind === 'multi' || cases.some((each) => !before.has(each))) return []
    return [
      {
        path: [...path, index, 'when'],
        is: 'problem.taken_before',
        mend: 'mend.move_up',
      },
    ]
  })
}

const asksMore = ({ answered, skipped, said }: Test): boolean =>
  answered !== undefined || skipped !== undefined || said !== undefined

const loops = (graph: Graph, id: string): boolean => [...(graph.get(id) ?? [])].some((to) => reached(graph, to).has(id))

/** Conditions on themes that no comment can have: they would never hold. */
export const themeFindings = ({ questions }: Flow, { themes }: Taxonomy): Finding[] =>
  Object.entries(questions).flatMap(([id, { next, variants = [] }]) =>
    Object.entries({ next, variants }).flatMap(([list, entries]) =>
      entries.flatMap(({ when }, index) =>
        when
          ? walk(['questions', id, list, index, 'when'], when, (at, { theme }) => strangeThemes(at, theme, themes))
          : [],
      ),
    ),
  )

const strangeThemes = (path: Path, theme: string | string[] = [], themes: object): Finding[] =>
  [theme]
    .flat()
    .filter((name) => name !== '*' && !(name in themes))
    .map((name) => ({
      path: [...path, 'theme'],
      is: 'problem.nowhere_named',
      mend: 'mend.add_or_mend',
      values: { what: 'theme', name },
    }))

/** What `visit` finds in a condition and in those within it. */
function walk(path: Path, condition: Condition, visit: (path: Path, condition: Condition) => Finding[]): Finding[] {
  if (Object.values(condition).every((entry) => entry === undefined))
    return [{ path, is: 'problem.empty_condition', mend: 'mend.say_what' }]
  return [
    ...visit(path, condition),
    ...(condition.all ?? []).flatMap((each, index) => walk([...path, 'all', index], each, visit)),
    ...(condition.any ?? []).flatMap((each, index) => walk([...path, 'any', index], each, visit)),
    ...(condition.not ? walk([...path, 'not'], condition.not, visit) : []),
  ]
}

function answerFindings({ questions }: Flow, path: Path, of: string, test: Test, known: boolean): Finding[] {
  const question = questions[of]
  if (!question)
    return [
      {
        path,
        is: 'problem.no_question',
        mend: 'mend.one_of',
        values: { id: of, values: Object.keys(questions).join(', ') },
      },
    ]
  if (question.kind === 'statement')
    return [{ path, is: 'problem.statement', mend: 'mend.name_question', values: { id: of } }]
  if (!known) return [{ path, is: 'problem.not_yet', mend: 'mend.name_earlier', values: { id: of } }]
  if (Object.values(test).every((entry) => entry === undefined))
    return [{ path, is: 'problem.empty_test', mend: 'mend.test' }]
  const offered = offers(question)
  const wanted = [...(test.eq === undefined ? [] : [test.eq]), ...(test.in ?? [])]
  const strange = wanted.find((each) => !offered.includes(each))
  if (strange !== undefined)
    return [
      {
        path,
        is: 'problem.no_answer',
        mend: offered.length > 0 ? 'mend.one_of' : 'mend.answered',
        values: { id: of, value: String(strange), values: offered.join(', ') },
      },
    ]
  const ranged = test.lte !== undefined || test.gte !== undefined
  if (!ranged && (asksMore(test) || question.kind === 'multi')) return [] // several choices can be made at once
  return passing(question, test).length > 0
    ? []
    : [
        {
          path,
          is: 'problem.no_value',
          mend: offered.length > 0 ? 'mend.its_values' : 'mend.for_scales',
          values: { id: of, values: offered.join(', ') },
        },
      ]
}

type Offered = number | string | boolean

/** The values or choices of a question that pass a test. */
function passing(question: Question, { lte, gte, eq, in: among }: Test): Offered[] {
  return offers(question).filter((each) => {
    const within =
      typeof each === 'number' ? each <= (lte ?? each) && each >= (gte ?? each) : lte === undefined && gte === undefined
    return within && (eq === undefined || each === eq) && (among?.includes(each) ?? true)
  })
}

/** What `eq` and `in` may name for a question: its values or its choices. */
function offers(question: Question): Offered[] {
  switch (question.kind) {
    case 'scale':
      return valuesOf(scaleOf(question))
    case 'choice':
    case 'multi':
      return question.choices.map(({ id }) => id)
    case 'yesno':
    case 'consent':
      return ['yes', 'no']
    case 'text':
    case 'statement':
      return []
  }
}
