const DIGITS = '零一二三四五六七八九'

/** A Chinese numeral below a thousand (十五, 一百八十, 三十) → its number, or null if it is not well formed. */
export function chineseNumber(text: string): number | null {
  const parts = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(
    text.replaceAll('〇', '零'),
  )
  if (!parts) return null
  const digit = (char: string | undefined) => (char === undefined ? 0 : DIGITS.indexOf(char))
  const tens = parts[3] ? digit(parts[2] ?? '一') : 0
  return digit(parts[1]) * 100 + tens * 10 + digit(parts[4])
}
