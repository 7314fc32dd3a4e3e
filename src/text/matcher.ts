import { addHit, type Hits, hitsTaken } from './hits.ts'
import { type Automaton, build, ofPart, type Rule } from './pattern.ts'
import { stem } from './stem.ts'
import { childOf, endsAt } from './trie.ts'
import { CHARACTER, LONGEST, type Units, WORD } from './units.ts'

/** Finds every place of every rule, in the order of where they end a part. */
export interface Matcher<T> {
  find(text: string, units: Units): Hits<T>
}

/** How many units may lie in a gap ("…") of a pattern; gaps never reach over punctuation. */
const GAP = 8

/** So many words are remembered: they come from strangers, and memory must have an end. */
const MOST_WORDS = 20_000

/** Finds the rules of an automaton; costs the text's length times the longest phrase at worst. */
export function matcher<T>({ automaton, payloads }: { automaton: Automaton; payloads: readonly T[] }): Matcher<T> {
  const { ends, before, stands } = automaton
  const symbolsIn = speller(automaton.names)
  // Whether a part has been found in this text, and where last, for the part that follows it.
  const seen = new Uint8Array(before.length)
  const beganAt = new Int32Array(before.length)
  const endedAt = new Int32Array(before.length)

  return {
    find(text, units) {
      const { count, clause } = units
      const ids = symbolsIn(text, units)
      const started: number[] = []
      let openTo = -1 // a part that begins later follows none
      const take = (part: number, start: number, end: number) => {
        const earlier = before[part] ?? -1
        let began = start
        if (earlier >= 0) {
          if (start > openTo || seen[earlier] === 0) return
          const gap = start - (endedAt[earlier] ?? 0)
          if (gap < 0 || gap > GAP || clause[start - gap - 1] !== clause[start]) return
          began = beganAt[earlier] ?? 0
        }
        const what = stands[part] ?? -1
        if (what >= 0) addHit(began, end, what)
        else {
          if (seen[part] === 0) started.push(part)
          seen[part] = 1
          beganAt[part] = began
          endedAt[part] = end
          openTo = Math.max(openTo, end + GAP)
        }
      }
      for (let i = 0; i < count; i++) {
        let node = childOf(automaton, 0, ids[i] ?? 0)
        for (let k = i + 1; node !== 0; k++) {
          const at = endsAt(automaton, node)
          const last = at + (ends[at] ?? 0)
          for (let e = at + 1; e <= last; e++) {
            const what = ends[e] ?? 0
            if (what >= 0) addHit(i, k, what)
            else take(ofPart(what), i, k)
          }
          node = k < count && clause[k] === clause[i] ? childOf(automaton, node, ids[k] ?? 0) : 0
        }
      }
      for (const part of started) seen[part] = 0
      return hitsTaken(payloads)
    },
  }
}

/** The names of an automaton → what gives the symbol of each unit, 0 for an unknown one, in memory that the next text uses again. */
function speller(names: readonly string[]): (text: string, units: Units) => Uint16Array {
  const alphabet = new Map(names.map((name, i) => [name, i + 1]))
  const characters = new Uint16Array(0x10000)
  for (const [name, id] of alphabet) if (name.length === 1) characters[name.charCodeAt(0)] = id
  const words = new Map<string, number>()
  const idOf = (word: string): number => {
    const known = words.get(word)
    if (known !== undefined) return known
    const id = alphabet.get(stem(word)) ?? 0
    if (words.size >= MOST_WORDS) words.clear()
    words.set(word, id)
    return id
  }
  const ids = new Uint16Array(LONGEST)
  return (text, { count, from, to, kind }) => {
    for (let i = 0; i < count; i++) {
      const [at, end] = [from[i] ?? 0, to[i] ?? 0]
      if (kind[i] === CHARACTER && end === at + 1) ids[i] = characters[text.charCodeAt(at)] ?? 0
      else if (kind[i] === WORD) ids[i] = idOf(text.slice(at, end))
      else ids[i] = alphabet.get(text.slice(at, end)) ?? 0
    }
    return ids
  }
}

/** Patterns → what finds them. */
export const compile = <T>(rules: readonly Rule<T>[]): Matcher<T> => matcher(build(rules))
