import { Converter } from 'opencc-js/t2cn'

// Made on first use: it takes 15 ms, and English needs none.
let convert: ReturnType<typeof Converter> | undefined

/** Where the converter goes by the word and a character alone is wrong: 答覆, 說著, and 着 itself. */
const VARIANTS = new Map([
  ['覆', '复'],
  ['著', '着'],
  ['着', '着'],
])

/** One Han character → its Simplified form, of the same length; itself where there is none. */
export function simplify(char: string): string {
  const known = VARIANTS.get(char)
  if (known !== undefined) return known
  convert ??= Converter({ from: 't', to: 'cn' })
  const one = convert(char)
  return one.length === char.length ? one : char
}
