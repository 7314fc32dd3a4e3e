import type { Finding, Path } from '../problem.ts'
import { SCALES } from '../text/rating/scales.ts'
import { scaleOf, valuesOf } from './scale.ts'
import { DONE, type Flow, type ScaleQuestion, SKIP } from './schema.ts'

/** The narrowest platform decides: the characters of a button, the buttons of one message. */
const LIMITS = { button: 75, choices: 25 }
/** The scale of each metric that scores are made of. */
const COUNTED_ON = new Map([
  ['csat', SCALES.csat5],
  ['nps', SCALES.nps11],
  ['ces', SCALES.ces7],
])

/** What is wrong with a scale: its limits, and the words beside its values. */
export function scaleFindings(flow: Flow, path: Path, question: ScaleQuestion): Finding[] {
  const { labels, ends, scale, min, max, metric } = question
  const { min: low, max: high } = scaleOf(question)
  const values = valuesOf(scaleOf(question)).map(String)
  const findings: Finding[] = []
  if (scale !== 'custom' && (min !== undefined || max !== undefined))
    findings.push({
      path: [...path, min === undefined ? 'max' : 'min'],
      is: 'problem.fixed_limits',
      mend: 'mend.custom',
      values: { scale },
    })
  if (scale === 'custom' && low >= high) findings.push({ path, is: 'problem.no_values', mend: 'mend.min_max' })
  findings.push(...metricFindings(path, metric, { min: low, max: high }))
  if (!labels && !ends)
    findings.push({
      path,
      is: 'problem.which_end',
      mend: 'mend.labels_or_ends',
    })
  if (labels) {
    for (const value of values)
      if (!labels[value])
        findings.push({
          path: [...path, 'labels'],
          is: 'problem.no_label',
          mend: 'mend.all_labels',
          values: { value },
        })
    for (const [value, label] of Object.entries(labels)) {
      if (values.includes(value)) findings.push(...labelFindings(flow, [...path, 'labels', value], label))
      else
        findings.push({
          path: [...path, 'labels', value],
          is: 'problem.off_scale',
          mend: 'mend.its_values',
          values: { value, values: values.join(', ') },
        })
    }
  }
  if (ends)
    findings.push(
      ...labelFindings(flow, [...path, 'ends', 'low'], ends.low),
      ...labelFindings(flow, [...path, 'ends', 'high'], ends.high),
    )
  return findings
}

/** Whether the values of a question are those of which its score is made: five out of ten is no five out of five. */
export function metricFindings(
  path: Path,
  metric: string | undefined,
  values: { min: number; max: number },
): Finding[] {
  const counted = metric === undefined ? undefined : COUNTED_ON.get(metric)
  if (metric === undefined || counted === undefined) return []
  const { min, max } = counted
  if (values.min === min && values.max === max) return []
  const named = { metric: metric.toUpperCase(), min, max }
  return [{ path: [...path, 'metric'], is: 'problem.metric_scale', mend: 'mend.metric_scale', values: named }]
}

/** What is wrong with choices: their ids, their number and their labels. */
export function choiceFindings(
  flow: Flow,
  path: Path,
  choices: { id: string; label: Record<string, string> }[],
): Finding[] {
  const findings = choices.flatMap(({ label }, index) =>
    labelFindings(flow, [...path, 'choices', index, 'label'], label),
  )
  if (choices.length > LIMITS.choices)
    findings.push({
      path: [...path, 'choices'],
      is: 'problem.many_choices',
      mend: 'mend.use_at_most',
      values: { count: choices.length, most: LIMITS.choices },
    })
  choices.forEach(({ id }, index) => {
    const at: Path = [...path, 'choices', index, 'id']
    if (choices.findIndex((other) => other.id === id) < index)
      findings.push({
        path: at,
        is: 'problem.choice_twice',
        mend: 'mend.own_id',
        values: { id },
      })
    if (id === SKIP || id === DONE)
      findings.push({
        path: at,
        is: 'problem.reserved',
        mend: 'mend.other_id',
        values: { id },
      })
  })
  return findings
}

/** What is wrong with the text of a button. */
export function labelFindings(flow: Flow, path: Path, label: Record<string, string>): Finding[] {
  const long = Object.entries(label).filter(([, text]) => text.length > LIMITS.button)
  return [
    ...missing(flow, path, label),
    ...strange(flow, path, label),
    ...long.map(
      ([locale, text]): Finding => ({
        path: [...path, locale],
        is: 'problem.long_label',
        mend: 'mend.use_at_most',
        values: { count: text.length, most: LIMITS.button },
      }),
    ),
  ]
}

/** Languages of the flow that a text is not written in. */
export const missing = (flow: Flow, path: Path, text: Record<string, unknown>): Finding[] =>
  flow.locales
    .filter((locale) => !(locale in text))
    .map((locale) => ({ path, is: 'problem.no_text', mend: 'mend.add_under', values: { locale } }))

/** Languages of a text that are not the flow's. */
export const strange = (flow: Flow, path: Path, text: Record<string, unknown>): Finding[] =>
  Object.keys(text)
    .filter((locale) => !flow.locales.includes(locale))
    .map((locale) => ({
      path: [...path, locale],
      is: 'problem.no_locale',
      mend: 'mend.add_locale',
      values: { locale },
    }))
