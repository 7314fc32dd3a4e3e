import type { Tag } from './lexicon/tag.ts'
import { type Token, token } from './token.ts'

const BETWEEN = new Set<Tag>(['stop', 'but', 'or', 'fill', 'whole'])
const DEGREES = new Set<Tag>(['fill', 'very', 'rather', 'all'])

/** "Not amazing, not awful", "neither great nor terrible": good and bad that are both denied are one word for the middle. */
export function balanced(tokens: readonly Token[], text: string): Token[] {
  const all: Token[] = []
  for (let i = 0; i < tokens.length; ) {
    const one = deniedAt(tokens, i, text)
    const other = one && deniedAt(tokens, past(tokens, one.to, BETWEEN), text)
    if (one && other && one.side === -other.side) {
      const [first, last] = [tokens[i], tokens[other.to - 1]]
      all.push({ ...token('word', first?.from ?? 0, last?.to ?? 0), core: true, levels: { satisfaction: 0 } })
      i = other.to
    } else {
      const kept = tokens[i++]
      if (kept) all.push(kept)
    }
  }
  return all
}

/** A scale word that is denied at `i`: on which side of the middle it lies by itself, and where it ends. */
function deniedAt(tokens: readonly Token[], i: number, text: string): { side: number; to: number } | null {
  const token = tokens[i]
  if (token === undefined) return null
  const phrase = text.slice(token.from, token.to)
  if (token.tag === 'word' && phrase.startsWith('not ')) return sided(token, -1, i + 1)
  if (token.tag !== 'not' && phrase !== 'neither') return null
  const at = past(tokens, i + 1, DEGREES)
  const word = tokens[at]
  return word?.tag === 'word' ? sided(word, 1, at + 1) : null
}

function sided({ levels }: Token, by: 1 | -1, to: number): { side: number; to: number } | null {
  const level = levels.satisfaction ?? 0
  return level === 0 ? null : { side: by * Math.sign(level), to }
}

function past(tokens: readonly Token[], from: number, tags: ReadonlySet<Tag>): number {
  let at = from
  while (at < from + 4 && tags.has(tokens[at]?.tag ?? 'other')) at++
  return at
}
