import { fold } from '../fold.ts'
import { plant, type Trie, trie } from '../trie.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { OTHERS } from './others.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import type { Family, Level, Lexicon, Tag } from './tag.ts'
import { TAGS } from './tag.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

/** What one phrase of the lexicon means; a scale word may have a level in several families (neutral). */
export interface Meaning {
  tag: Tag
  value: number | null
  core: boolean
  levels: Partial<Record<Family, Level>>
}

const LEVELS: readonly Level[] = [-3, -2, -1, 0, 1, 2, 3]

function* phrases(list: string | undefined): Generator<string> {
  for (const phrase of (list ?? '').split(',')) {
    const { text } = fold(phrase.trim())
    if (text === '') continue
    yield text
    if (/^[ -~]*$|[\u3000-\ud7ff]/.test(text)) continue // no accents to leave out
    const plain = text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('đ', 'd')
      .replaceAll('ß', 'ss')
    if (plain.length > 3 && /^[a-z' ]+$/.test(plain)) yield plain // typed without accents; shorter ones would be other words
  }
}

/** What can be counted: behind a number these win over what they mean elsewhere. */
export const COUNTED: Trie<true> = trie()

function addWords(root: Trie<Meaning>, list: string | undefined, family: Family, level: Level, core: boolean) {
  for (const phrase of phrases(list)) {
    const meaning: Meaning = { tag: 'word', value: null, core, levels: {} }
    const planted = plant(root, phrase, meaning)
    if (planted.tag === 'word') planted.levels[family] ??= level
  }
}

function add(root: Trie<Meaning>, lexicon: Lexicon) {
  for (const level of LEVELS) {
    addWords(root, lexicon.core[level], 'satisfaction', level, true)
    addWords(root, lexicon.satisfaction[level], 'satisfaction', level, false)
    addWords(root, lexicon.agreement[level], 'agreement', level, true)
    addWords(root, lexicon.likelihood[level], 'likelihood', level, true)
  }
  for (const [value, list] of Object.entries(lexicon.numbers ?? {})) {
    for (const phrase of phrases(list))
      plant(root, phrase, { tag: 'num', value: Number(value), core: false, levels: {} })
  }
  for (const tag of TAGS) {
    if (tag === 'word' || tag === 'num' || tag === 'stars') continue
    for (const phrase of phrases(lexicon.phrases[tag])) {
      const planted = plant<Meaning>(root, phrase, { tag, value: null, core: false, levels: {} })
      if (planted.tag === 'word' && tag === 'notAtAll') planted.tag = tag // a level by itself, a negation before a word
      if (tag === 'count') plant(COUNTED, phrase, true)
    }
  }
}

function compile(): Trie<Meaning> {
  const root = trie<Meaning>()
  for (const phrase of phrases(OTHERS)) plant(root, phrase, { tag: 'past', value: null, core: false, levels: {} })
  for (const lexicon of [zh, en, es, fr, de, pt, it, ja, ko, vi, ru]) add(root, lexicon)
  return root
}

/** Every phrase of every language; where two languages share one, the first of Chinese, English, Spanish, … keeps its meaning. */
export const LEXICON: Trie<Meaning> = compile()
