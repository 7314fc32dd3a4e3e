import type { http as en } from '../en/http.ts'

export const http: Record<keyof typeof en, string> = {
  'http.unauthorized': '此位址需要 Bearer 權杖、Standard Webhooks 簽章，或主管的網頁登入。',
  'http.not_json': '請求內容不是 JSON。',
  'http.too_large': '請求內容超過 64 kB。',
  'http.invalid': '請求內容不符要求，詳見 problems。',
  'http.conflict': '這個 id 已回報過，但內容不同（{paths}）。若是另一次服務結束，請使用新的 id。',
  'http.unavailable': '暫時無法寫入紀錄，請重送同一請求。',
}
