import { examplesFor } from './query/examples.ts'
import { readQuestion } from './query/read.ts'
import { lexicon } from './query/scan.ts'
import { suggestionsFor } from './query/suggest.ts'
import type { Parsed, QuestionContext } from './query.ts'

const LONGEST = 400

/** A question in English or Chinese, with or without its command word → the query, or what is not understood; it never guesses. */
export function parseQuery(question: string, context: QuestionContext): Parsed {
  const text = question.trim().replace(/\s+/g, ' ')
  const examples = examplesFor(text, context)
  if (text.length > LONGEST) return { problem: { at: `${text.slice(0, 40)}…`, why: 'long', suggestions: [] }, examples }
  const words = lexicon(context.vocabulary)
  const read = readQuestion(text, words, context.today)
  if ('query' in read) return read
  const { from, to, why } = read.stop
  const suggestions = suggestionsFor(text, read.stop, words, context)
  return { problem: { at: text.slice(from, to), why, suggestions }, examples }
}
