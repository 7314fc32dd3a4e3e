/** What a verbatim is written in; `other` is everything the rules have no words for. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant' | 'other'

/** Sentiment of a comment, or of the clause that speaks of a theme. */
export type Label = 'negative' | 'neutral' | 'positive'

/** What somebody should know at once, whatever the comment is about. */
export const SIGNALS = ['churn', 'legal', 'safety', 'urgent', 'suggestion', 'praise', 'contact'] as const
export type Signal = (typeof SIGNALS)[number]

/** UTF-16 offsets into the text as given, end exclusive. */
export type Span = [from: number, to: number]
