import { addClock } from '../duration.ts'
import type { Answer } from './dialog.ts'
import type { Draft } from './draft.ts'
import { asked, tells } from './situation.ts'

/** The answer to `id` is now `answer`: kept, and told to the record with the value that it replaces. */
export function record(d: Draft, id: string, answer: Answer): void {
  const { state, flow } = d
  const was = state.path.includes(id) ? (state.answers[id]?.value ?? null) : null
  state.answers[id] = answer
  d.effects.push({ kind: 'record', question: id, answer, metric: metricOf(d, id), was })
  const first = tells(answer) && !Object.values(d.before.answers).some(tells)
  if (first) d.effects.push({ kind: 'timer.set', name: 'settle', at: addClock(d.at, flow.settings.settleAfter) })
}

/** An answer given earlier is back on the customer's branch and counts again. */
export function count(d: Draft, id: string): void {
  const answer = d.state.answers[id]
  if (answer && answer.value !== null)
    d.effects.push({ kind: 'record', question: id, answer, metric: metricOf(d, id), was: null })
}

/** An answer is off the customer's branch: it is kept in the state, and taken out of what counts. */
export function uncount(d: Draft, id: string): void {
  const answer = d.state.answers[id]
  if (answer && answer.value !== null)
    d.effects.push({
      kind: 'record',
      question: id,
      answer: { ...answer, value: null },
      metric: metricOf(d, id),
      was: answer.value,
    })
}

/** An answer is to be given anew: it goes, and the words that came with it stay. */
export function forget({ state }: Draft, id: string): void {
  const { [id]: gone, ...answers } = state.answers
  state.answers = answers
  if (gone?.verbatims) state.said = [...(state.said ?? []), ...gone.verbatims]
}

/** The counts that a question's answers go to, or null. */
function metricOf({ flow }: Draft, id: string): string | null {
  const question = asked(flow, id)
  return question && (question.kind === 'scale' || question.kind === 'yesno') ? (question.metric ?? null) : null
}
