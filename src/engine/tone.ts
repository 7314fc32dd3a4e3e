import type { Analysis } from '../text/analyze.ts'
import type { DialogState } from './dialog.ts'

// Who is asked for nothing is annoyed: words must speak clearly. A complaint beside a good rating is often only the "but", so it takes
// more; "thanks" at a bad rating is good manners, so praise must be of something.
const BLAME = -0.8
const PRAISE = 0.7

/** What words clearly feel, all of them one way; null when they are mild, mixed or unsure. */
export function toneOf({ sentiment: { label, score, unsure }, themes }: Analysis): DialogState['tone'] | null {
  if (unsure || label === 'neutral' || (score > BLAME && score < PRAISE)) return null
  if (themes.some(({ polarity }) => polarity !== 'neutral' && polarity !== label)) return null
  return label === 'negative' || themes.some(({ polarity }) => polarity === 'positive') ? label : null
}
