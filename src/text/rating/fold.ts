import { simplify } from '../simplify.ts'

/**
 * A text as the matchers see it: full-width and compatibility forms levelled, lower case, Simplified, spaces and stretched letters
 * shortened ("soooo" → "soo"). `at[i]` is the UTF-16 offset, in the text as given, where the character of folded unit `i` begins.
 */
export interface Folded {
  text: string
  at: readonly number[]
  kana: boolean
}

/** Longer answers are read to here; what comes behind is one unknown unit. It bounds every step that follows. */
const LIMIT = 2000
/** A character no phrase contains. */
export const UNREAD = '\ufffc'

const INVISIBLE = /\p{Cf}|\ufe0f|\u20e3/gu
const FRACTION = /[¼-¾⅐-⅞]/u
/** Letters with the marks typed behind them, and the parts of a Hangul syllable. */
const CLUSTER = /[\u1100-\u11ff]+|[\s\S]\p{M}*/gu
/** Nothing here combines with its neighbour, so each unit can be levelled by itself. */
const SIMPLE =
  /^[\n -\u02ff\u1e00-\u1eff\u2010-\u2027\u2605\u2606\u2b50\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uff9d]*$/
const SPECIAL: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  ㄧ: '一',
  '´': "'",
  '🔟': '10',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '～': '~',
  '〜': '~',
}
const levels = new Map<string, string>()

/** What a character, with its marks, is matched as; most are asked for again and again. */
function level(cluster: string): string {
  const known = levels.get(cluster)
  if (known !== undefined) return known
  const made = make(cluster)
  if (cluster.length === 1) levels.set(cluster, made)
  return made
}

function make(cluster: string): string {
  const special = SPECIAL[cluster]
  if (special !== undefined) return special
  if (FRACTION.test(cluster)) return '½'
  if (/^\p{Script=Han}$/u.test(cluster)) return simplify(cluster)
  const plain = cluster.normalize('NFKC').replace(INVISIBLE, '').toLowerCase()
  if (!/^\s$/u.test(plain)) return plain
  return /[\n\r\u2028\u2029]/.test(plain) ? '\n' : ' '
}

/** Any string → its folded form, in linear time. */
export function fold(given: string): Folded {
  const text = given.length > LIMIT ? given.slice(0, LIMIT) : given
  const clusters = SIMPLE.test(text) ? text : (text.match(CLUSTER) ?? '')
  const at: number[] = []
  let folded = ''
  let kana = false
  let last = ''
  let run = 0
  let from = 0
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i] ?? ''
    const to = level(cluster)
    const start = from
    from += cluster.length
    if (to === '') continue
    run = to === last ? run + 1 : 1
    last = to
    if (run > 1 && (to === ' ' || (run > 2 && to >= 'a' && to <= 'z'))) continue
    if (to >= '\u3041' && to <= '\u30fa') kana = true
    folded += to
    for (let k = 0; k < to.length; k++) at.push(start)
  }
  if (given.length > LIMIT) {
    folded += UNREAD
    at.push(LIMIT)
  }
  at.push(given.length)
  return { text: folded, at, kana }
}
