import type { Logged, Outbound } from './wire.ts'

/** Own words: `sending` until the server has them, `failed` when it could not be reached or would not take them (`problem` says why). */
export interface Said {
  kind: 'said'
  slot: string
  at: string
  text: string
  state: 'sending' | 'sent' | 'failed'
  problem?: string
}

/** A message of the bot. `id` is that of its newest version, which presses refer to; `first` and `seq` tell when it came and changed. */
export interface Shown {
  kind: 'shown'
  slot: string
  id: string
  seq: number
  first: number
  at: string
  content: Outbound
}

export type Entry = Said | Shown

/**
 * One conversation as the page shows it: what stands in the record, then the own words that are not there yet.
 * A slot is a place on the screen; it stays while what stands in it changes. `places` finds it by the id of any of its versions.
 */
export interface Log {
  seq: number
  /** What is known begins after this number: above 0 there is an earlier part that has not been asked for. */
  first: number
  recorded: readonly Entry[]
  awaiting: readonly Said[]
  places: ReadonlyMap<string, number>
}

export const EMPTY: Log = { seq: 0, first: 0, recorded: [], awaiting: [], places: new Map() }

/** The log with `events` added: repeats are dropped, an edit takes the place of what it edits, an echo that of the words awaiting it. */
export function apply(log: Log, events: readonly Logged[]): Log {
  const recorded = [...log.recorded]
  const awaiting = [...log.awaiting]
  const places = new Map(log.places)
  let seq = log.seq
  for (const event of events) {
    if (event.seq <= seq) continue
    seq = event.seq
    if (event.direction === 'out') show(recorded, places, event.id, seq, event.at, event.content)
    else if (event.content.kind === 'text') recorded.push(echo(awaiting, event.id, event.at, event.content.text))
    // A press leaves no line of its own: the prompt itself shows what was chosen.
  }
  return { ...log, seq, recorded, awaiting, places }
}

/** The log with an earlier part before it; what replaced a message of that part, or came ahead of it, goes to its place there. */
export function prepend(log: Log, events: readonly Logged[], first: number): Log {
  const { recorded: earlier, places: known } = apply(EMPTY, events)
  const recorded = [...earlier]
  const goesTo = new Map<number, number>() // place in the log → place in the earlier part
  for (const [id, from] of log.places) {
    const to = known.get(id)
    if (to !== undefined) goesTo.set(from, to)
  }
  const moved = log.recorded.map((entry, from) => {
    const to = goesTo.get(from)
    const older = to === undefined ? undefined : recorded[to]
    if (to === undefined || older?.kind !== 'shown' || entry.kind !== 'shown') return recorded.push(entry) - 1
    if (entry.seq > older.seq) recorded[to] = { ...older, id: entry.id, seq: entry.seq, content: entry.content }
    return to
  })
  const places = new Map(known)
  for (const [id, from] of log.places) places.set(id, moved[from] ?? from)
  return { ...log, first, recorded, places }
}

/** The log with own words put at its end, or brought to a new state. */
export function put(log: Log, said: Said): Log {
  if (log.awaiting.some((one) => one.slot === said.slot)) {
    return { ...log, awaiting: log.awaiting.map((one) => (one.slot === said.slot ? said : one)) }
  }
  // The echo may come before the answer to the request: what is recorded awaits nothing any more.
  if (log.recorded.some((one) => one.slot === said.slot)) return log
  return { ...log, awaiting: [...log.awaiting, said] }
}

function echo(awaiting: Said[], id: string, at: string, text: string): Said {
  const place = awaiting.findIndex((one) => one.text === text)
  const [own] = place < 0 ? [] : awaiting.splice(place, 1)
  return { kind: 'said', slot: own?.slot ?? id, at, text, state: 'sent' }
}

function show(
  recorded: Entry[],
  places: Map<string, number>,
  id: string,
  seq: number,
  at: string,
  content: Outbound,
): void {
  const place = content.edits === undefined ? undefined : places.get(content.edits)
  const earlier = place === undefined ? undefined : recorded[place]
  if (place !== undefined && earlier?.kind === 'shown') {
    recorded[place] = { ...earlier, id, seq, content }
    places.set(id, place)
    return
  }
  if (content.edits !== undefined) places.set(content.edits, recorded.length) // not here yet: what else edits it goes here too
  places.set(id, recorded.length)
  recorded.push({ kind: 'shown', slot: id, id, seq, first: seq, at, content })
}

/** Everything on the screen: the record first, then the own words under way. */
export function entriesOf(log: Log): readonly Entry[] {
  return log.awaiting.length === 0 ? log.recorded : [...log.recorded, ...log.awaiting]
}
