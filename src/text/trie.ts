/**
 * A trie over symbols that count from 1, in plain arrays. Its nodes are numbered breadth first, the root 0, so that the children of a
 * node stand side by side, here in the order of their symbols: those of node n are `childrenAt[n]` to `childrenAt[n + 1]`, the latter
 * left out, and what ends at n is `ends[endsAt[n]]` to `ends[endsAt[n + 1]]`.
 */
export interface Trie {
  /** By node: the symbol that leads to it. */
  symbols: Uint16Array
  childrenAt: Int32Array
  endsAt: Int32Array
  ends: Int32Array
}

/** The child of a node by a symbol, or 0. */
export function childOf({ symbols, childrenAt }: Trie, node: number, symbol: number): number {
  let low = childrenAt[node] ?? 0
  let high = childrenAt[node + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const there = symbols[middle] ?? 0
    if (there === symbol) return middle
    if (there < symbol) low = middle + 1
    else high = middle
  }
  return 0
}

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

/** A grown trie as it is read. */
export function laid(root: Growing): Trie {
  const nodes = [root]
  const childrenAt: number[] = []
  const endsAt: number[] = []
  const ends: number[] = []
  for (const { children, ends: here } of nodes) {
    childrenAt.push(nodes.length)
    endsAt.push(ends.length)
    if (children) nodes.push(...[...children.values()].sort((a, b) => a.symbol - b.symbol))
    if (here) ends.push(...here)
  }
  return {
    symbols: Uint16Array.from(nodes, ({ symbol }) => symbol),
    childrenAt: Int32Array.from([...childrenAt, nodes.length]),
    endsAt: Int32Array.from([...endsAt, ends.length]),
    ends: Int32Array.from(ends),
  }
}
