import { SILENT, type Tag } from './lexicon/tag.ts'
import type { Token } from './token.ts'

/** A stretch of tokens `from`..`to` between two borders. */
export interface Clause {
  from: number
  to: number
  /** It is a question. */
  asks: boolean
  /** It speaks of what would be ("if you refund me"); its values are not given. */
  supposes: boolean
  /** It wishes for something; words of praise in it are the wish. */
  wants: boolean
}

const BORDERS = new Set<Tag>(['stop', 'but', 'qmark'])

/** Splits an answer at punctuation and at words such as "but" and "because"; the borders belong to no clause. */
export function clauses(tokens: readonly Token[]): Clause[] {
  const found: Clause[] = []
  let from = 0
  for (let i = 0; i <= tokens.length; i++) {
    const border = tokens[i]
    if (border && !BORDERS.has(border.tag)) continue
    if (i > from) {
      const next = clause(tokens, from, i, border?.tag)
      const last = found.at(-1)
      // "If you refund me, I am happy": the condition reaches on, unless it was about the scale ("if 5 is best, 4")
      if (last?.supposes && tokens[last.to]?.tag === 'stop' && !namesValue(tokens, last)) next.supposes = true
      found.push(next)
    }
    from = i + 1
  }
  return found
}

function clause(tokens: readonly Token[], from: number, to: number, border: Tag | undefined): Clause {
  const has = (tag: Tag) => {
    for (let i = from; i < to; i++) if (tokens[i]?.tag === tag) return true
    return false
  }
  const asks = has('ask') || (border === 'qmark' && !has('hedge'))
  return { from, to, asks, supposes: has('if'), wants: has('want') }
}

function namesValue(tokens: readonly Token[], { from, to }: Clause): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.tag === 'num' || tokens[i]?.tag === 'top') return true
  return false
}

const TRANSPARENT = new Set<Tag>([...SILENT, 'or', 'point', 'star'])

/** Whether what the tag stands for leaves a rating beside it as it is. */
export function isTransparent(tag: Tag): boolean {
  return TRANSPARENT.has(tag)
}
