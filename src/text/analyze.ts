import { withoutAsides } from './asides.ts'
import { hasEmoji } from './grams.ts'
import type { Label, Language, Signal, Span } from './kinds.ts'
import { language } from './language.ts'
import { redactIn } from './mask.ts'
import { shippedModel } from './model.ts'
import { wholeOf } from './part.ts'
import { shippedNamer } from './personal/learned/namer.ts'
import { type Reading, read } from './reading.ts'
import { BARE_REQUEST, NO_SENTIMENT, type Sentiment, sentimentOf } from './sentiment.ts'
import { type SignalHit, signalsOf } from './signals.ts'
import { shippedTagger } from './tagger.ts'
import { fingerprint, shippedTaxonomy, type Taxonomy } from './taxonomy.ts'
import { tell } from './tell.ts'
import { type ThemeHit, themesOf } from './themes.ts'
import { undecorated } from './units.ts'

export type { Label, Language, Signal } from './kinds.ts'
export { redact } from './mask.ts'
export { shippedTaxonomy, type Taxonomy } from './taxonomy.ts'
export type { ThemeHit } from './themes.ts'

/** What a comment says. All spans are UTF-16 offsets into the text as given. */
export interface Analysis {
  /** Of rules, weights and taxonomy together: analyses with one version were made alike. */
  version: string
  language: Language
  sentiment: Sentiment
  themes: ThemeHit[]
  signals: Signal[]
  signalEvidence: SignalHit[]
  /** The text with personal data masked, and what was masked. */
  redacted: string
  masked: Span[]
  /** No content: "无", "N/A", "。。。". */
  empty: boolean
}

/** Raised whenever rules or words in this folder change what is said of any text. */
const RULES = '15'

const EMPTY =
  /^(?:无|没有|没有了|没|没了|暂无|没什么|无内容|空|n\/?a|none|nil|null|nothing|nocomments?|nope|用户未填写|未填写|用户没有填写|此用户未填写评价内容|系统默认(?:好评|评价))?[\p{P}\p{Z}\p{C}\p{Sk}\p{Sm}\s]*$/u

const LONGEST_EMPTY = 40

function isEmpty({ folded, grams }: Reading): boolean {
  const bare = folded.text.replace(/\s+/gu, '')
  return EMPTY.test(hasEmoji(grams) ? bare : undecorated(bare))
}

/**
 * The analysis that is kept with a verbatim: where something was masked, the words are read again as they are kept, so that the
 * marks stand where the words stand.
 */
export function analyzeKept(text: string, taxonomy?: Taxonomy): Analysis {
  const analysis = analyze(text, taxonomy)
  return analysis.masked.length === 0 ? analysis : analyze(analysis.redacted, taxonomy)
}

/** A comment → what it says: pure, total, in linear time. */
export function analyze(text: string, taxonomy: Taxonomy = shippedTaxonomy()): Analysis {
  const model = shippedModel()
  const tagger = shippedTagger()
  const written = language(text)
  const reading = read(text, taxonomy)
  const { text: redacted, masked } = redactIn(text, written, reading.folded)
  const empty = text.length <= LONGEST_EMPTY ? isEmpty(reading) : reading.units.count === 0
  // What a number says is no matter of feeling: sentiment is that of the text without personal data, and without asides.
  const part = withoutAsides(reading, masked)
  const told = tell(tagger, part ?? wholeOf(reading))
  const sentiment = empty ? NO_SENTIMENT : part ? sentimentOf(part, model, told) : BARE_REQUEST
  const whole: Record<Label, number> = { negative: -1, neutral: 0, positive: 1 }
  const themes = empty ? [] : themesOf(reading, whole[sentiment.label], told)
  const signalEvidence = empty ? [] : signalsOf(reading, themes, sentiment.score, told)
  return {
    version: `${RULES}.${model.version}.${tagger.version}.${shippedNamer().version}.${fingerprint(taxonomy)}`,
    language: written,
    sentiment,
    themes,
    signals: signalEvidence.map(({ signal }) => signal),
    signalEvidence,
    redacted,
    masked,
    empty,
  }
}
