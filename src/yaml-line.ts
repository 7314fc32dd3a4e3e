import type { Document, LineCounter } from 'yaml'
import { isCollection, isMap, isPair, isScalar } from 'yaml'

/** The line, from 1, on which the entry at `path`, or the nearest above it, stands in a YAML file. */
export const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number =>
  lines.linePos(offsetOf(document, path)).line

/** Where the entry at `path` begins, its key if it has one; where there is none, the nearest entry above it. */
export function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0
  let node: unknown = document.contents
  for (const step of path) {
    if (!isCollection(node)) return offset
    const item: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : node.items[Number(step)]
    if (item === undefined) return offset
    const named = isPair(item) ? item.key : item
    offset = startOf(named) ?? offset
    node = isPair(item) ? item.value : item
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (isScalar(node) || isCollection(node)) && node.range ? node.range[0] : undefined
}
