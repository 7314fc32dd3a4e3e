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

const rate = (texts: string[], read: (text: string) => unknown): number => {
  for (let i = 0; i < 5_000; i++) read(texts[i % texts.length] ?? '')
  const count = 60_000
  const began = performance.now()
  for (let i = 0; i < count; i++) read(texts[i % texts.length] ?? '')
  return Math.round((count * 1_000) / (performance.now() - began))
}

/** Prints texts a second on one thread. */
export function textRates(): void {
  console.log(`analyze: ${rate(COMMENTS, (text) => analyze(text)).toLocaleString('en')} texts/s`)
  console.log(`understand: ${rate(ANSWERS, (text) => understand(text, SCALES.csat5)).toLocaleString('en')} texts/s`)
}
