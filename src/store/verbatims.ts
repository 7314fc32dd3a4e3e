import type { Filters } from '../scores/query.ts'
import type { Analysis, Label } from '../text/analyze.ts'
import type { Statement } from './prepare.ts'

export interface VerbatimsRequest {
  /** Instants, ISO 8601: from, and before. */
  from: string
  before: string
  filters: Filters
  sentiment: Label | null
  /** Any of these; empty: whatever it is about. */
  themes: string[]
  limit: number
}

interface VerbatimRow {
  id: string
  customer_id: string
  text: string
  analysis: Analysis
  at: string
  team: string | null
  agent: string | null
}

/** Ids begin with their instant, so a stretch of time is a stretch of the primary key. */
const idAt = (instant: string): string =>
  Date.parse(instant)
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2-0000-0000-000000000000')

/** Customers' words, masked, the newest first. Erased ones are gone. */
export function newestVerbatims(request: VerbatimsRequest): Statement<VerbatimRow> {
  const values: unknown[] = [idAt(request.from), idAt(request.before), request.limit]
  const also = (condition: (place: string) => string, value: unknown): string => {
    values.push(value)
    return `and ${condition(`$${values.length}`)}`
  }
  const conditions = [
    ...(request.sentiment ? [also((p) => `v.analysis #>> '{sentiment,label}' = ${p}`, request.sentiment)] : []),
    ...(request.themes.length > 0
      ? [also((p) => `jsonb_path_query_array(v.analysis, '$.themes[*].id') ?| ${p}::text[]`, request.themes)]
      : []),
    ...(['team', 'agent', 'channel', 'flow'] as const).flatMap((dimension) => {
      const wanted = request.filters[dimension]
      return wanted ? [also((p) => `d.${dimension} = any(${p})`, wanted)] : []
    }),
  ]
  return {
    name: '',
    text: `select v.id, v.customer_id, v.text, v.analysis, v.at, d.team, d.agent from verbatim v join dialog d on d.id = v.dialog_id
      where v.id >= $1 and v.id < $2 and v.text <> '' ${conditions.join(' ')} order by v.id desc limit $3`,
    values,
  }
}
