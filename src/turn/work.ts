import type { Capabilities } from '../channel.ts'
import type { Config } from '../config.ts'
import type { Catalogue } from '../flow/catalogue.ts'
import type { Rows } from '../store/database.ts'
import type { Statement } from '../store/prepare.ts'
import type { Analysis } from '../text/analyze.ts'
import type { Directory } from './directory.ts'
import type { Writes } from './writes.ts'

/** What every turn is given at the start of the program and never changes. */
export interface Setting {
  config: Config
  flows: Catalogue
  staff: Directory
  /** The channels that run, by name. What one can do may become known after its start. */
  channels: ReadonlyMap<string, { readonly capabilities: Capabilities }>
}

/** One turn at work: its instant, its ids, what it will write. */
export interface Work {
  /** Instant of receipt, ISO 8601. */
  at: string
  id(): string
  writes: Writes
  /** Words kept by this turn, which the record does not have yet. */
  spoken: Map<string, { text: string; analysis: Analysis }>
  /** Done once the turn is committed. */
  after(act: () => Promise<void>): void
  /** One more wait, for what an ordinary answer does not need. */
  load<const S extends readonly Statement[]>(statements: S): Promise<Rows<S>>
}
