/**
 * The story as a text that a person can read, and that is the same on every day and at every speed:
 *
 *   == a chapter
 *   Mei: …            what somebody does; [in brackets] a button
 *     | …             what then stands on their screen, new messages in order; the last line: its buttons
 *     ~ …             what is new in a message that was there
 *     > …             a message in the thread of another one
 *     ! …             a word that only they get
 */
import type { Figures, Teller } from './story.ts'
import type { News } from './watch.ts'

export function createTranscript() {
  const lines: string[] = []
  const teller: Teller = {
    async chapter(title) {
      lines.push('', `== ${title}`)
    },
    async does(who, what) {
      lines.push('', ...what.split('\n').map((line, at) => (at === 0 ? `${who}: ${line}` : `  ${line}`)))
    },
    async sees(who, news) {
      const { length } = lines
      lines.push(...news.flatMap(shown))
      const doer = lines.findLast((line) => /^\S+: /.test(line))
      if (!doer?.startsWith(`${who}: `)) lines.splice(length, 0, '', `(${who})`)
    },
  }
  return {
    teller,
    /** The two who claim at once are told as if the one named first were always the quicker. */
    text({ winner }: Figures, [first, second]: [string, string]): string {
      const race = lines.findIndex((line) => line.startsWith(`${first}, ${second}: `))
      const swapped: Record<string, string> = { [first]: second, [second]: first }
      const swap = (line: string) =>
        line.replaceAll(new RegExp(`${first}|${second}`, 'g'), (name) => swapped[name] ?? name)
      const told = lines.map((line, at) => (winner === second && at > race ? swap(line) : line))
      return `${steady(told.join('\n').trimStart())}\n`
    },
  }
}

/** What is new on a screen, a line each. */
export function shown({ mark, lines, buttons }: News): string[] {
  const pressable = buttons.length === 0 ? [] : [buttons.map((label) => `[${label}]`).join(' ')]
  return [...lines, ...pressable].map((line, at) => `  ${at === 0 && mark !== '' ? mark : '|'} ${line}`)
}

/** Times, dates and one-time links are different each time. */
const steady = (text: string): string =>
  text
    .replaceAll(/(start=)[\w-]+/g, '$1…')
    .replaceAll(/(\w{3}, \w{3} \d{1,2}, |\d{1,2}月\d{1,2}日(周|週).\s?)?\b\d{2}:\d{2}\b/g, '--:--')
    .replaceAll(/\d{1,2} \w{3} \d{4}/g, '(date)')
    .replaceAll(/\d{4}年\d{1,2}月\d{1,2}日/g, '(日期)')
