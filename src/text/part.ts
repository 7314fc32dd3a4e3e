import { columnsFor, type Grams, hasEmoji } from './grams.ts'
import { addHit, hitAt, hitsTaken } from './hits.ts'
import { assemble, type Reading, read } from './reading.ts'
import { LONGEST, type Units, undecorated } from './units.ts'

/** So few units may be emoji, which count beside few words only. */
const FEW = 4

/**
 * A reading → that of its text without the units that are not kept, equal to the reading of that text. It is read anew only where this
 * joins what no punctuation parted, or could bring up what had not counted: all else has been found already, which saves a third of
 * what a long comment costs.
 */
export function partOf(reading: Reading, kept: Uint8Array): Reading {
  const { folded, units, hits, taxonomy } = reading
  const places = new Uint16Array(units.count)
  const moves = new Int32Array(units.count)
  let text = ''
  let count = 0
  let isParted = folded.text.length <= LONGEST
  for (let i = 0, end = 0; i < units.count; i = end) {
    end = i + 1
    while (units.clause[end] === units.clause[i] && kept[end] === kept[i]) end++
    if (kept[i] === 0) continue
    const begun = i === 0 ? 0 : (units.from[i] ?? 0)
    moves.fill(text.length - begun, i, end)
    for (let unit = i; unit < end; unit++) places[unit] = count++
    text += folded.text.slice(begun, units.from[end])
    if (units.clause[end] === units.clause[end - 1]) isParted = false
  }
  // What was decoration beside all the words does not speak because fewer are left.
  if (!isParted || count <= FEW) return read(hasEmoji(reading.grams) ? text : undecorated(text), taxonomy)
  const isKept = (from: number, to: number) => kept[from] === 1 && kept[to - 1] === 1
  for (let i = 0; i < hits.count; i++) {
    const { from, to } = hitAt(hits, i)
    if (isKept(from, to)) addHit(places[from] ?? 0, (places[to - 1] ?? 0) + 1, hits.what[i] ?? 0)
  }
  return assemble(
    { text, start: (i) => i, end: (i) => i + 1 },
    unitsOf(units, count, kept, moves),
    gramsOf(reading.grams, isKept, places),
    hitsTaken(hits.payloads),
    taxonomy,
  )
}

function unitsOf(units: Units, count: number, kept: Uint8Array, moves: Int32Array): Units {
  const [from, to, clause] = [new Uint16Array(count), new Uint16Array(count), new Uint16Array(count)]
  const kind = new Uint8Array(count)
  const questions = new Set<number>()
  for (let unit = 0, at = 0; unit < units.count; unit++) {
    if (kept[unit] === 0) continue
    const moved = moves[unit] ?? 0
    const here = units.clause[unit] ?? 0
    from[at] = (units.from[unit] ?? 0) + moved
    to[at] = (units.to[unit] ?? 0) + moved
    clause[at] = here
    kind[at++] = units.kind[unit] ?? 0
    if (units.questions.has(here)) questions.add(here)
  }
  return { count, from, to, clause, kind, sentenceEnds: units.sentenceEnds, questions }
}

function gramsOf(grams: Grams, isKept: (from: number, to: number) => boolean, places: Uint16Array): Grams {
  const { hash, from, to, of } = columnsFor(grams.count)
  let count = 0
  for (let i = 0; i < grams.count; i++) {
    const [first, end] = [grams.from[i] ?? 0, grams.to[i] ?? 0]
    if (!isKept(first, end)) continue
    hash[count] = grams.hash[i] ?? 0
    from[count] = places[first] ?? 0
    to[count] = (places[end - 1] ?? 0) + 1
    of[count++] = grams.of[i] ?? 0
  }
  return { count, hash, of, from, to }
}
