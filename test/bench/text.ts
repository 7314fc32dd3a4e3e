import { analyze } from '../../src/text/analyze.ts'
import { SCALES } from '../../src/text/rating/scales.ts'
import { understand } from '../../src/text/rating/understand.ts'

const COMMENTS = [
  '等了一个小时，客服态度很差，钱还是没退',
  '处理得很快，客服小姐姐很耐心，谢谢',
  '客服態度很好，但是退款流程太複雜了',
  'I waited an hour and the agent was rude. My refund is still missing.',
  'Great service, quick and friendly!',
  'The app keeps crashing when I try to pay, please fix it',
]
const ANSWERS = ['5', '四分', '还行吧', '4 out of 5 but slow', '非常满意', 'not bad', '多久能退款？', '不满意，等太久']

/** What somebody may fill 100,000 characters with. */
const FILLERS =
  "rude |a|好|等了|但|不| |\n|😡|([|(|1|1 |13812345678 |1-|a.|a@|a@b.|，|好。|客服态度很差|路1号|<a |1:|a:|my name is |我是王小|账号 |order 1|這個電話|\u0301|\u200d|\ud83d|'|a'|⭐|★ |?|四|not |½|만족|とても|GB82 |+1 |thanks, a b |a dot |".split(
    '|',
  )
const LONG = 100_000

const rate = (texts: string[], read: (text: string) => unknown): number => {
  for (let i = 0; i < 5_000; i++) read(texts[i % texts.length] ?? '')
  const count = 60_000
  const began = performance.now()
  for (let i = 0; i < count; i++) read(texts[i % texts.length] ?? '')
  return Math.round((count * 1_000) / (performance.now() - began))
}

const time = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Milliseconds for each of many comments of 2,000 characters, in order. */
function long(): number[] {
  const texts = Array.from({ length: 300 }, (_, k) =>
    Array.from({ length: 150 }, (_, i) => COMMENTS[(i * 7 + k * 3) % COMMENTS.length])
      .join(k % 2 === 0 ? '，' : ' ')
      .slice(0, 2_000),
  )
  return texts.map((text) => time(() => analyze(text))).sort((a, b) => a - b)
}

/** The filler that takes longest, and its milliseconds: the better of two runs. */
function slowest(read: (text: string) => unknown): { filler: string; ms: number } {
  const all = FILLERS.filter((filler) => filler !== '').map((filler) => {
    const text = filler.repeat(Math.ceil(LONG / filler.length)).slice(0, LONG)
    return {
      filler,
      ms: Math.min(
        time(() => read(text)),
        time(() => read(text)),
      ),
    }
  })
  return all.reduce((a, b) => (b.ms > a.ms ? b : a))
}

/** Prints texts a second on one thread, and what long ones take. */
export function textRates(): void {
  const answer = (text: string) => understand(text, SCALES.csat5)
  console.log(`analyze: ${rate(COMMENTS, (text) => analyze(text)).toLocaleString('en')} texts/s`)
  console.log(`understand: ${rate(ANSWERS, answer).toLocaleString('en')} texts/s`)
  const times = long()
  console.log(`analyze, 2,000 characters: p50 ${times[150]?.toFixed(2)} ms, p99 ${times[297]?.toFixed(2)} ms`)
  for (const [name, read] of [['analyze', (text: string) => analyze(text)] as const, ['understand', answer] as const]) {
    const { filler, ms } = slowest(read)
    console.log(`${name}, 100,000 characters of the slowest kind (${JSON.stringify(filler)}): ${ms.toFixed(0)} ms`)
  }
}
