import type { Locale } from '../../src/locale.ts'

const en = {
  refusal: {
    malformed: 'The request is not valid JSON in UTF-8.',
    invalid: 'Some fields of the request are missing or not valid.',
    session: 'This chat session has ended or is not valid. Please reload the page to start a new one.',
    identity:
      'The identity token was not accepted. It must be signed with HS256 and the shared secret, name the customer in “sub” (1–200 characters) and carry an “exp” that has not passed.',
    identity_off: 'Identity tokens are not set up for this chat. Start the session without one.',
    staff_key: 'This sign-in link has already been used or has expired. Please get a new one.',
    staff_session: 'You are not signed in. Please open your sign-in link.',
    origin: 'Requests from this website are not allowed.',
    not_found: 'There is nothing at this address.',
    text_too_long: 'Your message is too long. It can have up to 4,000 characters.',
    body_too_large: 'The request is too large. It can have up to 64 kB.',
    busy: 'That was a lot at once. Please wait a moment, then go on.',
    retry: 'Your message did not get through. Please send it again.',
  },
  problem: {
    required: 'This field is required.',
    unknown: 'This field is not known here.',
    invalid: 'This value is not of the right kind.',
    empty: 'This must not be empty.',
    too_long: 'This is too long.',
    long_text: 'This is too long. It can have up to 4,000 characters.',
    too_many: 'There are too many values.',
    key: 'A key has 8–64 characters: letters, digits, “_”, “-”, “.” or “:”.',
    token: 'This is not a button’s token.',
    locale: 'This is not a language tag such as “en” or “zh-Hans”.',
  },
}

type Words = typeof en
export type RefusalCode = keyof Words['refusal']
export type ProblemCode = keyof Words['problem']

/** What the web channel says about a request that it cannot take, to the person or program that sent it. */
export const words: Record<Locale, Words> = {
  en,
  'zh-Hans': {
    refusal: {
      malformed: '请求内容不是有效的 JSON（UTF-8 编码）。',
      invalid: '请求中有字段缺失或无效。',
      session: '聊天会话已失效，请刷新页面重新开始。',
      identity:
        '身份令牌未通过验证：须使用共享密钥以 HS256 签名，“sub” 为客户标识（1–200 个字符），并带有未过期的 “exp”。',
      identity_off: '此聊天未启用身份令牌，请以匿名方式开始会话。',
      staff_key: '登录链接已使用过或已过期，请重新获取。',
      staff_session: '您尚未登录，请打开您的登录链接。',
      origin: '不接受来自该网站的请求。',
      not_found: '此地址没有内容。',
      text_too_long: '消息过长，最多 4,000 个字符。',
      body_too_large: '请求过大，最大为 64 kB。',
      busy: '刚才的操作有些频繁，请稍等片刻再继续。',
      retry: '消息未能送达，请重新发送。',
    },
    problem: {
      required: '此字段必填。',
      unknown: '不支持此字段。',
      invalid: '值的类型不正确。',
      empty: '内容不能为空。',
      too_long: '内容过长。',
      long_text: '内容过长，最多 4,000 个字符。',
      too_many: '值的数量过多。',
      key: 'key 须为 8–64 个字符，可用字母、数字、“_”、“-”、“.”和“:”。',
      token: '这不是有效的按钮令牌。',
      locale: '这不是有效的语言标签，例如 “en” 或 “zh-Hans”。',
    },
  },
  'zh-Hant': {
    refusal: {
      malformed: '請求內容不是有效的 JSON（UTF-8 編碼）。',
      invalid: '請求中有欄位缺漏或無效。',
      session: '聊天工作階段已失效，請重新整理頁面再開始。',
      identity:
        '身分權杖未通過驗證：須以共用密鑰及 HS256 簽署，「sub」為客戶識別碼（1–200 個字元），並帶有尚未到期的「exp」。',
      identity_off: '此聊天未啟用身分權杖，請以匿名方式開始。',
      staff_key: '登入連結已使用過或已過期，請重新取得。',
      staff_session: '您尚未登入，請開啟您的登入連結。',
      origin: '不接受來自該網站的請求。',
      not_found: '此網址沒有內容。',
      text_too_long: '訊息過長，最多 4,000 個字元。',
      body_too_large: '請求過大，上限為 64 kB。',
      busy: '剛才的操作有些頻繁，請稍候片刻再繼續。',
      retry: '訊息未能送達，請重新傳送。',
    },
    problem: {
      required: '此欄位必填。',
      unknown: '不支援此欄位。',
      invalid: '值的類型不正確。',
      empty: '內容不可空白。',
      too_long: '內容過長。',
      long_text: '內容過長，最多 4,000 個字元。',
      too_many: '值的數量過多。',
      key: 'key 須為 8–64 個字元，可使用英文字母、數字、「_」、「-」、「.」與「:」。',
      token: '這不是有效的按鈕權杖。',
      locale: '這不是有效的語言標籤，例如「en」或「zh-Hant」。',
    },
  },
}
