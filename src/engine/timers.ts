import { addClock } from '../duration.ts'
import { close } from './advance.ts'
import type { DialogTimer } from './dialog.ts'
import { leaveDoubt } from './doubt.ts'
import { type Draft, own } from './draft.ts'
import { settle } from './gist.ts'
import { putAgain, retire } from './put.ts'
import { toldAnything } from './situation.ts'

/** The timers of a dialog that has just begun. */
export function setTimers(d: Draft): Draft {
  const { remindAfter, expireAfter } = d.flow.settings
  d.effects.push(
    { kind: 'timer.set', name: 'remind', at: addClock(d.at, remindAfter) },
    { kind: 'timer.set', name: 'expire', at: addClock(d.at, expireAfter) },
  )
  return d
}

/** A timer of an open dialog is due. */
export function due(d: Draft, name: DialogTimer): Draft {
  switch (name) {
    case 'settle':
      settle(d)
      return d.state.doubt?.open ? leaveDoubt(d) : d
    case 'remind':
      return remind(d)
    case 'expire':
      if (d.state.at !== null) retire(d, d.state.at)
      return close(d, toldAnything(d.state) ? 'partial' : 'no_contact', 'for good')
  }
  return d
}

// One reminder a dialog: who has answered something since it began is given the whole time of silence again first.
function remind(d: Draft): Draft {
  const last = Object.values(d.state.answers).reduce((latest, { at }) => (at > latest ? at : latest), '')
  const silent = addClock(last, d.flow.settings.remindAfter)
  if (d.state.doubt?.open) return leaveDoubt(d)
  if (Date.parse(silent) > Date.parse(d.at)) d.effects.push({ kind: 'timer.set', name: 'remind', at: silent })
  else putAgain(d, { before: own(d, 'reminder') })
  return d
}
