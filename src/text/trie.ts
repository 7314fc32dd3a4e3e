/**
 * A trie over symbols that count from 1, as a double array: the children of a node stand at its base plus their symbols, and each place
 * knows the base it belongs to, so that a step is one look. Nodes alike share what follows them: most phrases are spelled out from
 * choices, which end alike, so that two of five nodes are left. Node 0 is the root.
 */
export interface Trie {
  /** By node: the base that it stands by, or the greatest number where no node is. Most steps lead nowhere and look at nothing else. */
  by: Places
  /** By node, two numbers: the base of its children, and the place in `ends` of how many ends it has, behind which they stand. */
  cells: Places
  ends: Int32Array
}

/** Of 16 bits where they are enough: a text goes everywhere in these, and what is small is near. */
type Places = Uint16Array | Uint32Array

const NONE = -1
/** The base of a node without children. */
const LEAF = 0

/** The child of a node by a symbol, or 0. */
export function childOf(trie: Trie, node: number, symbol: number): number {
  const base = trie.cells[node * 2] ?? LEAF
  return trie.by[base + symbol] === base ? base + symbol : 0
}

/** Where in `ends` the count of a node's ends stands. */
export const endsAt = ({ cells }: Trie, node: number): number => cells[node * 2 + 1] ?? 0

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

/** The children of nodes alike, and the base by which they stand. */
interface Family {
  members: Member[]
  base: number
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
  for (const family of families) for (const member of family.members) families.add(member.family)
  const length = settle([...families].filter(({ members }) => members.length > 0))
  const by = new Uint32Array(length).fill(NONE)
  const cells = new Uint32Array(length * 2)
  const ends = [0]
  const lists = new Map([['', 0]])
  const place = (node: number, family: Family, here: readonly number[]) => {
    const at = lists.get(here.join()) ?? ends.length
    if (at === ends.length) ends.push(here.length, ...here)
    lists.set(here.join(), at)
    cells.set([family.base, at], node * 2)
  }
  place(0, whole, [])
  for (const { base, members } of families)
    for (const { symbol, ends: here, family } of members) {
      by[base + symbol] = base
      place(base + symbol, family, here)
    }
  const isSmall = Math.max(length, ends.length) <= 0xffff
  return {
    by: isSmall ? Uint16Array.from(by) : by,
    cells: isSmall ? Uint16Array.from(cells) : cells,
    ends: Int32Array.from(ends),
  }
}

/** How far back from the family before it a place is looked for: so far that the product's own phrases need but 16 bits. */
const BACK = 16384

/**
 * Gives each family a base of its own at which all its places are free, and says how many places a step may look at. Families of one
 * fit nearly everywhere, and come last to fill the gaps.
 */
function settle(families: readonly Family[]): number {
  const sought = families.map((family) => ({ family, symbols: family.members.map(({ symbol }) => symbol) }))
  const greatest = sought.reduce((most, { symbols }) => Math.max(most, symbols.at(-1) ?? 0), 0)
  let taken = new Uint8Array(families.length + 2 * greatest + 2)
  let bases = new Uint8Array(taken.length)
  taken[0] = 1
  bases[LEAF] = 1
  let length = 1
  const isFree = (base: number, symbols: readonly number[]) => {
    for (const symbol of symbols) if (taken[base + symbol] === 1) return false
    return bases[base] !== 1
  }
  /** The first of a family's places, from `free` on. */
  const place = ({ family, symbols }: { family: Family; symbols: readonly number[] }, free: number): number => {
    const first = symbols[0] ?? 0
    let base = Math.max(free - first, LEAF + 1)
    while (!isFree(base, symbols)) base++
    length = Math.max(length, base + greatest + 1)
    if (taken.length < length) [taken, bases] = [longer(taken), longer(bases)]
    family.base = base
    bases[base] = 1
    for (const symbol of symbols) taken[base + symbol] = 1
    return base + first
  }
  let free = 1
  for (const one of sought) if (one.symbols.length > 1) free = Math.max(free, place(one, free) - BACK)
  free = 1
  const ones = sought.filter(({ symbols }) => symbols.length === 1)
  for (const one of ones.sort((a, b) => (a.symbols[0] ?? 0) - (b.symbols[0] ?? 0))) free = place(one, free)
  return length
}

function longer(list: Uint8Array) {
  const made = new Uint8Array(list.length * 2)
  made.set(list)
  return made
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
  const found = known.get(key) ?? { family: { members, base: LEAF }, name: known.size }
  known.set(key, found)
  return found
}
