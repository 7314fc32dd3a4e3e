import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Tables } from './tables.ts'

/** One SQL statement with its values; `name` lets the server keep its plan. */
export interface Statement<Row = unknown> {
  name: string
  text: string
  values: unknown[]
  /** Carries the type of its rows; never set. */
  readonly row?: Row
}

/** `arg('x')` stands for the value that will be given as `x`. */
export type Arg<Args> = <K extends keyof Args>(name: K) => Args[K]

/** Builds and compiles SQL, runs nothing: the turn sends its statements in two batches. */
const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

class Slot {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/** Compiles a statement once, on first use, and returns a function that fills it: compiling costs 50 µs or more, filling under one. */
export function prepare<Args extends object, Row>(
  name: string,
  build: (db: Kysely<Tables>, arg: Arg<Args>) => Compilable<Row>,
): (args: Args) => Statement<Row> {
  let compiled: { text: string; slots: readonly unknown[] } | undefined
  return (args) => {
    if (!compiled) {
      // A slot passes through the builder as a value of the type it stands for, and comes out among the parameters.
      const query = build(compiler, <K extends keyof Args>(key: K) => new Slot(key) as Args[K]).compile()
      compiled = { text: query.sql, slots: query.parameters }
    }
    const values = compiled.slots.map((slot) => (slot instanceof Slot ? args[slot.name as keyof Args] : slot))
    return { name, text: compiled.text, values }
  }
}

export const plain = (text: string): Statement => ({ name: '', text, values: [] })
