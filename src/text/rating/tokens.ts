import { chineseNumber, isNumeral } from '../numerals.ts'
import { balanced } from './balance.ts'
import { atBorder, DIGIT, HAN, kindOf, LETTER, MARK, runEnd, SPACE } from './chars.ts'
import { type Folded, UNREAD } from './fold.ts'
import { COUNTED, LEXICON } from './lexicon/compile.ts'
import type { Tag } from './lexicon/tag.ts'
import { markAt, starsAt } from './signs.ts'
import { labelled, meant, type Token, token } from './token.ts'
import { longest, type Trie } from './trie.ts'
import { correct } from './typos.ts'

const NUMBER = /\d+(?:[.,:]\d+)*/y
/** A page's markup, closed or not: what stands in it was not said by the customer as a rating. */
const MARKUP = /<[a-z/!][^<>]*>?/y
const MODIFIERS = new Set<Tag>(['not', 'nothing', 'notAtAll', 'very', 'rather', 'all'])
const STRENGTHENED = new Set<Tag>([...MODIFIERS, 'word', 'thanks'])

/** Folded answer → its pieces, left to right, spaces left out; linear. `labels` are the words the flow shows, with their values. */
export function tokenise({ text }: Folded, labels: Trie<number>): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (kindOf(text.charCodeAt(at)) === SPACE && text.charAt(at) !== '\n') {
      at++
      continue
    }
    const next = tokenAt(text, at, labels, tokens)
    settle(tokens, next, text)
    tokens.push(next)
    at = next.to
  }
  settle(tokens, null, text)
  return balanced(tokens, text)
}

/** Decides what the last token is, now that the `next` is known: 十分 is "very" only before what it can strengthen, "un" an article before a number. */
function settle(tokens: Token[], next: Token | null, text: string) {
  const last = tokens.at(-1)
  if (!last) return
  if (last.tag === 'num' && last.spelled && next?.tag === 'num' && next.from > last.to) last.tag = 'fill'
  if (last.tag !== 'very' || text.slice(last.from, last.to) !== '十分') return
  if (next && STRENGTHENED.has(next.tag)) return
  tokens.pop()
  tokens.push(token('num', last.from, last.from + 1, 10, true), token('point', last.from + 1, last.to))
}

function tokenAt(text: string, at: number, labels: Trie<number>, before: readonly Token[]): Token {
  const kind = kindOf(text.charCodeAt(at))
  if (text.charAt(at) === '\n') return token('stop', at, at + 1)
  const phrase = phraseAt(text, at, labels, before)
  if (kind === DIGIT) {
    const digits = numberAt(text, at, before)
    return phrase && phrase.to > digits.to ? phrase : digits
  }
  if (kind === HAN) return numeralAt(text, at, phrase) ?? phrase ?? token('other', at, at + 1)
  if (kind === LETTER) return phrase ?? unknownAt(text, at)
  if (kind === MARK) return markupAt(text, at) ?? phrase ?? markAt(text, at)
  if (text.charAt(at) === UNREAD) return token('other', at, at + 1)
  return starsAt(text, at) ?? phrase ?? token('emoji', at, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1))
}

/** What the lexicon, or the flow, knows to begin at `at`; a label stands above the lexicon, but not behind a negation that turns it. */
function phraseAt(text: string, at: number, labels: Trie<number>, before: readonly Token[]): Token | null {
  if (!atBorder(text, at)) return null
  const phrase = longest(LEXICON, text, at, atBorder)
  const last = before.at(-1)
  const counted = last?.tag === 'num' ? longest(COUNTED, text, at, atBorder) : null
  if (counted && counted.to >= (phrase?.to ?? 0)) return token('count', at, counted.to)
  const label = labels.next ? longest(labels, text, at, atBorder) : null
  const turned = phrase?.value.tag === 'word' && last !== undefined && MODIFIERS.has(last.tag)
  if (label && label.to >= (phrase?.to ?? 0) && !turned) {
    return labelled(label.value, phrase?.to === label.to ? phrase.value : null, at, label.to)
  }
  return phrase ? meant(phrase.value, at, phrase.to) : null
}

function markupAt(text: string, at: number): Token | null {
  MARKUP.lastIndex = at
  const markup = text.charAt(at) === '<' ? MARKUP.exec(text)?.[0] : undefined
  return markup === undefined ? null : token('other', at, at + markup.length)
}

function unknownAt(text: string, at: number): Token {
  const to = runEnd(text, at)
  return correct(text, at, to, LEXICON) ?? token('other', at, to)
}

/** 四分之三 is a share of something and no rating. */
const SHARE = /[一二两三四五六七八九十百]{1,3}分之[一二两三四五六七八九十百]{1,3}/y

/** A run of Chinese numerals, unless a longer `phrase` begins with it (一般). */
function numeralAt(text: string, at: number, phrase: Token | null): Token | null {
  let to = at
  while (to < text.length && isNumeral(text.charAt(to))) to++
  SHARE.lastIndex = at
  const share = to > at ? SHARE.exec(text)?.[0].length : undefined
  if (share !== undefined && (phrase?.to ?? 0) < at + share) return token('other', at, at + share)
  if (to === at || (phrase && phrase.to > to) || (phrase && phrase.to === to && phrase.tag !== 'num')) return null
  return token('num', at, to, to - at > 6 ? null : chineseNumber(text.slice(at, to)), true)
}

/** 4 · 4.0 → 4; 4.5 and 4,5 → a number without a whole value; -1 → below every scale; 5:30 and digits inside a name (A4) → no number. */
function numberAt(text: string, at: number, before: readonly Token[]): Token {
  NUMBER.lastIndex = at
  const digits = NUMBER.exec(text)?.[0] ?? text.charAt(at)
  const to = at + digits.length
  const call = at > 1 && text.charAt(at - 1) === '(' // "alert(1)"
  const inName =
    at > 0 && kindOf(text.charCodeAt(at - (call ? 2 : 1))) === LETTER && before.at(call ? -2 : -1)?.tag === 'other'
  if (inName || digits.includes(':')) return token('other', at, to)
  if (/^5{3,}$/.test(digits)) return token('fill', at, to) // to Chinese ears it weeps, and no scale goes so far
  if (!/^\d+(?:\.0+)?$/.test(digits)) return token('num', at, to, null)
  const negative =
    text.charAt(at - 1) === '-' && (at < 2 || text.charAt(at - 2) === ' ') && before.at(-2)?.tag !== 'num'
  return token('num', at, to, negative ? -Number(digits) : Number(digits))
}
