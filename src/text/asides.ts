import type { Span } from './kinds.ts'
import { type Part, partOf, wholeOf } from './part.ts'
import type { Reading } from './reading.ts'
import { NUMBER, WORD } from './units.ts'

/** So few words beside what is masked only say what it is: "phone …", "my name: …". */
const FIELD = 2

const RISKS: ReadonlySet<string> = new Set(['churn', 'legal', 'safety'])

/**
 * A reading → that without what is neither good nor bad beside others (a greeting, "my number is …", "please call me back", and what is
 * masked), so that it cannot dilute what the others say: undefined when there is a request, or data about oneself, and nothing else.
 */
export function withoutAsides(reading: Reading, masked: readonly Span[]): Part | undefined {
  const { hits } = reading
  const asides: number[] = []
  let isAny = false
  for (let i = 0; i < hits.count; i++) {
    const aside = asideAt(reading, i)
    if (aside) asides.push(i)
    if (aside && aside !== 'join') isAny = true
  }
  if (!isAny && masked.length === 0) return wholeOf(reading)
  const hidden = hiddenIn(reading, masked)
  const pieceOf = pieces(reading, asides)
  const { speaking, silent } = voices(reading, asides, hidden, pieceOf)
  const isAll = !speaking.includes(1) && !silent.includes(1)
  const kept = hidden.map((is, i) => (is === 0 && (isAll || speaking[pieceOf[i] ?? 0] === 1) ? 1 : 0))
  if (!kept.includes(0)) return wholeOf(reading)
  return kept.includes(1) ? partOf(reading, kept) : undefined
}

/** By piece: 1 where it says something that is felt or meant, and where it is but a request or what somebody is reached by. */
function voices(reading: Reading, asides: readonly number[], hidden: Uint8Array, pieceOf: Uint16Array) {
  const { units, hits, feeling } = reading
  const count = (pieceOf.at(-1) ?? 0) + 1
  const covered = hidden.slice()
  const silent = new Uint8Array(count)
  const speaking = new Uint8Array(count)
  for (const i of asides) {
    const from = hits.from[i] ?? 0
    const to = hits.to[i] ?? 0
    for (let unit = from; unit < to; unit++) covered[unit] = 1
    const begins = from === 0 || pieceOf[from - 1] !== pieceOf[from]
    if (begins && asideAt(reading, i) === 'opening') silent[pieceOf[from] ?? 0] = 1
  }
  const words = new Uint16Array(count)
  const hiding = new Uint8Array(count)
  for (let i = 0; i < units.count; i++) {
    const piece = pieceOf[i] ?? 0
    if (hidden[i]) hiding[piece] = 1
    if (covered[i]) continue
    if (feeling.values[i] !== 0) speaking[piece] = 1
    else if (!isNumber(reading, i)) words[piece] = (words[piece] ?? 0) + 1
  }
  for (let piece = 0; piece < count; piece++) {
    if (hiding[piece] && (words[piece] ?? 0) <= FIELD) silent[piece] = 1
    if (!silent[piece] && words[piece]) speaking[piece] = 1
  }
  for (let i = 0; i < hits.count; i++) {
    const found = hits.payloads[hits.what[i] ?? 0]
    if (found?.of === 'signal' && RISKS.has(found.id)) speaking[pieceOf[hits.from[i] ?? 0] ?? 0] = 1
  }
  return { speaking, silent }
}

/** By unit: 1 where it is masked. */
function hiddenIn({ folded, units: { count, from, to } }: Reading, masked: readonly Span[]): Uint8Array {
  const hidden = new Uint8Array(count)
  let next = 0
  for (let i = 0; i < count && masked.length > 0; i++) {
    const start = folded.start(from[i] ?? 0)
    while ((masked[next]?.[1] ?? start + 1) <= start) next++
    if ((masked[next]?.[0] ?? Infinity) < folded.end((to[i] ?? 0) - 1)) hidden[i] = 1
  }
  return hidden
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
