import { follow } from './advance.ts'
import { set, take, yesOrNo } from './answer.ts'
import { type Draft, own } from './draft.ts'
import { settle, union } from './gist.ts'
import { skip, stop, subscribe, unsubscribe } from './leave.ts'
import { put, putAgain, retire } from './put.ts'
import { asked } from './situation.ts'
import type { Command } from './words.ts'

/** Does what the customer said, while the dialog is open. */
export function obey(d: Draft, command: Command): Draft {
  switch (command) {
    case 'back':
      return back(d)
    case 'skip':
      return skip(d)
    case 'stop':
    case 'bye':
      return stop(d)
    case 'human':
      return human(d)
    case 'unsubscribe':
      return unsubscribe(d)
    case 'subscribe':
      return putAgain(subscribe(d), { before: own(d, 'subscribed') })
    case 'help':
      return putAgain(d, { before: own(d, 'help') })
  }
  return d
}

/** The dialog goes on in another language. */
export function speak(d: Draft, locale: string): Draft {
  d.state.locale = locale
  d.effects.push({ kind: 'locale', locale })
  // Who changes the language at the first question has not read its line on privacy yet.
  putAgain(d, { before: own(d, 'language'), ...(d.state.path.length === 1 ? { note: true as const } : {}) })
  return d
}

/** The customer wants a person: somebody has to act now, and may of course get in touch. */
export function wantsPerson(d: Draft): Draft {
  d.state.gist = { ...d.state.gist, signals: union(d.state.gist.signals, ['contact']) }
  settle(d)
  const consent = Object.entries(d.flow.questions).find(([, { kind }]) => kind === 'consent')?.[0]
  if (consent !== undefined && consent !== d.state.at && d.state.answers[consent]?.value !== 1)
    set(d, consent, yesOrNo(true))
  return d
}

function human(d: Draft): Draft {
  const { at } = d.state
  wantsPerson(d)
  const saying = { before: own(d, 'human') }
  if (at !== null && asked(d.flow, at)?.kind === 'consent') take(d, at, yesOrNo(true), undefined, saying)
  else putAgain(d, saying)
  return d
}

function back(d: Draft): Draft {
  const { path, at } = d.state
  const [earlier] = path.slice(-2, -1)
  if (earlier === undefined || at === null) return putAgain(d, { before: own(d, 'first') })
  retire(d, at)
  follow(d, path.slice(0, -1))
  d.state.misses = 0
  put(d, earlier)
  return d
}
