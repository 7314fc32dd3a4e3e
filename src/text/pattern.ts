import { Edges } from './edges.ts'
import { fold } from './fold.ts'
import { stem } from './stem.ts'
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

const BREAK = /…|\.\.\./u
const CHOICE = /\(([^()]*)\)/u

/**
 * Rules as one automaton, in plain arrays, so that it can be kept in a file. A part is what stands between two gaps of a rule. Names
 * are those of units; their ids count from 1. Node 0 is the root.
 */
export interface Automaton {
  names: string[]
  /** Of `Edges`. */
  keys: Float64Array<ArrayBuffer>
  nodes: Int32Array<ArrayBuffer>
  /** The parts that end at node n: `ended[endAt[n]]` to `ended[endAt[n + 1]]`, the latter left out. */
  endAt: Int32Array
  ended: Int32Array
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
  const edges = new Edges()
  const ends: (number[] | undefined)[] = [undefined]
  const parts: { before: number; last: boolean; payload: number }[] = []
  const payloads = new Map<T, number>()

  const follow = (node: number, id: number): number => {
    const known = edges.get(node, id)
    if (known !== 0) return known
    const to = ends.push(undefined) - 1
    edges.set(node, id, to)
    return to
  }
  const idOf = (name: string): number => {
    const known = alphabet.get(name)
    if (known !== undefined) return known
    const id = alphabet.size + 1
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
    let nodes = [0]
    for (const piece of spelled) {
      const reached: number[] = []
      for (const option of piece) {
        const path = idsOf(option)
        for (const node of nodes) {
          let at = node
          for (const id of path) at = follow(at, id)
          if (!reached.includes(at)) reached.push(at)
        }
      }
      nodes = reached
    }
    for (const node of nodes) {
      if (node === 0) continue
      const here = ends[node]
      if (here) here.push(part)
      else ends[node] = [part]
    }
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
  const endAt = new Int32Array(ends.length + 1)
  ends.forEach((here, node) => {
    endAt[node + 1] = (endAt[node] ?? 0) + (here?.length ?? 0)
  })
  const automaton = {
    names: [...alphabet.keys()],
    ...edges.table(),
    endAt,
    ended: Int32Array.from(ends.flatMap((here) => here ?? [])),
    before: Int32Array.from(parts, ({ before }) => before),
    last: Uint8Array.from(parts, ({ last }) => (last ? 1 : 0)),
    payload: Int32Array.from(parts, ({ payload }) => payload),
  }
  return { automaton, payloads: [...payloads.keys()] }
}

/** Finds the rules of an automaton; costs the text's length times the longest phrase at worst. */
export function matcher<T>({ automaton, payloads }: { automaton: Automaton; payloads: readonly T[] }): Matcher<T> {
  const { endAt, ended, before, last, payload } = automaton
  const alphabet = new Map(automaton.names.map((name, i) => [name, i + 1]))
  const edges = new Edges(automaton)
  const characters = new Uint16Array(0x10000)
  for (const [name, id] of alphabet) if (name.length === 1) characters[name.charCodeAt(0)] = id
  const first = Int32Array.from({ length: alphabet.size + 1 }, (_, id) => edges.get(0, id))

  let ids = new Uint16Array(256)
  // Where a part was last found, in which run, for the part that follows it.
  let run = 0
  const runOf = new Int32Array(before.length)
  const beganAt = new Int32Array(before.length)
  const endedAt = new Int32Array(before.length)

  return {
    find(text, units) {
      run++
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
      const take = (part: number, start: number, end: number) => {
        const earlier = before[part] ?? -1
        let began = start
        if (earlier >= 0) {
          const gap = start - (endedAt[earlier] ?? 0)
          if (runOf[earlier] !== run || gap < 0 || gap > GAP) return
          if (clause[start - gap - 1] !== clause[start]) return
          began = beganAt[earlier] ?? 0
        }
        if (last[part] === 1) {
          const stands = payloads[payload[part] ?? 0]
          if (stands !== undefined) hits.push({ from: began, to: end, payload: stands })
        } else {
          runOf[part] = run
          beganAt[part] = began
          endedAt[part] = end
        }
      }
      for (let i = 0; i < count; i++) {
        let node = first[ids[i] ?? 0] ?? 0
        for (let k = i + 1; node !== 0; k++) {
          const end = endAt[node + 1] ?? 0
          for (let e = endAt[node] ?? 0; e < end; e++) take(ended[e] ?? 0, i, k)
          node = k < count && clause[k] === clause[i] ? edges.get(node, ids[k] ?? 0) : 0
        }
      }
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
