import { END, type Flow } from './schema.ts'

/** Question → the questions its `next` leads to, `end` left out, unknown ones too. */
export type Graph = Map<string, Set<string>>

/** The flow's graph. */
export const graphOf = ({ questions }: Flow): Graph =>
  new Map(
    Object.entries(questions).map(([id, { next }]) => [
      id,
      new Set(next.map(({ goto }) => goto).filter((to) => to !== END && to in questions)),
    ]),
  )

/** Every question that can be met from `from`, itself included. */
export function reached(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(graph.get(id) ?? []))
  }
  return seen
}
