import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** A way in which a pattern's matches begin. */
export interface Beginning {
  /** Nothing that begins so follows a letter (a-z). */
  apart: boolean
  /** What begins so stands first in a text. */
  first: boolean
  /** For each of the first characters those that may stand there, a digit as 0. Behind them anything may follow. */
  characters: readonly string[]
}

/** So many characters tell enough of a beginning. */
const FAR = 5
/** Where more different ones may stand, nothing is told. */
const FEW = 12
/** When a pattern begins in so many ways, or a way stands for so many words, it is told no further. */
const MANY = 400

/** A pattern → all ways in which its matches begin; what it asks of the text around it is passed over. Some may begin with anything. */
export function beginningsOf({ source, flags }: RegExp): Beginning[] {
  if (flags !== 'g') throw new Error(`/${source}/${flags}: only patterns with the flag g are known here`)
  return ofAlternatives(new RegExpParser().parsePattern(source).alternatives)
}

/** A beginning to which more may be added: it is not `cut` short by what tells nothing, nor long enough. */
interface Growing extends Beginning {
  cut: boolean
}

const NOTHING: Growing = { apart: false, first: false, characters: [], cut: false }
const ANYTHING: Growing = { ...NOTHING, cut: true }

const ofAlternatives = (alternatives: readonly AST.Alternative[]): Growing[] =>
  alternatives.flatMap(({ elements }) => elements.reduce((some, element) => followed(some, element), [NOTHING]))

function followed(some: readonly Growing[], element: AST.Element): Growing[] {
  if (some.every(({ cut }) => cut)) return [...some]
  const next = ofElement(element)
  const isMany = some.length * next.length > MANY
  return distinct(
    some.flatMap((one) => (one.cut ? [one] : isMany ? [{ ...one, cut: true }] : next.map((more) => joined(one, more)))),
  )
}

function joined(one: Growing, next: Growing): Growing {
  const characters = [...one.characters, ...next.characters].slice(0, FAR)
  if (characters.reduce((words, { length }) => words * length, 1) > MANY) return { ...one, cut: true }
  const isNew = one.characters.length === 0
  const apart = one.apart || (isNew && next.apart)
  const first = one.first || (isNew && next.first)
  return { apart, first, characters, cut: next.cut || characters.length === FAR }
}

function ofElement(element: AST.Element): Growing[] {
  switch (element.type) {
    case 'Assertion':
      return [{ ...NOTHING, apart: isApart(element), first: element.kind === 'start' }]
    case 'Backreference':
      return [ANYTHING]
    case 'Group':
    case 'CapturingGroup':
      return ofGroup(element)
    case 'Quantifier':
      return repeated(element)
    default: {
      const options = optionsOf(element)
      return [options === undefined ? ANYTHING : { ...NOTHING, characters: [options] }]
    }
  }
}

const groups = new Map<string, Growing[]>()

/** The same lists of words stand in many patterns. */
function ofGroup({ raw, alternatives }: AST.Group | AST.CapturingGroup): Growing[] {
  const known = groups.get(raw) ?? ofAlternatives(alternatives)
  groups.set(raw, known)
  return known
}

function repeated({ element, min, max }: AST.Quantifier): Growing[] {
  let some = [NOTHING]
  let all = min === 0 ? some : []
  for (let times = 1; times <= Math.min(max, FAR) && !some.every(({ cut }) => cut); times++) {
    some = followed(some, element)
    if (times >= min) all = [...all, ...some]
  }
  return distinct(all.length === 0 ? some : all)
}

/** Whether nothing follows a letter here; all patterns have "\b" before a word and not behind one, which the tests hold. */
function isApart(assertion: AST.Assertion): boolean {
  if (assertion.kind === 'word') return !assertion.negate
  if (assertion.kind !== 'lookbehind' || !assertion.negate) return false
  return assertion.alternatives.some(
    ({ elements }) => elements.length === 1 && /^\[(?:\\d)?a-z/.test(elements[0]?.raw ?? ''),
  )
}

/** The characters that may stand somewhere, undefined where they are many. */
function optionsOf(
  element: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass,
): string | undefined {
  const some = new Set<string>()
  const add = (from: number, to: number) => {
    for (let unit = from; unit <= to && some.size <= FEW; unit++) some.add(digitless(String.fromCharCode(unit)))
  }
  const parts = element.type === 'CharacterClass' && !element.negate ? element.elements : [element]
  for (const part of parts) {
    if (part.type === 'Character') add(part.value, part.value)
    else if (part.type === 'CharacterClassRange') add(part.min.value, part.max.value)
    else if (part.type === 'CharacterSet' && part.kind === 'digit' && !part.negate) some.add('0')
    else return undefined
  }
  return some.size > FEW ? undefined : [...some].join('')
}

const digitless = (char: string) => (/\d/.test(char) ? '0' : char)

const distinct = (some: readonly Growing[]): Growing[] => [
  ...new Map(some.map((one) => [`${one.apart} ${one.first} ${one.cut} ${one.characters.join('\n')}`, one])).values(),
]
