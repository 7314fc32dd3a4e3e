import { type Seen, until } from './sides.ts'

/** One thing that is new on a screen: a message (`>` in a thread), what has changed in one (`~`), a word to them alone (`!`). */
export interface News {
  id: string
  mark: '' | '>' | '~' | '!'
  lines: string[]
  buttons: string[]
}

/** Remembers what a person has read. `news` is what has come since; `read` takes note of it. */
export function watch(screen: () => Seen[]) {
  let known = new Map<string, Seen>()

  const news = (): News[] => screen().flatMap((now) => changes(known.get(now.id), now))

  return {
    /** Waits until something new says `words`, and reads everything new up to then. */
    async until(who: string, words: string): Promise<News[]> {
      const read = await until(
        () => `${who} reads “${words}”, but only ${JSON.stringify(news())}`,
        () => {
          const all = news()
          return all.some(({ lines }) => lines.some((line) => line.includes(words))) ? all : null
        },
      )
      known = new Map(screen().map((each) => [each.id, each]))
      return read
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
