import { type Entry, entriesOf, type Log, type Shown } from './log.ts'
import type { Card } from './wire.ts'

/** A follow-up task as its newest card tells it. `message` is the card's message id, `first` when its subject was first seen. */
export interface Task {
  message: string
  first: number
  seq: number
  at: string
  card: Card
}

type Group = 'todo' | 'waiting' | 'done'
export const GROUPS: readonly Group[] = ['todo', 'waiting', 'done']

/** What an agent has to do with it: tone → group. */
export function groupOf(card: Card): Group {
  switch (card.tone) {
    case 'urgent':
    case 'open':
      return 'todo'
    case 'waiting':
      return 'waiting'
    case 'done':
      return 'done'
  }
}

/** The newest card of each subject; the subjects stay in the order in which they came, newest first, so that nothing jumps. */
export function tasksOf(entries: readonly Entry[]): Task[] {
  const newest = new Map<string, Task>()
  for (const entry of entries) {
    if (entry.kind !== 'shown' || entry.content.kind !== 'card') continue
    const { card, earlier } = { card: entry.content, earlier: newest.get(entry.content.subject) }
    if (earlier !== undefined && earlier.seq > entry.seq) continue
    newest.set(card.subject, {
      message: entry.id,
      first: earlier?.first ?? entry.first,
      seq: entry.seq,
      at: entry.at,
      card,
    })
  }
  return [...newest.values()].sort((a, b) => b.first - a.first)
}

/** A line that was said about a task. */
export interface Line {
  slot: string
  text: string
  locale: string
}

/** What was said about the task `subject`, oldest first: the lines in the thread of its card. */
export function threadOf(log: Log, subject: string): Line[] {
  return log.recorded.flatMap((entry) => {
    if (aboutOf(log, entry) !== subject || entry.kind !== 'shown' || entry.content.kind !== 'text') return []
    return [{ slot: entry.slot, text: entry.content.text, locale: entry.content.locale }]
  })
}

/** Everything in a staff conversation that is no card and stands by none: what belongs in the console. */
export function talk(log: Log): Entry[] {
  return entriesOf(log).filter((entry) => !isCard(entry) && aboutOf(log, entry) === null)
}

/** Subject of the card in whose thread a line stands; null where it is in none, or its card is not here. */
function aboutOf({ recorded, places }: Log, entry: Entry): string | null {
  if (entry.kind !== 'shown' || entry.content.kind !== 'text' || entry.content.thread === undefined) return null
  const card = recorded[places.get(entry.content.thread) ?? -1]
  return card?.kind === 'shown' && card.content.kind === 'card' ? card.content.subject : null
}

function isCard(entry: Entry): entry is Shown {
  return entry.kind === 'shown' && entry.content.kind === 'card'
}
