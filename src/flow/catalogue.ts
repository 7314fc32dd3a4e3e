import { createHash } from 'node:crypto'
import type { Flow } from './schema.ts'

/** The flows of a deployment. `live` is the newest version that customers are asked with. */
export interface Catalogue {
  get(id: string, version: number): Flow | null
  live(id: string): Flow | null
  all(): Flow[]
}

/** Flows by (id, version). Throws when two of them claim the same. */
export function catalogue(flows: Flow[]): Catalogue {
  const known = new Map<string, Flow>()
  for (const flow of flows) {
    const key = `${flow.id}@${flow.version}`
    if (known.has(key))
      throw new Error(`two flows are called ${flow.id} version ${flow.version}: give one of them another version`)
    known.set(key, flow)
  }
  return {
    get: (id, version) => known.get(`${id}@${version}`) ?? null,
    live: (id) =>
      flows.filter((flow) => flow.id === id && flow.stage === 'live').sort((a, b) => b.version - a.version)[0] ?? null,
    all: () => [...flows],
  }
}

/** SHA-256 (hex) of what a flow says, whatever the order of its keys; the stage is left out, as going live changes no word. */
export const fingerprint = ({ stage: _, ...content }: Flow): string =>
  createHash('sha256').update(stable(content)).digest('hex')

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${stable(each)}`)
    .join(',')}}`
}
