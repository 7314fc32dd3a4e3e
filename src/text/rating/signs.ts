import type { Tag } from './lexicon/tag.ts'
import { type Token, token } from './token.ts'

const STARS = /[★⭐🌟☆✩✭✮✯](?: ?[★⭐🌟☆✩✭✮✯])*(?: ?½)?/uy
const STOPS = new Set(',，、。.!！;；()（）[]【】{}…·•|—_^')

/** ★★★★☆ → 4; empty stars alone and half stars have no value; null where no star is. */
export function starsAt(text: string, at: number): Token | null {
  const unit = text.charCodeAt(at)
  if (unit < 0x2605) return null
  STARS.lastIndex = at
  const run = STARS.exec(text)?.[0]
  if (run === undefined) return null
  const full = [...run].filter((c) => '★⭐🌟✭✮✯'.includes(c)).length
  const whole = full > 0 && !run.endsWith('½')
  return token('stars', at, at + run.length, whole ? full : null)
}

/** A punctuation mark: a border, a question, or nothing. */
export function markAt(text: string, at: number): Token {
  const char = text.charAt(at)
  if (char === '?' || char === '¿') return token('qmark', at, at + 1)
  if (STOPS.has(char)) return token('stop', at, at + 1)
  return token(char === '-' || char === '~' ? dash(text, at) : 'fill', at, at + 1)
}

/** 3-4 is two numbers, "3 - slow" a number and a comment, "so-called" one word. */
function dash(text: string, at: number): Tag {
  const before = text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1)
  const after = text.charAt(at + 1) === ' ' ? text.charAt(at + 2) : text.charAt(at + 1)
  if (/[\d分点점零一二三四五六七八九十]/.test(before) && /[\d零一二三四五六七八九十]/.test(after)) return 'or'
  return /[\s\d]/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at + 1)) ? 'stop' : 'fill'
}
