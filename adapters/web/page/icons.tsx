/** Drawn on a grid of 20; they take the colour of the text beside them and say nothing to a screen reader. */
const PATHS = {
  send: 'M10 16V4M5 9l5-5 5 5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  down: 'M10 4v12M5 11l5 5 5-5',
  person: 'M10 10a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM4 16.5c.6-2.7 3-4.25 6-4.25s5.4 1.55 6 4.25',
  chat: 'M5.5 15V6.5a2 2 0 0 1 2-2h5a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H8.5z',
  tray: 'M3.5 11.5l2-7h9l2 7v4h-13zM3.5 11.5h4l1 2h3l1-2h4',
  chart: 'M4 16.5V11M10 16.5v-12M16 16.5V8',
  key: 'M12.5 10.5a3.5 3.5 0 1 0-3.2-2L4 13.8V16.5h2.7v-2h2v-2l2-2',
  clock: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM10 6.5V10l2.3 1.8',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The mark of the product: a speech bubble that is also a quotation's end. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" />
      <path d="M9 23V12a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-8z" />
    </svg>
  )
}
