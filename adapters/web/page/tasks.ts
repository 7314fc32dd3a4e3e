import type { Entry, Shown } from './log.ts'
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

/** Everything in a staff conversation that is no card: what belongs in the console. */
export function talk(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => !isCard(entry))
}

function isCard(entry: Entry): entry is Shown {
  return entry.kind === 'shown' && entry.content.kind === 'card'
}
