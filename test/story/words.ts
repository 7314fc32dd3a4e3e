/** What people say in the story, in each language, and by which words they know what they have before them. */
import type { Locale } from '../../src/locale.ts'

interface CustomerWords {
  name: string
  happy: string
  reason: string
  reply: string
  missing: string
  yes: string
  notYet: string
  fixed: string
  skip: string
  asks: { score: string; reason: string; contact: string; right: string; missing: string; praise: string }
  thanks: { contact: string; reopened: string; right: string; happy: string }
}

export const CUSTOMER: Record<'en' | 'zh-Hant', CustomerWords> = {
  en: {
    name: 'Mei',
    happy: 'Tom',
    reason: 'I waited three weeks for my refund and nobody told me anything.',
    reply: 'It is 4711-88. Please be quick.',
    missing: 'The money is still not there.',
    yes: 'Yes, please',
    notYet: 'Not yet',
    fixed: 'Yes, it is',
    skip: 'Skip',
    asks: {
      score: 'How satisfied are you with the help you got from Kim?',
      reason: 'What went wrong?',
      contact: 'get in touch with you here',
      right: 'Is it put right now?',
      missing: 'What is still missing?',
      praise: 'What did you like',
    },
    thanks: {
      contact: 'Somebody will get back to you here.',
      reopened: 'It is open again',
      right: 'Good to know.',
      happy: 'I’ll pass it on to Kim.',
    },
  },
  'zh-Hant': {
    name: '美玲',
    happy: '志明',
    reason: '退款等了三個星期，完全沒有人通知我。',
    reply: '訂單是 4711-88，請快一點。',
    missing: '錢還是沒有進帳。',
    yes: '可以',
    notYet: '還沒有',
    fixed: '解決了',
    skip: '略過',
    asks: {
      score: '您滿意嗎？',
      reason: '問題出在哪裡？',
      contact: '在這裡聯絡您',
      right: '現在解決了嗎？',
      missing: '還有哪裡沒有解決？',
      praise: '哪一點讓您滿意',
    },
    thanks: {
      contact: '會有同仁在這裡與您聯絡。',
      reopened: '已經重新開啟',
      right: '謝謝您告訴我們。',
      happy: '我會轉告 Kim。',
    },
  },
}

type Chapter = 'bad' | 'card' | 'race' | 'talk' | 'resolved' | 'other' | 'scores'

interface StaffWords {
  chapters: Record<Chapter, string>
  names: { first: string; second: string; lead: string; manager: string }
  note: string
  action: string
  resolved: string
  secondAction: string
  scores: string
  scored: string
}

export const STAFF: Record<'en' | 'zh-Hans', StaffWords> = {
  en: {
    chapters: {
      bad: 'A service has ended badly',
      card: 'The team knows at once',
      race: 'Two claim it at the same moment',
      talk: 'The customer is written to, and answers',
      resolved: 'It is resolved, and yet it is not',
      other: 'Somebody else takes it',
      scores: 'The manager asks for the score',
    },
    names: { first: 'Anna', second: 'Ben', lead: 'Lin', manager: 'Max' },
    note: 'I am sorry about the wait. Which order is it?',
    action: 'Released the refund by hand',
    resolved: 'Your refund is on its way.',
    secondAction: 'Called the bank; the money has arrived. The queue is now checked daily',
    scores: '/scores today',
    scored: 'n = 2',
  },
  'zh-Hans': {
    chapters: {
      bad: '一次不满意的服务',
      card: '班组马上知道',
      race: '两个人同时认领',
      talk: '联系客户，客户回复',
      resolved: '标记为已解决，客户说没有',
      other: '换一位同事接手',
      scores: '主管查看满意度',
    },
    names: { first: '安娜', second: '王波', lead: '林悦', manager: '马克' },
    note: '让您久等了，非常抱歉。请问是哪一个订单？',
    action: '已手工放行退款',
    resolved: '您的退款已经在路上了。',
    secondAction: '已联系银行，款项到账；今后每天检查积压的退款',
    scores: '/scores 满意度 今天',
    scored: 'n = 2',
  },
}

export type CustomerLocale = keyof typeof CUSTOMER & Locale
export type StaffLocale = keyof typeof STAFF & Locale
