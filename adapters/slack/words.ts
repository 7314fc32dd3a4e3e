import { type Locale, spoken } from '../../src/locale.ts'

interface Words {
  cancel: string
  close: string
  /** Title of a window that only tells something; at most 24 characters. */
  notice: string
  /** A form could not be opened in time. */
  slow: string
  /** A form was stored, but too late for its window. */
  saved: string
  /** Below a list that shows not all. */
  more: (count: number) => string
}

const words: Record<Locale, Words> = {
  en: {
    cancel: 'Cancel',
    close: 'Close',
    notice: 'Please note',
    slow: 'The form could not be opened in time. Please press the button once more.',
    saved: 'Your form took a moment, but it has been saved. You can close its window.',
    more: (count) => `… and ${count} more`,
  },
  'zh-Hans': {
    cancel: '取消',
    close: '关闭',
    notice: '提示',
    slow: '表单未能及时打开，请再点一次按钮。',
    saved: '表单保存得慢了一些，但已经保存成功，窗口可以关闭了。',
    more: (count) => `……另有 ${count} 项`,
  },
  'zh-Hant': {
    cancel: '取消',
    close: '關閉',
    notice: '提示',
    slow: '表單未能及時開啟，請再按一次按鈕。',
    saved: '表單儲存得慢了一些，但已經儲存成功，視窗可以關閉了。',
    more: (count) => `……另有 ${count} 項`,
  },
}

/** What the Slack channel itself says, in the reader's language or in English. */
export const wordsFor = (locale: string | null | undefined): Words => words[spoken(locale)]
