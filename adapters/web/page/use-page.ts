import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../../src/locale.ts'
import { keep, kept } from './keep.ts'
import { PANES, type PaneId } from './pane.tsx'
import { preferred } from './words.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** The language of the page, kept in this browser and told to the document, which chooses fonts and voices by it. */
export function useLocale(): [Locale, (locale: Locale) => void] {
  const [locale, setLocale] = useState(() => preferred(kept('language')))
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return [
    locale,
    (chosen) => {
      keep('language', chosen)
      setLocale(chosen)
    },
  ]
}

/** Light or dark, kept in this browser; `auto` follows the system. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((one) => one === kept('theme')) ?? 'auto')
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return [
    theme,
    (chosen) => {
      keep('theme', chosen)
      setTheme(chosen)
    },
  ]
}

/** The conversation that is open where they stand behind each other, kept in this browser. */
export function usePane(): [PaneId, (pane: PaneId) => void] {
  const [pane, setPane] = useState<PaneId>(() => PANES.find((one) => one === kept('pane')) ?? 'customer')
  return [
    pane,
    (chosen) => {
      keep('pane', chosen)
      setPane(chosen)
    },
  ]
}

/** Whether the window is wide enough for the three conversations side by side. */
export function useWide(): boolean {
  const [query] = useState(() => matchMedia('(min-width: 1200px)'))
  const [wide, setWide] = useState(query.matches)
  useEffect(() => {
    const look = () => setWide(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [query])
  return wide
}
