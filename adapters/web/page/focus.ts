import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** What goes while it has the focus gives it to `box`, from where Tab leads to what came in its place; else it would be lost. */
export function useFocusKept(box: { current: HTMLElement | null }): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const note = () => {
      const { activeElement } = document
      last.current = box.current?.contains(activeElement) === true ? activeElement : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [box])
  useLayoutEffect(() => {
    if (last.current?.isConnected === false) box.current?.focus({ preventScroll: true })
  })
}
