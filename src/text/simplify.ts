import { Converter } from 'opencc-js/t2cn'

// Made on first use: it takes 15 ms, and English needs none.
let convert: ReturnType<typeof Converter> | undefined

/** Where the converter goes by the word and a character alone is wrong: 答覆, 說著, and 着 itself. */
const VARIANTS = new Map([
  ['覆', '复'],
  ['著', '着'],
  ['着', '着'],
])

/** What only written Cantonese has → what other Chinese writes for it: 唔會再嚟 is read as 不会再来. */
const CANTONESE =
  '唔不冇没嘅的咗了佢他哋们喺在嚟来啲些嗰那睇看搵找揾找俾给畀给攞拿諗想谂想嬲气攰累嘈吵撳按揿按瞓睡啱对嗌叫掟扔嘥费掂定咁这噉这'
const LEVELLED = new Map([
  ...VARIANTS,
  ...(CANTONESE.match(/../gu) ?? []).map((two): [string, string] => [two.charAt(0), two.charAt(1)]),
])

/** One Han character → its Simplified form, in words that all Chinese write, of the same length; itself where there is none. */
export function simplify(char: string): string {
  const known = LEVELLED.get(char)
  if (known !== undefined) return known
  convert ??= Converter({ from: 't', to: 'cn' })
  const one = convert(char)
  return one.length === char.length ? one : char
}
