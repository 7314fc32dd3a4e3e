import type { Locale } from '../locale.ts'
import { catalogue, say, type WordId } from '../words/say.ts'

/** Top of the scale of the metrics whose scale is known by their name. */
const TOP: Record<string, number> = { csat: 5, nps: 10, ces: 7 }

/** `id` as one of the words of this version, or null. */
export const known = (id: string): WordId | null => (isWord(id) ? id : null)
const isWord = (id: string): id is WordId => Object.hasOwn(catalogue.en, id)

/** The words for an id of a closed list (`task.cause.process`), or the id itself where there are none. */
export function label(list: 'severity' | 'cause' | 'metric', id: string, locale: Locale): string {
  const word = known(`task.${list}.${id}`)
  return word === null ? id : say(locale, word)
}

/** A rating with its scale: "2 of 5 (CSAT)". */
export function rating({ metric, value }: { metric: string; value: number }, locale: Locale): string {
  const name = label('metric', metric, locale)
  const top = TOP[metric]
  if (top === undefined) return say(locale, 'task.rating.open', { metric: name, value })
  return say(locale, 'task.rating', { metric: name, value, top })
}
