import type { Locale } from '../locale.ts'
import type { Random } from './random.ts'
import { en } from './words/en.ts'
import type { SampleWords, TeamId } from './words/words.ts'
import { zhHans } from './words/zh-Hans.ts'
import { zhHant } from './words/zh-Hant.ts'

const WORDS: Record<Locale, SampleWords> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

interface Speaker {
  locale: Locale
  team: TeamId
  agent: { name: string }
  mood: number
}

export const UNHAPPY = 0.2
const CONTENT = 0.34

/** What a customer says about a service, in words of their mood. */
export function opinion(draw: Random, { locale, team, agent, mood }: Speaker): string {
  const { teams, good, bad, days } = WORDS[locale]
  const fill = (text: string) =>
    text
      .replaceAll('{agent}', agent.name)
      .replaceAll('{n}', String(draw.whole(2, 5)))
      .replaceAll('{day}', draw.pick(days))
  const own = teams[team]
  if (mood >= UNHAPPY && mood < CONTENT) return capital(fill(draw.pick(own.middle)))
  const [core, around] = mood < UNHAPPY ? [own.bad, bad] : [own.good, good]
  return capital(`${draw.pick(around.before)}${fill(draw.pick(core))}${draw.pick(around.after)}`)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A rating as some write it instead of pressing a button. */
export function ratingInWords(draw: Random, locale: Locale, value: number, most: number): string {
  if (locale === 'en') return draw.pick([`${value}`, `${value} out of ${most}`, `${value}/${most}`, `I'd say ${value}`])
  return draw.pick([`${value}`, `${value}分`, `打${value}分`])
}

export const missing = (draw: Random, locale: Locale): string => draw.pick(WORDS[locale].missing)

/** How a task was resolved, in the language of who worked it; the note to the customer in the customer's. */
export const resolution = (draw: Random, worker: Locale, customer: Locale): { action: string; note: string } => ({
  action: draw.pick(WORDS[worker].actions),
  note: draw.pick(WORDS[customer].notes),
})
