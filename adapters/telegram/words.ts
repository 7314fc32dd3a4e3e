import { type Locale, spoken } from '../../src/locale.ts'

/** What the Telegram channel itself says to a person. */
const form: Record<Locale, string> = {
  en: 'This step has a form to fill in, which Telegram cannot show. Please do it in Slack or on the web page.',
  'zh-Hans': '此步骤需要填写表单，而 Telegram 无法显示表单。请到 Slack 或网页上操作。',
  'zh-Hant': '此步驟需要填寫表單，而 Telegram 無法顯示表單。請到 Slack 或網頁上操作。',
}

/** Said to who pressed a button that opens a form. */
export const noForm = (locale: string): string => form[spoken(locale)]
