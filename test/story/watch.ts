import { type Seen, until } from './sides.ts'

/** One thing that is new on a screen: a message (`>` in a thread), what has changed in one (`~`), a word to them alone (`!`). */
export interface News {
  id: string
  mark: '' | '>' | '~' | '!'
  lines: string[]
  buttons: string[]
}

/** Remembers what a person has read. */
export function watch(screen: () => Seen[]) {
  let known = new Map<string, Seen>()
  return {
    /** Waits until all of `words` stand in something new and everything is `settled`, and reads everything new up to then. */
    until(who: string, words: string[], settled = () => true): Promise<News[]> {
      let news: News[] = []
      return until(
        () => `${who} reads “${words.join('”, “')}”, but only ${JSON.stringify(news)}`,
        () => {
          const now = screen()
          news = now.flatMap((message) => changes(known.get(message.id), message))
          const lines = news.flatMap((each) => each.lines)
          if (!settled() || !words.every((wanted) => lines.some((line) => line.includes(wanted)))) return null
          known = new Map(now.map((message) => [message.id, message]))
          return news
        },
      )
    },
  }
}

function changes(before: Seen | undefined, now: Seen): News[] {
  const { id, words, buttons, under } = now
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  if (before === undefined) return [{ id, mark: under === null ? '' : '>', lines, buttons }]
  const had = new Set(before.words.split('\n'))
  const fresh = lines.filter((line) => !had.has(line))
  const same = buttons.join('\n') === before.buttons.join('\n')
  return fresh.length === 0 && same ? [] : [{ id, mark: '~', lines: fresh, buttons: same ? [] : buttons }]
}
