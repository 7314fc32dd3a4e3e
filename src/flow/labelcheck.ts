import type { Finding, Path } from './problem.ts'
import { scaleOf, valuesOf } from './scale.ts'
import type { Flow, ScaleQuestion } from './schema.ts'

/** The narrowest platform decides: the characters of a button, the buttons of one message. */
const LIMITS = { button: 75, choices: 25 }
/** Ids of the buttons that the dialog adds by itself. */
const RESERVED = ['skip', 'done']

/** What is wrong with a scale: its limits, and the words beside its values. */
export function scaleFindings(flow: Flow, path: Path, question: ScaleQuestion): Finding[] {
  const { labels, ends, scale, min, max, metric } = question
  const { min: low, max: high } = scaleOf(question)
  const values = valuesOf(scaleOf(question)).map(String)
  const findings: Finding[] = []
  if (scale !== 'custom' && (min !== undefined || max !== undefined))
    findings.push({
      path: [...path, min === undefined ? 'max' : 'min'],
      message: `the limits of ${scale} are fixed`,
      remedy: 'Remove it, or use "scale: custom"',
    })
  if (scale === 'custom' && low >= high)
    findings.push({ path, message: 'the scale has no values', remedy: 'Give a "min" below "max"' })
  if (metric === 'nps' && (low !== 0 || high !== 10))
    findings.push({
      path: [...path, 'metric'],
      message: 'NPS is counted on 0 to 10 only',
      remedy: 'Use "scale: nps11", or another metric',
    })
  if (!labels && !ends)
    findings.push({
      path,
      message: 'nobody can tell which end of the scale is the good one',
      remedy: 'Give "labels" for every value, or "ends" with low and high',
    })
  if (labels) {
    for (const value of values)
      if (!labels[value])
        findings.push({
          path: [...path, 'labels'],
          message: `no label for the value ${value}`,
          remedy: 'Add it: labels are for every value or for none',
        })
    for (const [value, label] of Object.entries(labels)) {
      if (values.includes(value)) findings.push(...labelFindings(flow, [...path, 'labels', value], label))
      else
        findings.push({
          path: [...path, 'labels', value],
          message: `${value} is off the scale`,
          remedy: `Its values are ${values.join(', ')}`,
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
      message: `${choices.length} choices are more than a message carries`,
      remedy: `Use at most ${LIMITS.choices}`,
    })
  choices.forEach(({ id }, index) => {
    const at: Path = [...path, 'choices', index, 'id']
    if (choices.findIndex((other) => other.id === id) < index)
      findings.push({
        path: at,
        message: `the choice "${id}" stands here twice`,
        remedy: 'Give every choice an id of its own',
      })
    if (RESERVED.includes(id))
      findings.push({
        path: at,
        message: `"${id}" is the id of a button of the dialog itself`,
        remedy: 'Give it another id',
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
    ...long.map(([locale, text]) => ({
      path: [...path, locale],
      message: `${text.length} characters are more than a button carries`,
      remedy: `Use at most ${LIMITS.button}`,
    })),
  ]
}

/** Languages of the flow that a text is not written in. */
export const missing = (flow: Flow, path: Path, text: Record<string, unknown>): Finding[] =>
  flow.locales
    .filter((locale) => !(locale in text))
    .map((locale) => ({ path, message: `the ${locale} text is missing`, remedy: `Add it under "${locale}"` }))

/** Languages of a text that are not the flow's. */
export const strange = (flow: Flow, path: Path, text: Record<string, unknown>): Finding[] =>
  Object.keys(text)
    .filter((locale) => !flow.locales.includes(locale))
    .map((locale) => ({
      path: [...path, locale],
      message: `"${locale}" is not among the flow's locales`,
      remedy: 'Add it to "locales", or remove the text',
    }))
