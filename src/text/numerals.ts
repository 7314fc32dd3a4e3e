const DIGITS: Record<string, number> = {}
for (const [value, forms] of Object.entries({
  0: '零〇',
  1: '一壹幺',
  2: '二两贰',
  3: '三叁',
  4: '四肆',
  5: '五伍',
  6: '六陆',
  7: '七柒',
  8: '八捌',
  9: '九玖',
})) {
  for (const form of forms) DIGITS[form] = Number(value)
}
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** Whether one Simplified character is a Chinese numeral. */
export function isNumeral(char: string): boolean {
  return char in DIGITS || char in UNITS
}

/** Simplified Chinese numeral → whole number below 10,000 ("十" 10, "二十三" 23, "一百零五" 105); null for what is none, such as "三四". */
export function chineseNumber(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  let zero = false
  for (const char of text) {
    const unit = UNITS[char]
    const value = DIGITS[char]
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null
      if (digit === null && (unit !== 10 || total > 0)) return null
      total += (digit ?? 1) * unit
      lastUnit = unit
      digit = null
      zero = false
    } else if (value !== undefined) {
      if (digit !== null) return null
      if (value === 0 && total > 0) zero = true
      else digit = value
    } else return null
  }
  if (digit === null) return text === '' || zero ? null : total
  return total + digit
}
