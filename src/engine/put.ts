import type { Saying } from './dialog.ts'
import type { Draft } from './draft.ts'
import { prompt, retired } from './prompt.ts'
import { asked } from './situation.ts'

/** Puts question `id` and waits for its answer. */
export function put(d: Draft, id: string, saying: Saying = {}): Draft {
  d.state.at = id
  if (d.state.doubt) d.state.doubt.open = false
  if (Object.keys(saying).length > 0) d.state.saying = saying
  else delete d.state.saying
  return offer(d, id, saying)
}

/** Puts the open question again; where it stood before, its buttons go. */
export function putAgain(d: Draft, saying: Saying = {}): Draft {
  const { at } = d.state
  return at === null ? d : put(retire(d, at), at, saying)
}

/** Shows question `id` with its buttons, without waiting for an answer. */
export function offer(d: Draft, id: string, saying: Saying = {}): Draft {
  const question = asked(d.flow, id)
  if (question) d.effects.push({ kind: 'send', content: prompt(d.flow, d.state, id, question, saying), question: id })
  return d
}

/** The message that put `id` retires: its buttons go, the answer given stays. What it said is told by the state that the event found. */
export function retire(d: Draft, id: string): Draft {
  const question = asked(d.flow, id)
  const content = question && retired(d.flow, d.before, d.state, id, question)
  if (content) d.effects.push({ kind: 'send', content, retires: id })
  return d
}

/** A selection in the making is shown in its own message, which stays open. */
export function showSelection(d: Draft, id: string): Draft {
  const question = asked(d.flow, id)
  if (question)
    d.effects.push({ kind: 'send', content: prompt(d.flow, d.state, id, question), question: id, retires: id })
  return d
}
