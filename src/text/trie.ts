/**
 * A trie over symbols that count from 1, in plain arrays, where nodes alike share what follows them: most phrases are spelled out from
 * choices, which end alike, so that two of five nodes are left. The children of a node stand side by side in the order of their symbols,
 * those near the root, which every text visits, first. Node 0 is the root.
 */
export interface Trie {
  /** By node: the symbol that leads to it. */
  symbols: Uint16Array
  /** By node: from where to where its children stand, and from where to where its ends do. These are asked for together. */
  cells: Int32Array
  ends: Int32Array
}

const CELL = 4

/** The child of a node by a symbol, or 0. */
export function childOf({ symbols, cells }: Trie, node: number, symbol: number): number {
  let low = cells[node * CELL] ?? 0
  let high = cells[node * CELL + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const there = symbols[middle] ?? 0
    if (there === symbol) return middle
    if (there < symbol) low = middle + 1
    else high = middle
  }
  return 0
}

/** From where to where, the latter left out, the ends of a node stand in `ends`. */
export const endsFrom = ({ cells }: Trie, node: number): number => cells[node * CELL + 2] ?? 0
export const endsTo = ({ cells }: Trie, node: number): number => cells[node * CELL + 3] ?? 0

/** A node of a trie that still grows. */
export interface Growing {
  symbol: number
  children: Map<number, Growing> | undefined
  ends: number[] | undefined
}

/** A node without children, to which a symbol leads. */
export const sprout = (symbol = 0): Growing => ({ symbol, children: undefined, ends: undefined })

/** The child of a node by a symbol, made when it is not there. */
export function follow(node: Growing, symbol: number): Growing {
  node.children ??= new Map()
  const known = node.children.get(symbol)
  if (known) return known
  const made = sprout(symbol)
  node.children.set(symbol, made)
  return made
}

/** Something ends at a node. */
export function end(node: Growing, what: number): void {
  if (node.ends) node.ends.push(what)
  else node.ends = [what]
}

/** The children of nodes alike; `from` is where they stand. */
interface Family {
  members: Member[]
  from: number
}

interface Member {
  symbol: number
  ends: number[]
  family: Family
}

/** A grown trie as it is read. */
export function laid(root: Growing): Trie {
  const whole = named(root, new Map()).family
  const families = new Set([whole])
  const members: Member[] = []
  for (const family of families) {
    family.from = members.length + 1
    for (const member of family.members) {
      members.push(member)
      families.add(member.family)
    }
  }
  const cells = new Int32Array((members.length + 1) * CELL)
  const ends: number[] = []
  const places = new Map<string, number>()
  const place = (node: number, { members: { length }, from }: Family, here: readonly number[]) => {
    const key = here.join()
    const at = places.get(key) ?? ends.length
    if (!places.has(key)) ends.push(...here)
    places.set(key, at)
    cells.set([from, from + length, at, at + here.length], node * CELL)
  }
  place(0, whole, [])
  members.forEach(({ family, ends: here }, i) => {
    place(i + 1, family, here)
  })
  return { symbols: Uint16Array.from([0, ...members.map(({ symbol }) => symbol)]), cells, ends: Int32Array.from(ends) }
}

/** Families are alike when their members are, by symbol, ends and the name of their own family. */
function named(node: Growing, known: Map<string, { family: Family; name: number }>): { family: Family; name: number } {
  let key = ''
  const members = [...(node.children?.values() ?? [])]
    .sort((a, b) => a.symbol - b.symbol)
    .map((child): Member => {
      const { family, name } = named(child, known)
      const ends = child.ends ?? []
      key += `${child.symbol} ${name} ${ends.join()};`
      return { symbol: child.symbol, ends, family }
    })
  const found = known.get(key) ?? { family: { members, from: 0 }, name: known.size }
  known.set(key, found)
  return found
}
