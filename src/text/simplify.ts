import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

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
  const one = convert(char)
  return one.length === char.length ? one : char
}
