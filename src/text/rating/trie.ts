/** Phrases by their characters, for the longest match at a place. */
export interface Trie<T> {
  next: Map<number, Trie<T>> | null
  value: T | undefined
}

export function trie<T>(): Trie<T> {
  return { next: null, value: undefined }
}

/** Adds `phrase`, or keeps the meaning it has; gives the meaning that holds. */
export function plant<T>(root: Trie<T>, phrase: string, value: T): T {
  let node = root
  for (let i = 0; i < phrase.length; i++) {
    const unit = phrase.charCodeAt(i)
    node.next ??= new Map()
    let child = node.next.get(unit)
    if (!child) {
      child = trie()
      node.next.set(unit, child)
    }
    node = child
  }
  node.value ??= value
  return node.value
}

/** The longest phrase of `root` that begins at `from` and ends where `mayEnd` allows; null when none. */
export function longest<T>(
  root: Trie<T>,
  text: string,
  from: number,
  mayEnd: (text: string, to: number) => boolean,
): { to: number; value: T } | null {
  let node: Trie<T> | undefined = root
  let to = from
  let value: T | undefined
  for (let i = from; i < text.length; i++) {
    node = node.next?.get(text.charCodeAt(i))
    if (!node) break
    if (node.value === undefined || !mayEnd(text, i + 1)) continue
    to = i + 1
    value = node.value
  }
  return value === undefined ? null : { to, value }
}
