import { ROOM } from './units.ts'

/** Where phrases stand in a text, `count` of them: the units `from` (inclusive) to `to` (exclusive), and which payload each has. */
export interface Hits<T> {
  readonly count: number
  readonly from: Uint16Array
  readonly to: Uint16Array
  readonly what: Uint16Array
  readonly payloads: readonly T[]
}

/** The units of one hit. */
export const hitAt = ({ from, to }: Hits<unknown>, i: number) => ({ from: from[i] ?? 0, to: to[i] ?? 0 })

const grown = (list: Uint16Array) => {
  const longer = new Uint16Array(list.length * 2)
  longer.set(list)
  return longer
}

let from = new Uint16Array(ROOM)
let to = new Uint16Array(ROOM)
let what = new Uint16Array(ROOM)
let count = 0

/** Adds a hit to those that `hitsTaken` will give: they are put together in memory that every text uses again. */
export function addHit(first: number, end: number, payload: number): void {
  if (count === from.length) [from, to, what] = [grown(from), grown(to), grown(what)]
  from[count] = first
  to[count] = end
  what[count++] = payload
}

/** The hits added since it was last asked. */
export function hitsTaken<T>(payloads: readonly T[]): Hits<T> {
  const taken = { count, from: from.slice(0, count), to: to.slice(0, count), what: what.slice(0, count), payloads }
  count = 0
  return taken
}
