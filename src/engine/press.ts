import { scaleOf } from '../flow/scale.ts'
import { type Asked, DONE, SKIP } from '../flow/schema.ts'
import { change, type Given, same, take, yesOrNo } from './answer.ts'
import type { Answer } from './dialog.ts'
import { type Draft, tell } from './draft.ts'
import { DROP } from './prompt.ts'
import { showSelection } from './put.ts'
import { record } from './record.ts'
import { asked } from './situation.ts'

/** A button of the message that put `id` was pressed while the dialog is open. */
export function press(d: Draft, id: string, choice: string): Draft {
  const { state } = d
  const question = asked(d.flow, id)
  if (!question || !state.path.includes(id)) return tell(d, 'stale')
  if (question.kind === 'multi')
    return select(
      d,
      id,
      question.choices.map((each) => each.id),
      choice,
      question.optional,
    )
  const given = read(question, choice)
  if (!given) return tell(d, 'stale')
  if (id === state.at) return take(d, id, given)
  if (same(state.answers[id], given)) return d // the second click of a double click
  if (given.skipped) return tell(d, 'stale')
  change(d, id, given)
  return d
}

/** What a press means as an answer; null when the question has no such button. */
export function read(question: Asked, choice: string): Given | null {
  if (choice === SKIP && question.optional && question.kind !== 'scale') return { value: null, skipped: true }
  switch (question.kind) {
    case 'scale': {
      const { min, max } = scaleOf(question)
      const value = /^\d{1,2}$/.test(choice) ? Number(choice) : Number.NaN
      return value >= min && value <= max && choice === String(value) ? { value } : null
    }
    case 'yesno':
    case 'consent':
      return choice === 'yes' || choice === 'no' ? yesOrNo(choice === 'yes') : null
    case 'choice':
      return question.choices.some((each) => each.id === choice) ? { value: null, choices: [choice] } : null
    case 'multi':
    case 'text':
      return null
  }
}

// A press says what is to be so, not what to turn round: pressed twice, a choice stays chosen.
function select(d: Draft, id: string, offered: string[], choice: string, optional: boolean): Draft {
  const { state } = d
  const known: string[] = state.answers[id]?.choices ?? []
  const open = id === state.at
  if (choice === DONE || (choice === SKIP && optional)) {
    if (open)
      take(
        d,
        id,
        choice === SKIP || known.length === 0 ? { value: null, skipped: true } : { value: null, choices: known },
      )
    return d
  }
  const dropped = choice.startsWith(DROP)
  const named = dropped ? choice.slice(DROP.length) : choice
  if (!offered.includes(named)) return tell(d, 'stale')
  const wanted = offered.filter((each) => (each === named ? !dropped : known.includes(each)))
  if (wanted.length === known.length) return d
  if (!open) return change(d, id, { value: null, choices: wanted })
  const { choices: _, ...rest }: Answer = state.answers[id] ?? { value: null, at: d.at }
  record(d, id, { ...rest, ...(wanted.length > 0 ? { choices: wanted } : {}), at: d.at })
  showSelection(d, id)
  return d
}
