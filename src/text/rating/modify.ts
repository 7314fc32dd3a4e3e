import type { Level, Tag } from './lexicon/tag.ts'

const STRONG: readonly Tag[] = ['very', 'all', 'intense']
const NEGATIONS: readonly Tag[] = ['not', 'nothing', 'notAtAll']

/** A scale word's level under the negations and degrees `before` and `after` it; null where the words leave it open. */
export function modify(level: Level, before: readonly Tag[], after: readonly Tag[], core: boolean): Level | null {
  const plain = before.filter((t) => t === 'not' || t === 'nothing').length + (after.includes('notAfter') ? 1 : 0)
  const negations = plain === 0 && before.includes('notAtAll') ? 1 : plain
  if (negations === 0) return strengthen(level, before, after)
  if (negations > 1) return before[0] === 'nothing' && level > 0 ? 1 : null
  if (level === 0 || Math.abs(level) === 3) return null
  if (level < 0) return core && !before.includes('nothing') ? null : 1 // "not dissatisfied" is open, "not bad" and 没有不满意 are not
  return negate(before, after)
}

function strengthen(level: Level, before: readonly Tag[], after: readonly Tag[]): Level {
  if (level === 0 || level === 3 || level === -3) return level
  if (STRONG.some((t) => before.includes(t) || after.includes(t))) return level < 0 ? -3 : 3
  if (before.includes('rather') || after.includes('rather')) return level < 0 ? -1 : 1
  return level
}

/** Where the negation of a good word lands: 很不满意, "not at all" far down; 不很满意, "somewhat not" less than 不满意; "not completely" open. */
function negate(before: readonly Tag[], after: readonly Tag[]): Level | null {
  const at = before.findIndex((t) => NEGATIONS.includes(t))
  const lead = at < 0 ? before : before.slice(0, at)
  const rest = at < 0 ? [] : before.slice(at + 1)
  if (before.includes('notAtAll') || after.includes('all') || lead.includes('very') || lead.includes('all')) return -3
  if (lead.includes('rather')) return -1
  if (rest.includes('all')) return null
  return rest.length > 0 ? -1 : -2
}
