import { v7 } from 'uuid'

/** A turn's id: UUIDv7 of its instant, its last two bytes zero, which is where the ids derived from it count. */
export const turnId = (at: string): string =>
  v7({ msecs: Date.parse(at) })
    .slice(0, -4)
    .concat('0000')

/** The `n`th id (1–65535) that a turn makes. The same turn makes the same ids. */
export const derivedId = (turn: string, n: number): string => turn.slice(0, -4) + n.toString(16).padStart(4, '0')

/** The id of nothing: what is looked up by it is not there. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'
