import type { Situation } from '../flow/condition.ts'
import type { Asked, Flow, ScaleQuestion } from '../flow/schema.ts'
import type { Answer, DialogState } from './dialog.ts'

/** The answers that count: those on the branch that the customer is on. */
export const counting = ({ path, answers }: DialogState): [string, Answer][] =>
  [...new Set(path)].flatMap((id): [string, Answer][] => {
    const answer = answers[id]
    return answer ? [[id, answer]] : []
  })

/** What conditions see of a dialog: an answer off the customer's branch is as good as not given. */
export const situation = (state: DialogState): Situation => ({
  answers: Object.fromEntries(counting(state)),
  gist: state.gist,
  subject: state.subject,
})

/** The question with this id, if it is one that waits for an answer. */
export function asked({ questions }: Flow, id: string | null): Asked | null {
  const question = id !== null && Object.hasOwn(questions, id) ? questions[id] : undefined
  return question && question.kind !== 'statement' ? question : null
}

/** Whether a question needs no further answer. Words said to a rating are not yet a rating. */
export function isAnswered(question: Asked, answer: Answer | undefined): boolean {
  if (!answer) return false
  if (answer.skipped || answer.value !== null) return true
  switch (question.kind) {
    case 'text':
      return (answer.verbatims?.length ?? 0) > 0
    case 'choice':
    case 'multi':
      return answer.choices !== undefined
    default:
      return false
  }
}

/** Whether an answer tells anything: a value, a choice or words; one that was only skipped does not. */
export const tells = ({ value, choices, verbatims }: Answer): boolean =>
  value !== null || choices !== undefined || (verbatims?.length ?? 0) > 0

/** Whether the customer has told anything in this dialog. */
export const toldAnything = (state: DialogState): boolean => counting(state).some(([, answer]) => tells(answer))

/** The last rating that the customer gave, or null. */
export function lastRating(flow: Flow, state: DialogState): { id: string; question: ScaleQuestion } | null {
  for (const [id, { value }] of counting(state).reverse()) {
    const question = asked(flow, id)
    if (question?.kind === 'scale' && value !== null) return { id, question }
  }
  return null
}

/** The last rating that was asked for and left out, once a dialog has ended and as long as it may come after all; or null. */
export function leftOut(
  flow: Flow,
  { at, path, changeUntil }: DialogState,
): { id: string; question: ScaleQuestion } | null {
  if (at !== null || changeUntil === undefined) return null
  for (const id of path.toReversed()) {
    const question = asked(flow, id)
    if (question?.kind === 'scale') return { id, question }
  }
  return null
}
