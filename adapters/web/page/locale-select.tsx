import { closest, LOCALES, type Locale } from '../../../src/locale.ts'
import { NATIVE } from './words.ts'

interface Props {
  label: string
  value: Locale
  onValue: (locale: Locale) => void
}

/** Each language under its own name. */
export function LocaleSelect({ label, value, onValue }: Props) {
  return (
    <select
      class="quiet"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const chosen = closest(event.currentTarget.value, LOCALES)
        if (chosen !== null) onValue(chosen)
      }}
    >
      {LOCALES.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {NATIVE[locale]}
        </option>
      ))}
    </select>
  )
}
