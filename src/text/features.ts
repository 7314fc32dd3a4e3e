import { OF_EMOJI } from './grams.ts'
import type { Reading } from './reading.ts'
import { ROOM } from './units.ts'

/** What may tell a theme, `count` of them: a hash each, and the units from `from` to `to` it spans. */
export interface Features {
  readonly count: number
  readonly hash: Uint32Array
  readonly from: Uint16Array
  readonly to: Uint16Array
}

const memory = (most: number) => ({
  hash: new Uint32Array(most),
  from: new Uint16Array(most),
  to: new Uint16Array(most),
})
// Every text uses this again: memory of its own for each of these was nearly a third of the time of a short comment.
let room = memory(ROOM)
let last: { reading: Reading; features: Features } | undefined

/**
 * Everything in a reading that may tell a theme: n-grams without emoji (these stand beside words and tell no theme), and the
 * phrases that the taxonomy knows. The lists hold until it is asked of another reading.
 */
export function features(reading: Reading): Features {
  if (last?.reading !== reading) last = { reading, features: featuresOf(reading) }
  return last.features
}

function featuresOf({ grams, hits, excepted }: Reading): Features {
  const most = grams.count + hits.count
  if (room.hash.length < most) room = memory(most)
  const { hash, from, to } = room
  let count = 0
  for (let i = 0; i < grams.count; i++) {
    if (grams.of[i] === OF_EMOJI) continue
    hash[count] = grams.hash[i] ?? 0
    from[count] = grams.from[i] ?? 0
    to[count++] = grams.to[i] ?? 0
  }
  for (let i = 0; i < hits.count; i++) {
    const found = hits.payloads[hits.what[i] ?? 0]
    if ((found?.of !== 'theme' && found?.of !== 'signal') || excepted[i] === 1) continue
    hash[count] = found.feature
    from[count] = hits.from[i] ?? 0
    to[count++] = hits.to[i] ?? 0
  }
  return { count, hash, from, to }
}
