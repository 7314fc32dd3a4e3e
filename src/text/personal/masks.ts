import { fold } from '../fold.ts'
import type { What } from './finder.ts'

/** What stands in the place of what was masked. */
export const MASKS: Record<What, { en: string; 'zh-Hans': string; 'zh-Hant': string }> = {
  phone: { en: '[phone]', 'zh-Hans': '[电话]', 'zh-Hant': '[電話]' },
  email: { en: '[email]', 'zh-Hans': '[邮箱]', 'zh-Hant': '[電子郵件]' },
  card: { en: '[card]', 'zh-Hans': '[卡号]', 'zh-Hant': '[卡號]' },
  id: { en: '[ID]', 'zh-Hans': '[证件号]', 'zh-Hant': '[證件號]' },
  account: { en: '[account]', 'zh-Hans': '[账号]', 'zh-Hant': '[帳號]' },
  name: { en: '[name]', 'zh-Hans': '[姓名]', 'zh-Hant': '[姓名]' },
  address: { en: '[address]', 'zh-Hans': '[地址]', 'zh-Hant': '[地址]' },
  plate: { en: '[plate]', 'zh-Hans': '[车牌]', 'zh-Hant': '[車牌]' },
  birthday: { en: '[date of birth]', 'zh-Hans': '[出生日期]', 'zh-Hant': '[出生日期]' },
  number: { en: '[number]', 'zh-Hans': '[号码]', 'zh-Hant': '[號碼]' },
  ip: { en: '[IP]', 'zh-Hans': '[IP]', 'zh-Hant': '[IP]' },
}

/** A mask as it is folded → the number of its kind, whatever language it is in. */
const KINDS = new Map(
  Object.values(MASKS).flatMap((masks, kind) => Object.values(masks).map((mask) => [fold(mask).text, kind] as const)),
)
const BRACKET = 0x5b
const LONGEST = Math.max(...[...KINDS.keys()].map((mask) => mask.length))

/** The mask that begins at a place of a folded text. */
export function maskAt(text: string, at: number): { kind: number; end: number } | undefined {
  if (text.charCodeAt(at) !== BRACKET) return undefined
  const end = text.slice(at, at + LONGEST).indexOf(']') + 1
  const kind = end > 0 ? KINDS.get(text.slice(at, at + end)) : undefined
  return kind === undefined ? undefined : { kind, end: at + end }
}
