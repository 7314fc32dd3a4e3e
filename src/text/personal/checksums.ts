const digitsOf = (text: string) => text.replace(/\D/g, '')

/** 13 to 19 digits whose Luhn sum is right: payment cards. Separators are ignored. */
export function isCard(text: string): boolean {
  const digits = digitsOf(text)
  return digits.length >= 13 && digits.length <= 19 && !/^0+$/.test(digits) && hasLuhn(digits)
}

function hasLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const CN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 18 characters with the check digit of GB 11643: mainland identity cards. Separators are ignored. */
export function isMainlandId(text: string): boolean {
  const id = text.replace(/[^\dx]/gi, '').toLowerCase()
  const sum = CN_WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return id.length === 18 && '10x98765432'[sum % 11] === id[17]
}

const TW_LETTERS = 'abcdefghjklmnpqrstuvxywzio'

/** A letter and nine digits with the right check digit: Taiwan identity cards. */
export function isTaiwanId(text: string): boolean {
  const letter = TW_LETTERS.indexOf(text.charAt(0).toLowerCase()) + 10
  const digits = digitsOf(text).split('').map(Number)
  const sum = digits.reduce(
    (total, digit, i) => total + digit * (i === 8 ? 1 : 8 - i),
    Math.floor(letter / 10) + (letter % 10) * 9,
  )
  return letter >= 10 && digits.length === 9 && sum % 10 === 0
}

/** An IBAN whose remainder by 97 is 1. Spaces are ignored. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toLowerCase()
  let rest = 0
  for (const char of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(char, 36)}`) % 97
  return plain.length >= 15 && plain.length <= 34 && rest === 1
}

const SPANISH = 'trwagmyfpdxbnjzsqvhlcke'
const FINNISH = '0123456789abcdefhjklmnprstuvwxy'
const SINGAPORE: Record<string, string> = { st: 'jzihgfedcba', fg: 'xwutrqpnmlk', m: 'xwutrqpnjlk' }
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const VIN_VALUES = '0123456789.abcdefgh..jklmn.p.r..stuvwxyz'

const weigh = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)

/** Whether the check digit or letter of a paper's number is right, where its country's numbers have one; vehicles' have. */
export function isSound(text: string): boolean {
  const id = text.replace(/[ .-]/g, '').toLowerCase()
  const digits = digitsOf(id)
  const last = id.at(-1) ?? ''
  if (/^[xyz\d]\d{7}[a-z]$/.test(id)) {
    const number = 'xyz'.includes(id[0] ?? '') ? `${'xyz'.indexOf(id[0] ?? '')}${digits}` : digits
    return SPANISH[Number(number) % 23] === last
  }
  if (/^[stfgm]\d{7}[a-z]$/.test(id)) {
    const series = Object.keys(SINGAPORE).find((letters) => letters.includes(id[0] ?? '')) ?? ''
    const sum = weigh(digits, [2, 7, 6, 5, 4, 3, 2]) + ('tg'.includes(id[0] ?? '') ? 4 : id[0] === 'm' ? 3 : 0)
    return SINGAPORE[series]?.[sum % 11] === last
  }
  if (/^\d{6}[-+a]\d{3}[\da-y]$/i.test(text)) {
    const sound = FINNISH[Number(digits.slice(0, 9)) % 31] === last
    return sound || (digits.length === 10 && hasLuhn(digits))
  }
  if (id.length === 17) {
    const values = [...id].map((char) => VIN_VALUES.indexOf(char) % 10).join('')
    return '0123456789x'[weigh(values, VIN_WEIGHTS) % 11] === id[8]
  }
  return true
}
