import { fold } from './fold.ts'
import { stem } from './stem.ts'
import { end, follow, type Growing, laid, sprout, type Trie } from './trie.ts'
import { cut, type Units, WORD } from './units.ts'

/** A phrase and what it stands for. "…" is a gap, "(a|b)" a choice, "(a|)" something that may be missing. */
export interface Rule<T> {
  pattern: string
  payload: T
}

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

const HAN_ONLY = /^[\u4e00-\u9fff]+$/
const WORDS_ONLY = /^ *[a-z]+(?: +[a-z]+)* *$/

function names(phrase: string): string[] {
  if (HAN_ONLY.test(phrase)) return fold(phrase).text.split('')
  if (WORDS_ONLY.test(phrase)) return phrase.trim().split(/ +/).map(stem)
  const { text } = fold(phrase)
  const units = cut(text)
  return Array.from({ length: units.count }, (_, i) => nameOf(text, units, i))
}

/** What a unit of a folded text is called in phrases: its characters, or the stem of a word. */
function nameOf(text: string, units: Units, i: number): string {
  const word = text.slice(units.from[i], units.to[i])
  return units.kind[i] === WORD ? stem(word) : word
}
