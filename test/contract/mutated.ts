import fc from 'fast-check'

/** Values that programs trip over. */
const awkward = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', '\0', '\uD83D', '\uDE00x', '\u202Eabc', [], {}, [[]]),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constant('x'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 3 }),
)
const name = fc.constantFrom(
  'key',
  'text',
  'token',
  'values',
  'open',
  'id',
  'type',
  '__proto__',
  'constructor',
  'toString',
)

type Spoil = { at: number; name: string; value: unknown; how: 'put' | 'drop' | 'replace' }
const manner: fc.Arbitrary<Spoil> = fc.record({
  at: fc.nat(20),
  name,
  value: awkward,
  how: fc.constantFrom('put', 'drop', 'replace'),
})

/** Every object inside `json`, the outermost first. */
function objects(json: unknown, found: object[] = []): object[] {
  if (typeof json !== 'object' || json === null) return found
  found.push(json)
  for (const each of Object.values(json)) objects(each, found)
  return found
}

const copy = (value: unknown): unknown => (typeof value === 'object' ? structuredClone(value) : value)

/** Spoils a body in each of these ways. It is walked once, for the walk costs more than anything else here. */
function spoil(body: string, spoils: Spoil[]): unknown {
  const json: unknown = JSON.parse(body)
  const all = objects(json)
  for (const { at, name, value, how } of spoils) {
    const target = all[at % Math.max(all.length, 1)]
    if (target === undefined) return copy(value)
    const keys = Object.keys(target)
    const key = how === 'put' ? name : (keys[at % Math.max(keys.length, 1)] ?? name)
    if (how === 'drop') Reflect.deleteProperty(target, key)
    else
      Object.defineProperty(target, key, { value: copy(value), enumerable: true, configurable: true, writable: true })
  }
  return json
}

/** Ways to spoil a body in one to four places: one draw spoils many bodies, which is faster than a draw for each. */
export const spoiling: fc.Arbitrary<(body: string) => unknown> = fc
  .array(manner, { minLength: 1, maxLength: 4 })
  .map((spoils) => (body) => spoil(body, spoils))

/** Good bodies spoiled in one to four places, cut off, or with a character changed; and bodies that never were any good. */
export const mutated = (samples: string[]): fc.Arbitrary<string> => {
  const sample = fc.constantFrom(...samples)
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(sample, fc.array(manner, { minLength: 1, maxLength: 4 })).map(spoiled) },
    { weight: 2, arbitrary: fc.tuple(sample, fc.nat(200)).map(([body, n]) => body.slice(0, n)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(sample, fc.nat(200), fc.string({ unit: 'binary', maxLength: 3 }))
        .map(([body, n, put]) => body.slice(0, n) + put + body.slice(n + 1)),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.constantFrom('', '\0', 'null', '[]', '"', `${'['.repeat(20_000)}`, '{"key":1e999}') },
  )
}

const spoiled = ([body, spoils]: [string, Spoil[]]): string => JSON.stringify(spoil(body, spoils))
