import { z } from 'zod'
import type { Locale } from '../locale.ts'
import { type Finding, type Problem, readYaml } from '../problem.ts'
import { SIGNALS } from './kinds.ts'
import { shippedTaxonomy } from './taxonomy.ts'
import { id, SignalWords, Taxonomy, Theme } from './taxonomy-file.ts'

const OwnTheme = Theme.extend({ name: Theme.shape.name.optional() })
const OwnSignal = SignalWords.extend({ name: SignalWords.shape.name.optional() })

/** An owner's file: themes of their own, and more words for the shipped themes and signals. Shipped ids keep what they have. */
const Own = z.strictObject({
  themes: z.record(id, OwnTheme).default({}),
  signals: z.partialRecord(z.enum(SIGNALS), OwnSignal).default({}),
})
type Own = z.infer<typeof Own>

const EXAMPLE = { example: '{ en: Lounge }' }

/**
 * An owner's taxonomy file → the shipped taxonomy with what it adds, or every problem in it. A file that names every shipped theme in full
 * stands in their place.
 */
export function checkTaxonomy(
  file: string,
  yamlText: string,
  locale: Locale,
): { taxonomy: Taxonomy } | { problems: Problem[] } {
  const shapeOf = (content: unknown) =>
    isWhole(content) ? Taxonomy.transform((whole) => ({ whole })) : Own.transform((own) => ({ own }))
  const read = readYaml<{ whole: Taxonomy } | { own: Own }>(file, yamlText, shapeOf, locale)
  if ('problems' in read) return read
  if ('whole' in read.value) return { taxonomy: read.value.whole }
  const { own } = read.value
  const problems = read.placed(findings(own))
  return problems.length > 0 ? { problems } : { taxonomy: extend(shippedTaxonomy(), own) }
}

function isWhole(content: unknown): boolean {
  const themes = typeof content === 'object' && content !== null && 'themes' in content ? content.themes : undefined
  return (
    typeof themes === 'object' &&
    themes !== null &&
    Object.keys(shippedTaxonomy().themes).every((name) => name in themes)
  )
}

function findings({ themes }: Own): Finding[] {
  const known = { ...shippedTaxonomy().themes, ...themes }
  return Object.entries(themes).flatMap(([name, theme]): Finding[] => {
    const isNew = !(name in shippedTaxonomy().themes)
    const phrases = [theme.words, theme.positive, theme.negative].flatMap((lists) => Object.values(lists).flat())
    const path = ['themes', name]
    const nameless: Finding = { path, is: 'problem.theme_name', mend: 'mend.theme_name', values: EXAMPLE }
    const wordless: Finding = { path, is: 'problem.theme_words', mend: 'mend.theme_words' }
    return [
      ...(isNew && !theme.name ? [nameless] : []),
      ...(isNew && phrases.length === 0 ? [wordless] : []),
      ...theme.yields.flatMap((other, i): Finding[] =>
        other in known
          ? []
          : [
              {
                path: [...path, 'yields', i],
                is: 'problem.nowhere_named',
                mend: 'mend.add_or_mend',
                values: { what: 'theme', name: other },
              },
            ],
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
