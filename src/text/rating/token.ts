import type { Meaning } from './lexicon/compile.ts'
import type { Family, Level, Tag } from './lexicon/tag.ts'

/** A piece of a folded answer, `from`..`to` in folded units. `value` is that of a number, of stars or of the flow's own label; null where it is not whole. */
export interface Token {
  tag: Tag
  from: number
  to: number
  value: number | null
  /** A number written as a word or a numeral, which elsewhere is an article or part of a name. */
  spelled: boolean
  core: boolean
  levels: Partial<Record<Family, Level>>
}

const NO_LEVELS: Token['levels'] = {}

export function token(tag: Tag, from: number, to: number, value: number | null = null, spelled = false): Token {
  return { tag, from, to, value, spelled, core: false, levels: NO_LEVELS }
}

/** The token that a phrase of the lexicon makes. */
export function meant({ tag, value, core, levels }: Meaning, from: number, to: number): Token {
  return { tag, from, to, value, spelled: tag === 'num', core, levels }
}

/** The token that a label of the flow makes; `meaning` is what the lexicon knows of the same words. */
export function labelled(value: number, meaning: Meaning | null, from: number, to: number): Token {
  return { tag: 'word', from, to, value, spelled: false, core: true, levels: meaning?.levels ?? NO_LEVELS }
}
