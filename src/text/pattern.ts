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

/** One part of a rule, between gaps; where it was last found is kept for the part that follows it. */
interface Part<T> {
  payload: T
  before: Part<T> | undefined
  last: boolean
  run: number
  began: number
  ended: number
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

/** Patterns → one automaton; finding costs the text's length times the longest phrase at worst. */
export function compile<T>(rules: readonly Rule<T>[]): Matcher<T> {
  const alphabet = new Map<string, number>()
  const edges = new Edges()
  const ends: (Part<T>[] | undefined)[] = [undefined]

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
  const insert = (spelled: string[][], part: Part<T>) => {
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
    const parts = pattern.split(BREAK)
    let before: Part<T> | undefined
    parts.forEach((text, i) => {
      const part = { payload, before, last: i === parts.length - 1, run: 0, began: 0, ended: 0 }
      insert(choices(text), part)
      before = part
    })
  }

  const characters = new Uint16Array(0x10000)
  for (const [name, id] of alphabet) if (name.length === 1) characters[name.charCodeAt(0)] = id
  const first = new Uint8Array(alphabet.size + 1)
  for (const id of alphabet.values()) first[id] = edges.get(0, id) === 0 ? 0 : 1

  let ids = new Uint16Array(256)
  let run = 0
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
      for (let i = 0; i < count; i++) {
        if (first[ids[i] ?? 0] === 0) continue
        let node = 0
        for (let k = i; k < count && clause[k] === clause[i]; k++) {
          node = edges.get(node, ids[k] ?? 0)
          if (node === 0) break
          const found = ends[node]
          if (found) for (const part of found) take(part, i, k + 1, units, run, hits)
        }
      }
      return hits
    },
  }
}

function take<T>(part: Part<T>, from: number, to: number, units: Units, run: number, hits: Hit<T>[]): void {
  const { before } = part
  let began = from
  if (before) {
    if (before.run !== run || from < before.ended || from - before.ended > GAP) return
    if (units.clause[before.ended - 1] !== units.clause[from]) return
    began = before.began
  }
  if (part.last) hits.push({ from: began, to, payload: part.payload })
  else {
    part.run = run
    part.began = began
    part.ended = to
  }
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

function nameOf(text: string, units: Units, i: number): string {
  const word = text.slice(units.from[i], units.to[i])
  return units.kind[i] === WORD ? stem(word) : word
}
