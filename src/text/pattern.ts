import { fold } from './fold.ts'
import { stem } from './stem.ts'
import { childOf, end, endsFrom, endsTo, follow, type Growing, laid, sprout, type Trie } from './trie.ts'
import { CHARACTER, cut, type Units, WORD } from './units.ts'

/** Something found: units `from` (inclusive) to `to` (exclusive), and what the rule stands for. */
export interface Hit<T> {
  from: number
  to: number
  payload: T
}

/** A phrase and what it stands for. "…" is a gap, "(a|b)" a choice, "(a|)" something that may be missing. */
export interface Rule<T> {
  pattern: string
  payload: T
}

/** Finds every place of every rule, in the order of where they end a part. */
export interface Matcher<T> {
  find(text: string, units: Units): Hit<T>[]
}

/** How many units may lie in a gap ("…") of a pattern; gaps never reach over punctuation. */
const GAP = 8

/** Symbols have 16 bits. */
const MOST_NAMES = 0xffff

const BREAK = /…|\.\.\./u
const CHOICE = /\(([^()]*)\)/u

/**
 * Rules as one automaton, in plain arrays, so that it can be kept in a file. A part is what stands between two gaps of a rule; parts
 * end at the nodes of the trie. Names are those of units, in the order of their symbols.
 */
export interface Automaton extends Trie {
  names: string[]
  /** By part: the one before it or -1, whether it ends its rule, and what the rule stands for as a place in a list. */
  before: Int32Array
  last: Uint8Array
  payload: Int32Array
}

/** "(没|没有)解决" → [["没", "没有"], ["解决"]]. */
function choices(part: string): string[][] {
  if (!part.includes('(')) return part.trim() === '' ? [] : [[part]]
  return part
    .split(CHOICE)
    .map((piece, i) => (i % 2 === 1 ? piece.split('|') : [piece]))
    .filter((piece) => piece.length > 1 || piece[0]?.trim() !== '')
}

/** How many spellings a pattern stands for. */
export function spellings(pattern: string): number {
  return pattern
    .split(BREAK)
    .map((part) => choices(part).reduce((product, piece) => product * piece.length, 1))
    .reduce((sum, count) => sum + count, 0)
}

/** Patterns → one automaton, and what its rules stand for. */
export function build<T>(rules: readonly Rule<T>[]): { automaton: Automaton; payloads: T[] } {
  const alphabet = new Map<string, number>()
  const root = sprout()
  const parts: { before: number; last: boolean; payload: number }[] = []
  const payloads = new Map<T, number>()

  const idOf = (name: string): number => {
    const known = alphabet.get(name)
    if (known !== undefined) return known
    const id = alphabet.size + 1
    if (id > MOST_NAMES) throw new Error('too many different words in one set of patterns')
    alphabet.set(name, id)
    return id
  }
  const known = new Map<string, number[]>() // pieces come again in many phrases
  const idsOf = (piece: string): number[] => {
    const found = known.get(piece)
    if (found) return found
    const made = names(piece).map(idOf)
    known.set(piece, made)
    return made
  }
  const insert = (spelled: string[][], part: number) => {
    let nodes = [root]
    for (const piece of spelled) {
      const reached = new Set<Growing>()
      for (const option of piece) {
        const path = idsOf(option)
        for (const node of nodes) reached.add(path.reduce(follow, node))
      }
      nodes = [...reached]
    }
    for (const node of nodes) if (node !== root) end(node, part)
  }
  for (const { pattern, payload } of rules) {
    const place = payloads.get(payload) ?? payloads.size
    payloads.set(payload, place)
    const pieces = pattern.split(BREAK)
    pieces.forEach((text, i) => {
      const part = parts.push({
        before: i === 0 ? -1 : parts.length - 1,
        last: i === pieces.length - 1,
        payload: place,
      })
      insert(choices(text), part - 1)
    })
  }
  const automaton = {
    names: [...alphabet.keys()],
    ...laid(root),
    before: Int32Array.from(parts, ({ before }) => before),
    last: Uint8Array.from(parts, ({ last }) => (last ? 1 : 0)),
    payload: Int32Array.from(parts, ({ payload }) => payload),
  }
  return { automaton, payloads: [...payloads.keys()] }
}

/** Finds the rules of an automaton; costs the text's length times the longest phrase at worst. */
export function matcher<T>({ automaton, payloads }: { automaton: Automaton; payloads: readonly T[] }): Matcher<T> {
  const { ends, before, last, payload } = automaton
  const alphabet = new Map(automaton.names.map((name, i) => [name, i + 1]))
  const characters = new Uint16Array(0x10000)
  for (const [name, id] of alphabet) if (name.length === 1) characters[name.charCodeAt(0)] = id
  const roots = new Int32Array(alphabet.size + 1)
  for (let symbol = 1; symbol < roots.length; symbol++) roots[symbol] = childOf(automaton, 0, symbol)

  let ids = new Uint16Array(256)
  // By place in `ends`: the part that must have come before, or -1; and what the rule that ends there stands for, or -1 where it goes on.
  const waitsFor = ends.map((part) => before[part] ?? -1)
  const standsFor = ends.map((part) => (last[part] === 1 ? (payload[part] ?? -1) : -1))
  // Whether a part has been found in this text, and where last, for the part that follows it.
  const seen = new Uint8Array(before.length)
  const beganAt = new Int32Array(before.length)
  const endedAt = new Int32Array(before.length)

  return {
    find(text, units) {
      const { count, clause, from, to, kind } = units
      if (ids.length < count) ids = new Uint16Array(count)
      for (let i = 0; i < count; i++) {
        const at = from[i] ?? 0
        ids[i] =
          kind[i] === CHARACTER && (to[i] ?? 0) === at + 1
            ? (characters[text.charCodeAt(at)] ?? 0)
            : (alphabet.get(nameOf(text, units, i)) ?? 0)
      }
      const hits: Hit<T>[] = []
      const started: number[] = []
      const take = (e: number, earlier: number, start: number, end: number) => {
        let began = start
        if (earlier >= 0) {
          const gap = start - (endedAt[earlier] ?? 0)
          if (gap < 0 || gap > GAP || clause[start - gap - 1] !== clause[start]) return
          began = beganAt[earlier] ?? 0
        }
        const stands = standsFor[e] ?? -1
        if (stands >= 0) {
          const found = payloads[stands]
          if (found !== undefined) hits.push({ from: began, to: end, payload: found })
        } else {
          const part = ends[e] ?? 0
          if (seen[part] === 0) started.push(part)
          seen[part] = 1
          beganAt[part] = began
          endedAt[part] = end
        }
      }
      for (let i = 0; i < count; i++) {
        let node = roots[ids[i] ?? 0] ?? 0
        for (let k = i + 1; node !== 0; k++) {
          const last = endsTo(automaton, node)
          for (let e = endsFrom(automaton, node); e < last; e++) {
            const earlier = waitsFor[e] ?? -1
            if (earlier < 0 || seen[earlier] === 1) take(e, earlier, i, k)
          }
          node = k < count && clause[k] === clause[i] ? childOf(automaton, node, ids[k] ?? 0) : 0
        }
      }
      for (const part of started) seen[part] = 0
      return hits
    },
  }
}

/** Patterns → what finds them. */
export const compile = <T>(rules: readonly Rule<T>[]): Matcher<T> => matcher(build(rules))

const HAN_ONLY = /^[\u4e00-\u9fff]+$/
const WORDS_ONLY = /^ *[a-z]+(?: +[a-z]+)* *$/

function names(phrase: string): string[] {
  if (HAN_ONLY.test(phrase)) return fold(phrase).text.split('')
  if (WORDS_ONLY.test(phrase)) return phrase.trim().split(/ +/).map(stem)
  const { text } = fold(phrase)
  const units = cut(text)
  return Array.from({ length: units.count }, (_, i) => nameOf(text, units, i))
}

function nameOf(text: string, units: Units, i: number): string {
  const word = text.slice(units.from[i], units.to[i])
  return units.kind[i] === WORD ? stem(word) : word
}
