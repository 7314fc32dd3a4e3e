import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

const LIMIT = 20_000
const memo = new Map<string, string>()

/** Words whose stem is that of quite another word ("please" → "pleased", "canned" → "can", "timely" → "time"): they stand for themselves. */
const ALONE = new Set('please canned timely general generic generous news organ universe reporter reporters'.split(' '))

/** One lower-case word → its Porter stem ("waiting" → "wait"); apostrophes are dropped first ("didn't" → "didnt"). */
export function stem(word: string): string {
  const known = memo.get(word)
  if (known !== undefined) return known
  const plain = word.replaceAll("'", '')
  const found =
    plain.length > 2 && !ALONE.has(plain) && plain.length < 40 && /^[a-z]+$/.test(plain) ? porter.stem(plain) : plain
  if (memo.size >= LIMIT) memo.clear() // words come from strangers: memory must have an end
  memo.set(word, found)
  return found
}
