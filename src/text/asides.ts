import type { Aside } from './lexicon/asides.ts'
import { partOf } from './part.ts'
import type { Reading } from './reading.ts'
import { NUMBER, WORD } from './units.ts'

const RISKS: ReadonlySet<string> = new Set(['churn', 'legal', 'safety'])

/**
 * A reading → that without what is neither good nor bad beside others (a greeting, "my number is …", "please call me back"), so
 * that it cannot dilute what the others say: itself where all of it counts, undefined when there is a request and nothing else.
 */
export function withoutAsides(reading: Reading): Reading | undefined {
  const { units, hits, feeling } = reading
  const asides: { from: number; to: number; is: Aside }[] = []
  for (const { from, to, payload } of hits) if (payload.of === 'aside') asides.push({ from, to, is: payload.aside })
  if (!asides.some(({ is }) => is !== 'join')) return reading
  const pieceOf = pieces(
    units.clause,
    asides.filter(({ is }) => is === 'join'),
  )
  const covered = new Uint8Array(units.count)
  const requests = new Set<number>()
  for (const { from, to, is } of asides) {
    covered.fill(1, from, to)
    if (is === 'opening' && pieceOf[from - 1] !== pieceOf[from]) requests.add(pieceOf[from] ?? 0)
  }
  const speaking = new Set<number>()
  for (let i = 0; i < units.count; i++) {
    const piece = pieceOf[i] ?? 0
    if (covered[i] || speaking.has(piece)) continue
    if (requests.has(piece) ? feeling.values[i] !== 0 : !isNumber(reading, i)) speaking.add(piece)
  }
  for (const { from, payload } of hits)
    if (payload.of === 'signal' && RISKS.has(payload.id)) speaking.add(pieceOf[from] ?? 0)
  if (speaking.size === 0) return requests.size > 0 ? undefined : reading
  if (speaking.size === (pieceOf.at(-1) ?? 0) + 1) return reading
  const kept = new Uint8Array(units.count)
  for (let i = 0; i < units.count; i++) if (speaking.has(pieceOf[i] ?? 0)) kept[i] = 1
  return partOf(reading, kept)
}

/** Unit → its clause, where a "because" begins one too. */
function pieces(clause: Uint16Array, joins: readonly { from: number }[]): Uint16Array {
  const starts = new Set(joins.map(({ from }) => from))
  const pieceOf = new Uint16Array(clause.length)
  for (let i = 1, piece = 0; i < clause.length; i++) {
    if (clause[i] !== clause[i - 1] || starts.has(i)) piece++
    pieceOf[i] = piece
  }
  return pieceOf
}

/** A number, or letters that touch one: "AB12345", "AB-2024-7781". */
function isNumber({ folded, units: { kind, from, to } }: Reading, i: number): boolean {
  if (kind[i] !== WORD) return kind[i] === NUMBER
  const touches = (left: number, right: number) => /^[-_#/]?$/.test(folded.text.slice(to[left], from[right]))
  return (kind[i - 1] === NUMBER && touches(i - 1, i)) || (kind[i + 1] === NUMBER && touches(i, i + 1))
}
