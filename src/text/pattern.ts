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
 * Rules as one automaton, in plain arrays, so that it can be kept in a file. What ends at a node of the trie is a rule, told by what it
 * stands for (a place in a list), or a part of a rule with gaps, told as `ofPart`. Names are those of units, in the order of their symbols.
 */
export interface Automaton extends Trie {
  names: string[]
  /** By part: the one before it or -1, and what the rule that it ends stands for, or -1 where the rule goes on. */
  before: Int32Array
  stands: Int32Array
}

/** A part as an end of a node, and back: below zero, for what rules stand for is told from zero on. */
export const ofPart = (part: number): number => -1 - part

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
  const before: number[] = []
  const stands: number[] = []
  const partOf = new Map<string, number>() // rules that begin alike share what they begin with
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
  const insert = (spelled: string[][], what: number) => {
    let nodes = [root]
    for (const piece of spelled) {
      const reached = new Set<Growing>()
      for (const option of piece) {
        const path = idsOf(option)
        for (const node of nodes) reached.add(path.reduce(follow, node))
      }
      nodes = [...reached]
    }
    for (const node of nodes) if (node !== root) end(node, what)
  }
  const insertParts = (pieces: readonly string[], place: number) => {
    let earlier = -1
    pieces.forEach((text, i) => {
      const isLast = i === pieces.length - 1
      const key = `${earlier} ${text}`
      const shared = isLast ? undefined : partOf.get(key)
      const part = shared ?? before.push(earlier) - 1
      if (shared === undefined) {
        stands.push(isLast ? place : -1)
        insert(choices(text), ofPart(part))
        if (!isLast) partOf.set(key, part)
      }
      earlier = part
    })
  }
  for (const { pattern, payload } of rules) {
    const place = payloads.get(payload) ?? payloads.size
    payloads.set(payload, place)
    const pieces = pattern.split(BREAK)
    if (pieces.length === 1) insert(choices(pattern), place)
    else insertParts(pieces, place)
  }
  const automaton = {
    names: [...alphabet.keys()],
    ...laid(root),
    before: Int32Array.from(before),
    stands: Int32Array.from(stands),
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
