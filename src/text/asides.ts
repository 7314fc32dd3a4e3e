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
  const asides: number[] = []
  let isAny = false
  for (let i = 0; i < hits.count; i++) {
    const aside = asideAt(reading, i)
    if (aside) asides.push(i)
    if (aside && aside !== 'join') isAny = true
  }
  if (!isAny) return reading
  const pieceOf = pieces(reading, asides)
  const count = (pieceOf.at(-1) ?? 0) + 1
  const covered = new Uint8Array(units.count)
  const requests = new Uint8Array(count)
  const speaking = new Uint8Array(count)
  for (const i of asides) {
    const from = hits.from[i] ?? 0
    const to = hits.to[i] ?? 0
    for (let unit = from; unit < to; unit++) covered[unit] = 1
    const begins = from === 0 || pieceOf[from - 1] !== pieceOf[from]
    if (begins && asideAt(reading, i) === 'opening') requests[pieceOf[from] ?? 0] = 1
  }
  for (let i = 0; i < units.count; i++) {
    const piece = pieceOf[i] ?? 0
    if (covered[i] || speaking[piece]) continue
    if (requests[piece] ? feeling.values[i] !== 0 : !isNumber(reading, i)) speaking[piece] = 1
  }
  for (let i = 0; i < hits.count; i++) {
    const found = hits.payloads[hits.what[i] ?? 0]
    if (found?.of === 'signal' && RISKS.has(found.id)) speaking[pieceOf[hits.from[i] ?? 0] ?? 0] = 1
  }
  if (!speaking.includes(1)) return requests.includes(1) ? undefined : reading
  if (!speaking.includes(0)) return reading
  const kept = new Uint8Array(units.count)
  for (let i = 0; i < units.count; i++) kept[i] = speaking[pieceOf[i] ?? 0] ?? 0
  return partOf(reading, kept)
}

const asideAt = ({ hits }: Reading, i: number) => hits.payloads[hits.what[i] ?? 0]?.aside

/** Unit → its clause, where a "because" begins one too. */
function pieces(reading: Reading, asides: readonly number[]): Uint16Array {
  const { clause } = reading.units
  const starts = new Uint8Array(clause.length)
  for (const i of asides) if (asideAt(reading, i) === 'join') starts[reading.hits.from[i] ?? 0] = 1
  const pieceOf = new Uint16Array(clause.length)
  for (let i = 1, piece = 0; i < clause.length; i++) {
    if (clause[i] !== clause[i - 1] || starts[i]) piece++
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
