import distance from 'natural/lib/natural/distance/index.js'
import type { Meaning } from './lexicon/compile.ts'
import { en } from './lexicon/en.ts'
import { meant, type Token } from './token.ts'
import { longest, type Trie } from './trie.ts'

/** Misspelt words are looked for in short answers only: beyond this length the cost would grow with the text. */
const MAX_TEXT = 200

interface Target {
  word: string
  letters: number
}

const targets = new Map<string, Target[]>()

function aim(word: string) {
  const initial = word.charAt(0)
  targets.set(initial, [...(targets.get(initial) ?? []), { word, letters: letters(word) }])
}

/** A bit for each of the 26 letters a word has: words that differ in many letters need no measuring. */
function letters(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

for (const list of [en.core, en.satisfaction, en.agreement]) {
  for (const words of Object.values(list)) {
    for (const word of words.split(',')) {
      if (word.length >= 5 && /^[a-z]+$/.test(word)) aim(word)
    }
  }
}
for (const word of ['extremely', 'completely', 'totally', 'really', 'strongly', 'somewhat', 'slightly']) aim(word)
for (const word of ['service', 'experience', 'overall']) aim(word)

const sorted = (word: string): string => [...word].sort().join('')

/** Each letter that is written several times running, once. */
function once(word: string): string {
  return word.replace(/(.)\1+/g, '$1')
}

const NUMBERS = ['three', 'four', 'five', 'seven', 'eight', 'nine', 'zero']
/** Of number words letters may change places ("fuor") or stand twice ("thrree"); any letter more or less would make them other words. */
const STIRRED = new Map(NUMBERS.map((word) => [sorted(word), word]))
const STUTTERED = new Map(NUMBERS.map((word) => [once(word), word]))
/** Those that lack a letter and are no other word. */
const SHORTENED = new Map([
  ['sevn', 'seven'],
  ['eigt', 'eight'],
  ['eght', 'eight'],
  ['eigh', 'eight'],
])

const allowed = (length: number) => (length >= 9 ? 2 : 1)

/** An unknown English word `from`..`to` → the scale word it misspells ("satisifed", "excelent"); null when none is near enough. */
export function correct(text: string, from: number, to: number, lexicon: Trie<Meaning>): Token | null {
  const length = to - from
  if (text.length > MAX_TEXT || length < 4 || length > 16) return null
  const word = text.slice(from, to)
  const number = STIRRED.get(sorted(word)) ?? STUTTERED.get(once(word)) ?? SHORTENED.get(word)
  if (number?.startsWith(word.charAt(0)) && word !== 'there') return known(number, from, to, lexicon)
  const mine = letters(word)
  for (const target of targets.get(word.charAt(0)) ?? []) {
    const limit = allowed(target.word.length)
    if (Math.abs(target.word.length - length) > limit || bitCount(target.letters ^ mine) > 2 * limit) continue
    if (distance.DamerauLevenshteinDistance(word, target.word, { restricted: true }) > limit) continue
    const found = known(target.word, from, to, lexicon)
    if (found) return found
  }
  return null
}

function known(word: string, from: number, to: number, lexicon: Trie<Meaning>): Token | null {
  const found = longest(lexicon, word, 0, (_, end) => end === word.length)
  return found && meant(found.value, from, to)
}
