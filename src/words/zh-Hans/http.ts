import type { http as en } from '../en/http.ts'

export const http: Record<keyof typeof en, string> = {
  'http.unauthorized': '此地址需要 Bearer 令牌、Standard Webhooks 签名，或主管的网页登录。',
  'http.not_json': '请求正文不是 JSON。',
  'http.too_large': '请求正文超过 64 kB。',
  'http.invalid': '请求正文不符合要求，详见 problems。',
  'http.conflict': '该 id 已上报过，但内容不同（{paths}）。若是另一次服务结束，请使用新的 id。',
  'http.unavailable': '暂时无法写入记录，请重发同一请求。',
  'http.untimely': '服务结束的时刻须在十年前到明天之间。',
  'http.failed': '未能受理此次上报，原因见日志。原样重发仍会失败。',
}
