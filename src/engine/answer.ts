import type { Asked } from '../flow/schema.ts'
import { advance, reroute } from './advance.ts'
import type { Answer, Saying } from './dialog.ts'
import { doubt } from './doubt.ts'
import { type Draft, tell } from './draft.ts'
import { keep, union, type Words } from './gist.ts'
import { retire } from './put.ts'
import { record } from './record.ts'
import { asked } from './situation.ts'

/** An answer as it was given: a value, choices, or left out. */
export type Given = Pick<Answer, 'value' | 'choices' | 'skipped'>

/** The open question `id` is answered: its message retires and the dialog goes on. `words` came with it and are kept. */
export function take(d: Draft, id: string, given: Given, words?: Words, saying?: Saying): Draft {
  set(d, id, given, words)
  retire(d, id)
  if (!doubt(d, id)) advance(d, id, saying)
  return d
}

/** An answer given earlier in this open dialog becomes another one; where that leads elsewhere, the dialog follows. */
export function change(d: Draft, id: string, given: Given, words?: Words): Draft {
  const open = d.state.at
  set(d, id, given, words)
  retire(d, id)
  confirm(d, id)
  const said = d.effects.length
  // The question that is left behind retires before the next one is put.
  if (reroute(d, id) && open !== null) {
    const after = d.effects.splice(said)
    retire(d, open)
    d.effects.push(...after)
  }
  return d
}

/** After the end: the answer is another one, or comes after all, and nothing more is asked. */
export function amend(d: Draft, id: string, given: Given, words?: Words): Draft {
  const known = d.state.answers[id]
  set(d, id, given, words)
  retire(d, id)
  return known && !known.skipped ? confirm(d, id) : tell(d, 'noted')
}

/** Words said to question `id` that do not answer it are kept with it. */
export function addWords(d: Draft, id: string, words: Words): Draft {
  set(d, id, givenIn(d.state.answers[id]), words)
  return d
}

/** What was given in an answer, without its words. */
export function givenIn(answer: Answer | undefined): Given {
  const { verbatims: _, at: __, ...given } = answer ?? { value: null, at: '' }
  return given
}

/** What the choice `yes` or `no` is as an answer. */
export const yesOrNo = (yes: boolean): Given => ({ value: yes ? 1 : 0, choices: [yes ? 'yes' : 'no'] })

/** Whether the customer said this already. */
export const same = (known: Answer | undefined, given: Given): boolean =>
  known !== undefined &&
  known.value === given.value &&
  known.skipped === given.skipped &&
  String(known.choices ?? '') === String(given.choices ?? '')

/** Puts an answer on record, with the words that came with it. Nothing is said. */
export function set(d: Draft, id: string, given: Given, words?: Words): Draft {
  const question = asked(d.flow, id)
  if (!question) return d
  if (words) keep(d, id, words)
  const verbatims = union(d.state.answers[id]?.verbatims ?? [], words ? [words.id] : [])
  record(d, id, { ...given, ...(verbatims.length > 0 ? { verbatims } : {}), at: d.at })
  if (question.kind === 'consent' && given.value !== null)
    d.effects.push({ kind: 'consent', purpose: question.purpose, given: given.value === 1 })
  return d
}

function confirm(d: Draft, id: string): Draft {
  const value = d.state.answers[id]?.value
  const question: Asked | null = asked(d.flow, id)
  if (question?.kind === 'scale' && typeof value === 'number') tell(d, 'changed', { answer: String(value) })
  else tell(d, 'changed_plain')
  return d
}
