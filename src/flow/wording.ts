import { DEFAULT_PHRASES, type Phrase } from './phrases.ts'
import type { Flow, Text } from './schema.ts'

const PLACEHOLDER = /\{([^{}]*)\}/g

/** The names between braces in a form. */
export const placeholders = (form: string): string[] => [...form.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')

/** One text in one language as a list: the forms in order of preference. */
export const formsOf = (text: Text, locale: string): string[] => [text[locale] ?? []].flat()

/** The text of a question in `locale`, in the first form all of whose placeholders can be filled; never shows a raw one. */
export function word(flow: Flow, text: Text, locale: string, names: Record<string, string>): string {
  const own = formsOf(text, locale)
  const forms = own.length > 0 ? own : formsOf(text, flow.locales[0] ?? 'en')
  const fillable = forms.find((form) => placeholders(form).every((name) => names[name]))
  return fill(fillable ?? forms.at(-1) ?? '', names)
}

/** What the dialog says by itself: the flow's own wording, else the product's; filled with `values`. */
export function phrase(flow: Flow, id: Phrase, locale: string, values: Record<string, string> = {}): string {
  return fill(flow.texts?.[id]?.[locale] ?? DEFAULT_PHRASES[locale]?.[id] ?? DEFAULT_PHRASES.en[id], values)
}

// A name may itself hold braces, so all placeholders are filled in one pass and nothing is filled twice. Between Chinese and Latin
// letters stands a space, as a printer would set it.
function fill(form: string, values: Record<string, string>): string {
  return form.replace(PLACEHOLDER, (found, name: string, from: number) => {
    const value = values[name] ?? ''
    const gap = (left: string | undefined, right: string | undefined) => (apart(left, right) ? ' ' : '')
    return gap(form[from - 1], value[0]) + value + gap(value.at(-1), form[from + found.length])
  })
}

const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-z0-9]/
const apart = (left = '', right = ''): boolean =>
  (HAN.test(left) && LATIN.test(right)) || (LATIN.test(left) && HAN.test(right))
