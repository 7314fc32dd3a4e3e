import { addClock } from '../duration.ts'
import { advance, follow } from './advance.ts'
import { against, doubted } from './doubted.ts'
import type { Draft } from './draft.ts'
import { retire } from './put.ts'
import { asked, counting, lastRating } from './situation.ts'

/** Asks once which number was meant, when the only rating stands at one end of its scale and the words at the other; true when it did. */
export function doubt(d: Draft, id: string): boolean {
  const { flow, state } = d
  const kind = asked(flow, id)?.kind
  const rating = lastRating(flow, state)
  if (state.doubt || flow.settings.doubt === false || !rating || (kind !== 'scale' && kind !== 'text')) return false
  const ratings = counting(state).filter(([each, { value }]) => value !== null && asked(flow, each)?.kind === 'scale')
  const value = state.answers[rating.id]?.value ?? null
  const contradicting = ratings.length === 1 && value !== null && against(rating.question, value)
  if (!contradicting || state.tone !== contradicting) return false
  follow(d, state.path.slice(0, state.path.lastIndexOf(rating.id) + 1))
  state.at = rating.id
  state.misses = 1 // whatever is not understood now leaves the rating as it is
  state.doubt = { question: rating.id, first: value, open: true }
  d.effects.push({ kind: 'send', content: doubted(flow, state, rating.question, value), question: rating.id })
  // Nothing is acted on before there was time to answer.
  d.effects = d.effects.filter((effect) => effect.kind !== 'timer.set' || effect.name !== 'settle')
  d.effects.push({ kind: 'timer.set', name: 'settle', at: addClock(d.at, flow.settings.settleAfter) })
  return true
}

/** Silence: the rating stays, and the dialog goes on. */
export function leaveDoubt(d: Draft): Draft {
  const { at } = d.state
  if (at === null) return d
  retire(d, at)
  return advance(d, at)
}
