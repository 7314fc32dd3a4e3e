import type { http as en } from '../en/http.ts'

export const http: Record<keyof typeof en, string> = {
  'http.unauthorized': '此位址需要 Bearer 權杖、Standard Webhooks 簽章，或主管的網頁登入。',
  'http.not_json': '請求內容不是 JSON。',
  'http.too_large': '請求內容超過 64 kB。',
  'http.invalid': '請求內容不符要求，詳見 problems。',
  'http.conflict': '這個 id 已回報過，但內容不同（{paths}）。若是另一次服務結束，請使用新的 id。',
  'http.unavailable': '暫時無法寫入紀錄，請重送同一請求。',
  'http.untimely': '服務結束的時刻須在十年前到明天之間。',
  'http.failed': '未能受理這次回報，原因請見日誌。原樣重送仍會失敗。',
}
