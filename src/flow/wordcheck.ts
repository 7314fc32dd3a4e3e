import type { Finding, Path } from '../problem.ts'
import { choiceFindings, labelFindings, metricFindings, missing, scaleFindings, strange } from './labelcheck.ts'
import { DEFAULT_PHRASES, FILLED, NAMES, PHRASES } from './phrases.ts'
import type { Flow, Question, Text } from './schema.ts'
import { formsOf, placeholders } from './wording.ts'

/** Characters of a message: the narrowest platform decides. */
const LONGEST = 3000

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ')

/** What is wrong with the words of a flow: languages missing, placeholders that nothing fills, texts longer than a platform carries. */
export function wordFindings(flow: Flow): Finding[] {
  return [
    ...Object.entries(flow.questions).flatMap(([id, question]) => questionFindings(flow, ['questions', id], question)),
    ...phraseFindings(flow),
    ...weightFindings(flow),
    ...(flow.title ? labelFindings(flow, ['title'], flow.title) : []),
  ]
}

function questionFindings(flow: Flow, path: Path, question: Question): Finding[] {
  return [
    ...textFindings(flow, [...path, 'text'], question.text),
    ...(question.variants ?? []).flatMap(({ text }, index) =>
      textFindings(flow, [...path, 'variants', index, 'text'], text),
    ),
    ...(question.kind === 'scale' ? scaleFindings(flow, path, question) : []),
    ...(question.kind === 'yesno' ? metricFindings(path, question.metric, { min: 0, max: 1 }) : []),
    ...(question.kind === 'choice' || question.kind === 'multi' ? choiceFindings(flow, path, question.choices) : []),
    ...(question.kind === 'yesno' || question.kind === 'consent'
      ? (['yes', 'no'] as const).flatMap((side) =>
          question[side] ? labelFindings(flow, [...path, side], question[side]) : [],
        )
      : []),
  ]
}

function textFindings(flow: Flow, path: Path, text: Text): Finding[] {
  return [
    ...missing(flow, path, text),
    ...strange(flow, path, text),
    ...Object.keys(text).flatMap((locale) => formFindings([...path, locale], formsOf(text, locale))),
  ]
}

function formFindings(path: Path, forms: string[]): Finding[] {
  const findings: Finding[] = []
  forms.forEach((form, index) => {
    const unknown = placeholders(form).filter((name) => !NAMES.some((each) => each === name))
    for (const name of unknown)
      findings.push({
        path,
        is: 'problem.placeholder',
        mend: 'mend.placeholders',
        values: { name: `{${name}}`, names: braced(NAMES) },
      })
    if (form.length > LONGEST)
      findings.push({
        path,
        is: 'problem.long_text',
        mend: 'mend.use_at_most',
        values: { count: form.length, most: LONGEST },
      })
    if (index === forms.length - 1 && placeholders(form).length > 0)
      findings.push({
        path,
        is: 'problem.no_bare_form',
        mend: 'mend.bare_form',
      })
  })
  return findings
}

function phraseFindings(flow: Flow): Finding[] {
  const findings: Finding[] = []
  for (const locale of flow.locales) {
    if (DEFAULT_PHRASES[locale]) continue
    for (const id of PHRASES)
      if (!flow.texts?.[id]?.[locale])
        findings.push({
          path: ['texts', id],
          is: 'problem.unspoken',
          mend: 'mend.add_text',
          values: { locale, path: `texts.${id}.${locale}` },
        })
  }
  for (const id of PHRASES)
    for (const [locale, text] of Object.entries(flow.texts?.[id] ?? {})) {
      const path: Path = ['texts', id, locale]
      const unknown = placeholders(text).find((name) => !FILLED[id]?.includes(name))
      if (unknown !== undefined)
        findings.push({
          path,
          is: 'problem.placeholder',
          mend: FILLED[id] ? 'mend.placeholders_alone' : 'mend.no_placeholder',
          values: { name: `{${unknown}}`, names: braced(FILLED[id] ?? []) },
        })
      if (!flow.locales.includes(locale))
        findings.push({
          path,
          is: 'problem.no_locale',
          mend: 'mend.add_locale',
          values: { locale },
        })
    }
  return findings
}

function weightFindings({ questions }: Flow): Finding[] {
  const weighted = Object.entries(questions).flatMap(([id, q]) =>
    q.kind === 'scale' && q.weight !== undefined ? [{ id, weight: q.weight, metric: q.metric }] : [],
  )
  const findings: Finding[] = weighted
    .filter(({ metric }) => !metric)
    .map(({ id }) => ({
      path: ['questions', id, 'weight'],
      is: 'problem.weight_alone',
      mend: 'mend.metric',
    }))
  const sum = weighted.reduce((all, { weight }) => all + weight, 0)
  const first = weighted[0]
  if (first && Math.abs(sum - 1) > 1e-6)
    findings.push({
      path: ['questions', first.id, 'weight'],
      is: 'problem.weights',
      mend: 'mend.weights',
      values: { sum: String(Number(sum.toFixed(6))) },
    })
  return findings
}
