import { addHit, type Hits, hitsTaken } from './hits.ts'
import { type Automaton, build, nameOf, type Rule } from './pattern.ts'
import { childOf, endsAt } from './trie.ts'
import { CHARACTER, type Units } from './units.ts'

/** Finds every place of every rule, in the order of where they end a part. */
export interface Matcher<T> {
  find(text: string, units: Units): Hits<T>
}

/** How many units may lie in a gap ("…") of a pattern; gaps never reach over punctuation. */
const GAP = 8

/** Finds the rules of an automaton; costs the text's length times the longest phrase at worst. */
export function matcher<T>({ automaton, payloads }: { automaton: Automaton; payloads: readonly T[] }): Matcher<T> {
  const { ends, before, last, payload } = automaton
  const alphabet = new Map(automaton.names.map((name, i) => [name, i + 1]))
  const characters = new Uint16Array(0x10000)
  for (const [name, id] of alphabet) if (name.length === 1) characters[name.charCodeAt(0)] = id

  let ids = new Uint16Array(256)
  // By place in `ends`, two numbers: the part that must have come before, or -1; and what the rule that ends there stands for, or -1
  // where it goes on. A text visits places far apart: what is asked together stands together.
  const steps = new Int32Array(ends.length * 2)
  ends.forEach((part, e) => {
    steps[e * 2] = before[part] ?? -1
    steps[e * 2 + 1] = last[part] === 1 ? (payload[part] ?? -1) : -1
  })
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
      const started: number[] = []
      let openTo = -1 // a part that begins later follows none
      const take = (e: number, earlier: number, start: number, end: number) => {
        let began = start
        if (earlier >= 0) {
          const gap = start - (endedAt[earlier] ?? 0)
          if (gap < 0 || gap > GAP || clause[start - gap - 1] !== clause[start]) return
          began = beganAt[earlier] ?? 0
        }
        const stands = steps[e * 2 + 1] ?? -1
        if (stands >= 0) addHit(began, end, stands)
        else {
          const part = ends[e] ?? 0
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
            const earlier = steps[e * 2] ?? -1
            if (earlier < 0 || (i <= openTo && seen[earlier] === 1)) take(e, earlier, i, k)
          }
          node = k < count && clause[k] === clause[i] ? childOf(automaton, node, ids[k] ?? 0) : 0
        }
      }
      for (const part of started) seen[part] = 0
      return hitsTaken(payloads)
    },
  }
}

/** Patterns → what finds them. */
export const compile = <T>(rules: readonly Rule<T>[]): Matcher<T> => matcher(build(rules))
