/** What may stand beside a rating without changing it or adding to it. */
export const SILENT = [
  'rate',
  'fill',
  'whole',
  'overall',
  'hedge',
  'thanks',
  'greet',
  'emoji',
  'fix',
  'slip',
  'past',
  'wish',
] as const

/**
 * What a piece of an answer does. Numbers: `num`, and beside them `point`, `star`, `dot` (点: a Japanese point, a Chinese hour), `half`,
 * `of` ("4 out of 5"), `scaleOf` (5点満点中4点), `count` (a measure: hours, 个), `label` (order, room, $: the number behind it is a name or an amount), `top`, `bottom`.
 * Scale words: `word`, with `not`, `nothing`, `notAtAll`, `very`, `rather`, `all` ("completely", "at all") before or behind it, `intense`
 * (极了) and `notAfter` (않, ない) behind it only. Around them, and saying nothing of their own: `rate` (I give), `fill`, `whole` (the service), `hedge`, `thanks`,
 * `greet`, `emoji`. What changes a reading: `fix` (typo, I meant), `slip` (sorry, no, wait), `past` (last time, would have given),
 * `wish` (would like to give), `bound` (at least), `if`, `want`, `overall`, `or`. Borders: `stop`, `but`, `qmark`. Whole answers: `ask`, `refuse`, `nil`; all else is `other`.
 */
export const TAGS = [
  'num',
  'stars',
  'point',
  'star',
  'dot',
  'half',
  'of',
  'scaleOf',
  'count',
  'label',
  'top',
  'bottom',
  'word',
  'not',
  'nothing',
  'notAtAll',
  'very',
  'rather',
  'all',
  'intense',
  'notAfter',
  ...SILENT,
  'bound',
  'if',
  'want',
  'or',
  'stop',
  'but',
  'qmark',
  'ask',
  'refuse',
  'nil',
  'other',
] as const
export type Tag = (typeof TAGS)[number]

export type Family = 'satisfaction' | 'agreement' | 'likelihood'

/** -3 terrible, -2 bad, -1 somewhat bad, 0 neutral, 1 somewhat good, 2 good, 3 excellent; the same for agreement and likelihood. */
export type Level = -3 | -2 | -1 | 0 | 1 | 2 | 3

/** The phrases of one language, comma-separated; `core` words say satisfaction itself and count in any clause, others only of the service as a whole. */
export interface Lexicon {
  phrases: Partial<Record<Exclude<Tag, 'word' | 'num' | 'stars'>, string>>
  numbers?: Record<number, string>
  satisfaction: Partial<Record<Level, string>>
  core: Partial<Record<Level, string>>
  agreement: Partial<Record<Level, string>>
  likelihood: Partial<Record<Level, string>>
}
