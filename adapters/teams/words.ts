import { type Locale, spoken } from '../../src/locale.ts'

interface Words {
  cancel: string
  /** The button below a list to pick from. */
  send: string
  /** In a list of which nothing is picked yet. */
  pick: string
  /** Behind the name of a field that must be filled in. */
  required: string
  /** A press had its effect, and there is nothing else to say. */
  taken: string
  /** A form was left whose card is not known any more. */
  left: string
}

const words: Record<Locale, Words> = {
  en: {
    cancel: 'Cancel',
    send: 'Send',
    pick: 'Please choose one.',
    required: '(required)',
    taken: 'Got it.',
    left: 'Nothing was sent. Leave this chat and come back to see the card again.',
  },
  'zh-Hans': {
    cancel: '取消',
    send: '发送',
    pick: '请选择一项。',
    required: '（必填）',
    taken: '已收到。',
    left: '没有发送任何内容。离开此聊天再回来，即可重新看到卡片。',
  },
  'zh-Hant': {
    cancel: '取消',
    send: '傳送',
    pick: '請選擇一項。',
    required: '（必填）',
    taken: '已收到。',
    left: '沒有傳送任何內容。離開此聊天再回來，即可重新看到卡片。',
  },
}

/** What the Teams channel itself says, in the reader's language or in English. */
export const wordsFor = (locale: string | null | undefined): Words => words[spoken(locale)]
