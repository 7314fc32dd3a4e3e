import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { lineOf } from '../yaml-line.ts'
import { SIGNALS } from './kinds.ts'
import { shippedTaxonomy } from './taxonomy.ts'
import { id, problemOf, SignalWords, Taxonomy, Theme } from './taxonomy-file.ts'

const OwnTheme = Theme.extend({ name: Theme.shape.name.optional() })
const OwnSignal = SignalWords.extend({ name: SignalWords.shape.name.optional() })

/** An owner's file: themes of their own, and more words for the shipped themes and signals. Shipped ids keep what they have. */
const Own = z.strictObject({
  themes: z.record(id, OwnTheme).default({}),
  signals: z.partialRecord(z.enum(SIGNALS), OwnSignal).default({}),
})
type Own = z.infer<typeof Own>

interface Problem {
  path: PropertyKey[]
  message: string
}

/**
 * An owner's taxonomy file → the shipped taxonomy with what it adds, or every problem as "file:line: path: what to do". A file that
 * names every shipped theme in full stands in their place.
 */
export function checkTaxonomy(file: string, yamlText: string): { taxonomy: Taxonomy } | { problems: string[] } {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`) }
  const written = ({ path, message }: Problem) =>
    `${file}:${lineOf(document, lines, path)}: ${path.join('.') || 'the file'}: ${message}`
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 20 }) ?? {}
  } catch (error) {
    return { problems: [`${file}:1: aliases cannot be resolved (${String(error)}): write the words out`] }
  }
  const read = isWhole(content) ? Taxonomy.safeParse(content) : Own.safeParse(content)
  if (!read.success) return { problems: read.error.issues.map(problemOf).map(written) }
  if (isWhole(content)) return { taxonomy: Taxonomy.parse(content) }
  const own = Own.parse(content)
  const problems = findProblems(own)
  return problems.length > 0 ? { problems: problems.map(written) } : { taxonomy: extend(shippedTaxonomy(), own) }
}

function isWhole(content: unknown): boolean {
  const themes = typeof content === 'object' && content !== null && 'themes' in content ? content.themes : undefined
  return (
    typeof themes === 'object' &&
    themes !== null &&
    Object.keys(shippedTaxonomy().themes).every((name) => name in themes)
  )
}

function findProblems({ themes }: Own): Problem[] {
  const known = { ...shippedTaxonomy().themes, ...themes }
  return Object.entries(themes).flatMap(([name, theme]): Problem[] => {
    const isNew = !(name in shippedTaxonomy().themes)
    const phrases = [theme.words, theme.positive, theme.negative].flatMap((lists) => Object.values(lists).flat())
    return [
      ...(isNew && !theme.name
        ? [{ path: ['themes', name], message: 'has no name; add one, such as name: { en: Lounge }' }]
        : []),
      ...(isNew && phrases.length === 0
        ? [{ path: ['themes', name], message: 'has no words; add words, positive or negative' }]
        : []),
      ...theme.yields.flatMap((other, i) =>
        other in known ? [] : [{ path: ['themes', name, 'yields', i], message: `there is no theme "${other}"` }],
      ),
    ]
  })
}

type Lists = Record<string, string[]>

/** Both lists of each language, each phrase once: the same phrase twice would count twice. */
function both(shipped: Lists = {}, own: Lists = {}): Lists {
  const languages = [...new Set([...Object.keys(shipped), ...Object.keys(own)])]
  return Object.fromEntries(
    languages.map((language) => [language, [...new Set([...(shipped[language] ?? []), ...(own[language] ?? [])])]]),
  )
}

function extend(shipped: Taxonomy, own: Own): Taxonomy {
  const themes = { ...shipped.themes }
  for (const [name, theme] of Object.entries(own.themes)) {
    const base = shipped.themes[name]
    themes[name] = {
      name: { ...base?.name, ...theme.name },
      words: both(base?.words, theme.words),
      positive: both(base?.positive, theme.positive),
      negative: both(base?.negative, theme.negative),
      except: both(base?.except, theme.except),
      yields: [...new Set([...(base?.yields ?? []), ...theme.yields])],
    }
  }
  const signals = { ...shipped.signals }
  for (const name of SIGNALS) {
    const more = own.signals[name]
    const base = shipped.signals[name]
    if (!more) continue
    signals[name] = {
      name: { ...base?.name, ...more.name },
      words: both(base?.words, more.words),
      certain: both(base?.certain, more.certain),
      except: both(base?.except, more.except),
    }
  }
  return { themes, signals }
}
