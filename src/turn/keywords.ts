import { DateTime } from 'luxon'
import type { Locale } from '../locale.ts'
import { keywords as distinctive } from '../scores/keywords.ts'
import { renderKeywords } from '../scores/render-keywords.ts'
import { newestVerbatims } from '../store/verbatims.ts'
import { segmenter } from '../text/segment.ts'
import { askedVerbatims } from './verbatims.ts'
import type { Setting, Work } from './work.ts'

/** Comments that are looked at, of the period and of what was before it: the newest. */
const MOST = 3000
/** So many earlier periods of the same length say what is usual. */
const EARLIER = 4

const HAN = /\p{Script=Han}/u

/** A manager's question for the words of a period → those that stand out, and the ids of the comments in which they are; or what was not understood. */
export async function keywords(
  setting: Setting,
  work: Work,
  text: string,
  locale: Locale,
): Promise<{ words: string; verbatims: string[] }> {
  const read = await askedVerbatims(setting, work, text, locale)
  if ('problem' in read) return { words: read.problem, verbatims: [] }
  const { query, from, before } = read
  const start = DateTime.fromISO(from)
  const length = DateTime.fromISO(before).diff(start)
  const since = start.minus(length.mapUnits((ms) => ms * EARLIER))
  const [now, past] = await work.load([
    newestVerbatims({ ...query, from, before, limit: MOST }),
    newestVerbatims({ ...query, from: since.toUTC().toISO() ?? from, before: from, limit: MOST }),
  ])
  const earlier: string[][] = Array.from({ length: EARLIER }, () => [])
  for (const { text: words, at } of past) {
    const period = Math.floor(start.diff(DateTime.fromISO(at)).toMillis() / Math.max(1, length.toMillis()))
    earlier[Math.min(EARLIER - 1, Math.max(0, period))]?.push(words)
  }
  const segment = now.some((row) => HAN.test(row.text)) ? await segmenter() : null
  const spoken = now.map((row) => ({ id: row.id, text: row.text, customer: row.customer_id }))
  const found = distinctive(spoken, earlier, segment)
  const comments = { now: now.length, earlier: past.length, newest: now.length === MOST }
  return {
    words: renderKeywords(read.asked, found, comments, locale),
    verbatims: [...new Set(found.flatMap(({ verbatims }) => verbatims))],
  }
}
