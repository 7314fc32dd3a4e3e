import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '../../src/text/fold.ts'
import { MASKS } from '../../src/text/personal/masks.ts'
import { byPatterns } from '../../src/text/personal/search.ts'
import type { Example, OwnComment } from './examples.ts'
import { readRows } from './verbatims.ts'

/** Places in a text as given. */
export type Places = (readonly [from: number, to: number])[]

/** A text, and what in it is somebody's own. */
export interface Labelled {
  text: string
  /** Where private names stand; left out where nobody marked them. */
  names?: Places
  /** The same of numbers, of names on messengers, and of whatever else has figures. */
  codes?: Places
  /** The same of addresses. */
  homes?: Places
  /** Of which nobody knows whether they are. */
  unknown: Places
}

/** A sentence, and the pieces of it that are somebody's own. */
const Row = z.object({ text: z.string(), personal: z.array(z.string()) })
type Row = z.infer<typeof Row>

/** Sentences with personal data of all kinds, and what of it are names; the sets of the last strangers are never learned from. */
const Sentence = Row.extend({ set: z.string(), names: z.array(z.string()).default([]) })
const UNSEEN = [11, 12, 13, 14, 15, 16, 17, 18, 19, 22, 24].map((number) => `stranger ${number}`)

function placesOf(text: string, pieces: readonly string[]): Places {
  return pieces.flatMap((piece) => {
    const places: [number, number][] = []
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push([at, at + piece.length])
    return places
  })
}

/** Where nobody has marked the names: those that the patterns tell. */
function toldByPatterns(text: string): Labelled {
  const folded = fold(text)
  const [names, unknown]: [Places, Places] = [[], []]
  for (const { what, from, to } of byPatterns(text, folded, { from: 0, to: folded.text.length }, () => true))
    (what === 'name' ? names : unknown).push([folded.start(from), folded.end(to - 1)])
  return { text, names, codes: [], homes: [], unknown }
}

const HAN = /\p{Script=Han}/u

/** A text with a mask in each of some places; of two that overlap the first counts. */
function masked(text: string, places: Places): string {
  const mask = MASKS.name[HAN.test(text) ? 'zh-Hans' : 'en']
  let out = ''
  let done = 0
  for (const [from, to] of [...places].sort(([a], [b]) => a - b)) {
    if (from < done) continue
    out += text.slice(done, from) + mask
    done = to
  }
  return out + text.slice(done)
}

/** What is looked for again after masking has masks beside it: a text with names is learned from also without them. */
function withMasks(labelled: Labelled): Labelled[] {
  const { text, names = [], unknown } = labelled
  if (names.length === 0) return [labelled]
  return [labelled, { text: masked(text, [...names, ...unknown]), names: [], unknown: [] }]
}

const rowsIn = (folder: string, root: URL): Row[] =>
  readdirSync(new URL(folder, root))
    .sort()
    .flatMap((name) => readRows(new URL(`${folder}/${name}`, root), Row))

/** The sentences with private names marked, and others that seem to have some. */
export const nameRows = (root: URL): Row[] => rowsIn('scripts/train/names', root)
/** The same of numbers: whatever of a sentence is no piece of `personal` and has figures is nobody's own. */
export const codeRows = (root: URL): Row[] => rowsIn('scripts/train/codes', root)

/** The same of addresses: the others are shops and offices. */
export const homeRows = (root: URL): Row[] => rowsIn('scripts/train/homes', root)

/** What is looked for stands where patterns find none, so all that they leave is learned from; every second comment is enough. */
const EVERY = 2

/** The sentences written for this, those with personal data of all kinds, and comments, reviews and ratings in words, of which few name anybody private. */
export function labelledTexts(root: URL, comments: readonly OwnComment[], reviews: readonly Example[]): Labelled[] {
  const told = readRows(new URL('test/text/personal.jsonl', root), Sentence)
    .filter(({ set }) => !UNSEEN.includes(set))
    .map(({ text, personal, names }) => {
      const own = placesOf(text, personal)
      return { text, names: placesOf(text, names), codes: own, homes: own, unknown: own }
    })
  const answers = readRows(new URL('test/text/rating-answers.jsonl', root), Row.pick({ text: true }))
  const few = [...comments.filter((_, i) => i % EVERY === 0), ...reviews, ...answers]
  return [
    ...nameRows(root).map(({ text, personal }) => ({ text, names: placesOf(text, personal), unknown: [] })),
    ...codeRows(root).map(({ text, personal }) => ({ text, codes: placesOf(text, personal), unknown: [] })),
    ...homeRows(root).map(({ text, personal }) => ({ text, homes: placesOf(text, personal), unknown: [] })),
    ...told,
    ...few.map(({ text }) => toldByPatterns(text)),
  ].flatMap(withMasks)
}
