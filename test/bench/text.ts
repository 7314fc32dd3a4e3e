import { analyze } from '../../src/text/analyze.ts'
import { SCALES } from '../../src/text/rating/scales.ts'
import { understand } from '../../src/text/rating/understand.ts'
import { readShipped } from '../../src/text/shipped.ts'
import { slowest } from './slow.ts'

const COMMENTS = [
  '等了一个小时，客服态度很差，钱还是没退',
  '处理得很快，客服小姐姐很耐心，谢谢',
  '客服態度很好，但是退款流程太複雜了',
  'I waited an hour and the agent was rude. My refund is still missing.',
  'Great service, quick and friendly!',
  'The app keeps crashing when I try to pay, please fix it',
]
const ANSWERS = ['5', '四分', '还行吧', '4 out of 5 but slow', '非常满意', 'not bad', '多久能退款？', '不满意，等太久']

const rate = (texts: string[], read: (text: string) => unknown): number => {
  for (let i = 0; i < 5_000; i++) read(texts[i % texts.length] ?? '')
  const count = 60_000
  const began = performance.now()
  for (let i = 0; i < count; i++) read(texts[i % texts.length] ?? '')
  return Math.round((count * 1_000) / (performance.now() - began))
}

/** Milliseconds by the clock for each of many comments of 2,000 characters, as they were read: that is how long a customer's message waits. */
function long(comments: readonly string[]): number[] {
  const texts = Array.from({ length: 2_000 }, (_, k) => {
    let text = ''
    for (let i = k * 7; text.length < 2_000; i += 1 + (k % 11))
      text += `${comments[i % comments.length]}${BETWEEN[(i + k) % 4]}`
    return text.slice(0, 2_000)
  })
  return texts.map((text) => {
    const began = performance.now()
    analyze(text)
    return performance.now() - began
  })
}
const shares = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(2)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}
const BETWEEN = ['', ' ', '\n', '，']

const verbatims = (): { text: string; language: string }[] =>
  readShipped('test/text/verbatims.jsonl')
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Prints texts a second on one thread, and what long ones take. */
export function textRates(): void {
  const answer = (text: string) => understand(text, SCALES.csat5)
  console.log(`analyze: ${rate(COMMENTS, (text) => analyze(text)).toLocaleString('en')} texts/s`)
  console.log(`understand: ${rate(ANSWERS, answer).toLocaleString('en')} texts/s`)
  for (const [language, isIts] of [
    ['Chinese', (is: string) => is !== 'en'],
    ['English', (is: string) => is === 'en'],
  ] as const) {
    const times = long(
      verbatims()
        .filter(({ language: is }) => isIts(is))
        .map(({ text }) => text),
    )
    const warm = times.slice(times.length / 4)
    console.log(
      `analyze, 2,000 characters of ${language} comments: ${shares(times)}; without the first 500 ${shares(warm)}`,
    )
  }
  for (const [name, read] of [['analyze', (text: string) => analyze(text)] as const, ['understand', answer] as const]) {
    console.log(`${name}, 100,000 characters of the ten slowest kinds:`)
    for (const { filler, ms } of slowest(read))
      console.log(`  ${ms.toFixed(0).padStart(4)} ms ${JSON.stringify(filler)}`)
  }
}
