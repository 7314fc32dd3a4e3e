import { childOf, end, endsAt, follow, type Growing, laid, sprout, type Trie } from '../trie.ts'
import type { Beginning } from './beginnings.ts'

/** Where patterns may begin, by the first characters: patterns go by their number. */
export interface Starts {
  /** Character → its symbol in the tries, 0 for one with which none begins. */
  symbols: Uint16Array
  behindLetters: Trie
  elsewhere: Trie
  /** Patterns that may begin where the text does. */
  first: readonly number[]
  /** By pattern: 1 where it may begin with anything. */
  anywhere: Uint8Array
}

const [A, Z] = [0x61, 0x7a]

/** The beginnings of each pattern → where it may begin. */
export function startsOf(patterns: readonly (readonly Beginning[])[]): Starts {
  const symbols = new Uint16Array(0x10000)
  let count = 0
  const symbolOf = (char: string): number => {
    const unit = char.charCodeAt(0)
    symbols[unit] ||= ++count
    return symbols[unit] ?? 0
  }
  const [behindLetters, elsewhere] = [sprout(), sprout()]
  const anywhere = Uint8Array.from(patterns, (ways) =>
    ways.some(({ first, characters }) => !first && characters.length === 0) ? 1 : 0,
  )
  patterns.forEach((ways, pattern) => {
    if (anywhere[pattern] === 1) return
    for (const { apart, characters } of ways.filter(({ first }) => !first))
      for (const root of apart ? [elsewhere] : [elsewhere, behindLetters])
        for (const node of characters.reduce(
          (nodes: Growing[], options) =>
            nodes.flatMap((node) => [...options].map((char) => follow(node, symbolOf(char)))),
          [root],
        ))
          if (!node.ends?.includes(pattern)) end(node, pattern)
  })
  const first = patterns.flatMap((ways, pattern) => (ways.some((way) => way.first) ? [pattern] : []))
  for (const digit of '123456789') symbols[digit.charCodeAt(0)] = symbols['0'.charCodeAt(0)] ?? 0
  return { symbols, behindLetters: laid(behindLetters), elsewhere: laid(elsewhere), first, anywhere }
}

/** Calls `at` with each place from `from` to `to` of a text at which a pattern may begin, and the pattern. */
export function eachStart(
  starts: Starts,
  text: string,
  from: number,
  to: number,
  at: (place: number, pattern: number) => void,
): void {
  const { symbols, behindLetters, elsewhere } = starts
  if (from === 0) for (const pattern of starts.first) at(0, pattern)
  let before = from > 0 ? text.charCodeAt(from - 1) : 0
  for (let place = from; place < to; place++) {
    const trie = before >= A && before <= Z ? behindLetters : elsewhere
    before = text.charCodeAt(place)
    let node = childOf(trie, 0, symbols[before] ?? 0)
    for (let next = place + 1; node !== 0; next++) {
      const list = endsAt(trie, node)
      const last = list + (trie.ends[list] ?? 0)
      for (let e = list + 1; e <= last; e++) at(place, trie.ends[e] ?? 0)
      node = next < text.length ? childOf(trie, node, symbols[text.charCodeAt(next)] ?? 0) : 0
    }
  }
}
