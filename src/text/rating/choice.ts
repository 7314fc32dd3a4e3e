import distance from 'natural/lib/natural/distance/index.js'
import { clauses } from './clauses.ts'
import { fold } from './fold.ts'
import { numberClaims } from './numbers.ts'
import { tokenise } from './tokens.ts'
import { trie } from './trie.ts'

/** Labels longer than this are not compared letter by letter. */
const MAX_LABEL = 60
/** 第二个, 第2項 → the numeral alone. */
const ORDINAL = /^\s*第\s*([\p{Nd}\p{sc=Han}]{1,3}?)\s*[个個项項条條种種]?\s*$/u
const NO_LABELS = trie<number>()

interface Option {
  id: string
  labels: string[]
}

/** Reads which option is meant: its number in the list, its label, a label inside a sentence, or a near miss; `id` null when none or several. Pure and total. */
export function understandChoice(text: string, options: Option[]): { id: string | null; comment: string | null } {
  const given = text.trim()
  const said = plain(text)
  if (said === '') return { id: null, comment: null }
  const exact = only(options, (label) => label === said)
  if (exact) return { id: exact, comment: null }
  const number = numberOf(text, options.length)
  const numbered = number === null ? undefined : options[number - 1]
  if (numbered) return { id: numbered.id, comment: null }
  const inside =
    only(options, (label) => label.length > 1 && holds(said, label)) ??
    only(options, (label) => said.length > 1 && holds(label, said))
  if (inside) return { id: inside, comment: longerThanLabel(said, options, inside) ? given : null }
  const near = only(options, (label) => isNear(said, label))
  return { id: near, comment: near ? null : given }
}

function plain(text: string): string {
  return fold(text).text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
}

/** The one option with a fitting label; null when none or more than one fits. */
function only(options: readonly Option[], fits: (label: string) => boolean): string | null {
  const fitting = options.filter((option) => option.labels.some((label) => fits(plain(label))))
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}

function numberOf(text: string, count: number): number | null {
  const folded = fold(text.replace(ORDINAL, '$1').replace(/[.)、]\s*$/u, ''))
  const tokens = tokenise(folded, NO_LABELS)
  const scale = { id: 'choice', min: 1, max: count }
  const claims = clauses(tokens).flatMap((clause) =>
    numberClaims({ tokens, text: folded.text, clause, scale, kana: folded.kana }),
  )
  const [first] = claims
  return claims.length === 1 && first && !first.void && first.cleanLeft && first.cleanRight ? first.value : null
}

/** Whether `part` stands in `text`, as whole words where it is written in letters. */
function holds(text: string, part: string): boolean {
  const at = text.indexOf(part)
  if (at < 0) return false
  const letter = /[\p{sc=Latin}\d]/u
  const cutsBefore = letter.test(part.charAt(0)) && letter.test(text.charAt(at - 1))
  const cutsAfter = letter.test(part.at(-1) ?? '') && letter.test(text.charAt(at + part.length))
  return !cutsBefore && !cutsAfter
}

function longerThanLabel(said: string, options: readonly Option[], id: string): boolean {
  return !options.some(
    (option) => option.id === id && option.labels.some((label) => plain(label).length >= said.length),
  )
}

/** A fifth of the letters may be wrong, and two at most in short labels of Chinese none. */
function isNear(said: string, label: string): boolean {
  if (label.length < 4 || label.length > MAX_LABEL || Math.abs(said.length - label.length) > 3) return false
  const limit = Math.min(3, Math.max(1, Math.floor(label.length / 5)))
  return distance.DamerauLevenshteinDistance(said, label, { restricted: true }) <= limit
}
