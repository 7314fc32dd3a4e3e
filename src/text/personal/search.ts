import type { Folded } from '../fold.ts'
import { ROOM } from '../units.ts'
import { eachCandidate, nextMatch } from './candidates.ts'
import type { Finder, Stretch, What } from './finder.ts'
import { FINDERS } from './index.ts'
import { homesIn } from './learned/homes.ts'
import { shippedNamer } from './learned/namer.ts'
import { eachPrivate } from './learned/private.ts'
import { maskAt } from './masks.ts'
import { present, TAIL } from './needs.ts'

/** How much of the text around a find tells a phone number from an order number, in characters. */
const CONTEXT = 48

/** So near a mask stands what it uncovers, in characters: no pattern spans more, with what it asks of the text around it. */
export const REACH = 200

/** Personal data: what it is, and the units of the folded text from the first to the one after the last. */
export interface Find {
  what: What
  from: number
  to: number
}

// What is found already, by character; every text uses it again.
let taken = new Uint8Array(ROOM)

/** Finds what begins in a stretch. It is read with what stands before it, and as far behind it as any pattern asks. */
export function find(given: string, folded: Folded, stretch: Stretch): Find[] {
  const read = { ...folded, text: folded.text.slice(0, stretch.to + REACH) }
  const found = byPatterns(given, read, stretch)
  eachPrivate(shippedNamer(), given, read, stretch, {
    isTaken,
    take: (what, from, to) => put({ what, from, to }, found),
  })
  return found.sort((a, b) => a.from - b.from)
}

/** What the patterns find; of what looks like an address, what is somebody's home. */
export function byPatterns(
  given: string,
  folded: Folded,
  stretch: Stretch,
  isHome = homesIn(shippedNamer(), given, folded, stretch),
): Find[] {
  const { from, to } = stretch
  const { text } = folded
  if (taken.length < text.length) taken = new Uint8Array(text.length)
  else taken.fill(0, from, text.length)
  const found: Find[] = []
  const there = present(given.slice(folded.start(from), folded.end(to - 1)), text.slice(from, to))
  if (there === 0) return found
  eachCandidate(text, from, to, there, (number) => {
    const finder = FINDERS[number]
    if (finder) matches(finder, number, text, stretch, isHome, found)
  })
  return found
}

const isTaken = (from: number, to: number): boolean => taken[from] === 1 || taken[to - 1] === 1

/** Earlier finds win. */
function put(one: Find, found: Find[]): void {
  if (isTaken(one.from, one.to)) return
  taken.fill(1, one.from, one.to)
  found.push(one)
}

// A loop over `exec`: `matchAll` makes a new expression each time, which was a fifth of what analyzing a text costs.
function matches(
  finder: Finder,
  number: number,
  text: string,
  stretch: Stretch,
  isHome: (from: number, to: number) => boolean,
  found: Find[],
): void {
  let at = finder.tail ? Math.max(stretch.from, text.length - TAIL) : stretch.from
  for (;;) {
    const match = nextMatch(number, text, at)
    if (match === null || match.index >= stretch.to) return
    const one = maskAt(text, match.index - 1) ? undefined : personal(finder, match, text)
    // where nothing is personal, what led up to it may lead up to another
    at = one ? match.index + match[0].length : match.index + 1
    if (one && !isTaken(one.from, one.to) && (one.what !== 'address' || isHome(one.from, one.to))) put(one, found)
  }
}

/** What of a match is personal, or nothing. */
function personal({ what, holds, back }: Finder, match: RegExpExecArray, text: string): Find | undefined {
  const whole = match[0]
  const before = text.slice(Math.max(0, match.index - CONTEXT), match.index)
  const after = text.slice(match.index + whole.length, match.index + whole.length + CONTEXT)
  const it = match.groups?.it ?? match.groups?.own ?? whole
  const start = match.index + whole.lastIndexOf(it)
  if (holds && !holds(whole, before, after, it)) return undefined
  const from = start - (back ? beginning(back.exec(before)?.[0] ?? '') : '').length
  return { what, from, to: start + it.length }
}

/** "我住在北京市建国" → "北京市建国": what leads up to a place is no part of it. */
function beginning(before: string): string {
  return before.replace(/^.*(?:[在住是到址于寄来去]|从(?!化)|地点|邮寄|送)/u, '')
}
