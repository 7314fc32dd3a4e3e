import type { Asked } from '../flow/schema.ts'
import { close } from './advance.ts'
import { givenIn, take } from './answer.ts'
import { type Draft, own, tell } from './draft.ts'
import type { Words } from './gist.ts'
import { putAgain, retire } from './put.ts'
import { asked, isAnswered, toldAnything } from './situation.ts'

/** Goes on without an answer: nothing is guessed, an answer from before stays, and what was said last is kept. */
export function giveUp(
  d: Draft,
  at: string,
  question: Asked,
  { words, before }: { words?: Words; before?: string },
): Draft {
  const known = d.state.answers[at]
  const given = isAnswered(question, known) ? givenIn(known) : { value: null, skipped: true as const }
  take(d, at, given, words?.analysis.empty ? undefined : words, before === undefined ? {} : { before })
  return d
}

/** The customer would rather not answer. A question that matters is put once more. */
export function skip(d: Draft): Draft {
  const { at, misses } = d.state
  const question = asked(d.flow, at)
  if (at === null || !question) return d
  if (question.optional || misses > 0) return giveUp(d, at, question, {})
  d.state.misses += 1
  putAgain(d, { before: own(d, 'wanted') })
  return d
}

/** Something came that cannot be read, such as a voice note. */
export function unread(d: Draft): Draft {
  const { at, misses } = d.state
  const question = asked(d.flow, at)
  if (at === null || !question) return d
  if (misses > 0) return giveUp(d, at, question, { before: own(d, 'go_on') })
  d.state.misses += 1
  putAgain(d, { before: own(d, 'unreadable') })
  return d
}

/** The customer wants no more questions now. */
export function stop(d: Draft): Draft {
  leave(d)
  tell(d, 'stopped')
  return d
}

/** The customer never wants to be asked again. */
export function unsubscribe(d: Draft): Draft {
  d.effects.push({ kind: 'consent', purpose: 'survey', given: false })
  if (d.state.at !== null) leave(d)
  tell(d, 'unsubscribed')
  return d
}

/** The customer may be asked again after all. */
export function subscribe(d: Draft): Draft {
  d.effects.push({ kind: 'consent', purpose: 'survey', given: true })
  return d
}

function leave(d: Draft): Draft {
  if (d.state.at !== null) retire(d, d.state.at)
  close(d, toldAnything(d.state) ? 'partial' : 'refused')
  return d
}
