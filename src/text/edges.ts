const WIDTH = 0x8000
const LOAD = 0.6
/** Room for what the shipped words alone need, so that it seldom grows. */
const FIRST = 1 << 16

/** The edges of an automaton, (node, symbol) → node, in an open hash table: several times faster to follow than a Map. */
export class Edges {
  #keys: Float64Array<ArrayBuffer>
  #nodes: Int32Array<ArrayBuffer>
  /** By node: a bit for each symbol, by its last five, that an edge of it may have. Most nodes have one edge or none, and most questions no answer. */
  #symbols = new Int32Array(FIRST)
  #size = 0

  /** Begins empty, or with the table of others; that one is read alone. */
  constructor({ keys, nodes } = { keys: new Float64Array(FIRST), nodes: new Int32Array(FIRST) }) {
    this.#keys = keys
    this.#nodes = nodes
    for (const key of keys) if (key !== 0) this.#mark(Math.floor(key / WIDTH), key % WIDTH)
  }

  /** What it holds, for another to begin with. */
  table(): { keys: Float64Array<ArrayBuffer>; nodes: Int32Array<ArrayBuffer> } {
    return { keys: this.#keys, nodes: this.#nodes }
  }

  /** Node 0 is the root, which no edge leads to: 0 says that there is no edge. Symbol 0 has none. */
  get(node: number, symbol: number): number {
    if ((((this.#symbols[node] ?? 0) >>> (symbol & 31)) & 1) === 0 || symbol === 0) return 0
    const key = node * WIDTH + symbol
    const keys = this.#keys
    const mask = keys.length - 1
    for (let at = slot(node, symbol) & mask; ; at = (at + 1) & mask) {
      const there = keys[at]
      if (there === key) return this.#nodes[at] ?? 0
      if (there === 0) return 0
    }
  }

  set(node: number, symbol: number, to: number): void {
    if (symbol >= WIDTH) throw new Error('too many different words in one set of patterns')
    if (++this.#size > this.#keys.length * LOAD) this.#grow()
    this.#put(node * WIDTH + symbol, to)
    this.#mark(node, symbol)
  }

  #mark(node: number, symbol: number): void {
    if (node >= this.#symbols.length) {
      const more = new Int32Array(node * 2)
      more.set(this.#symbols)
      this.#symbols = more
    }
    this.#symbols[node] = (this.#symbols[node] ?? 0) | (1 << (symbol & 31))
  }

  #put(key: number, to: number): void {
    const mask = this.#keys.length - 1
    let at = slot(Math.floor(key / WIDTH), key % WIDTH) & mask
    while (this.#keys[at] !== 0) at = (at + 1) & mask
    this.#keys[at] = key
    this.#nodes[at] = to
  }

  #grow(): void {
    const [keys, nodes] = [this.#keys, this.#nodes]
    this.#keys = new Float64Array(keys.length * 2)
    this.#nodes = new Int32Array(keys.length * 2)
    keys.forEach((key, at) => {
      if (key !== 0) this.#put(key, nodes[at] ?? 0)
    })
  }
}

const slot = (node: number, symbol: number) => {
  const mixed = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
