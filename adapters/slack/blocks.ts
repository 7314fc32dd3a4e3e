import type { types } from '@slack/bolt'
import { type Choice, token } from '../../src/channel.ts'
import { cutAtMarks } from '../../src/marks.ts'
import { cut, escapedTo, unstyled, visible } from './cut.ts'

export type Block = types.KnownBlock
type RichText = types.RichTextElement

/** Block Kit's limits, in characters (UTF-16) and elements. Source: docs.slack.dev/reference/block-kit. */
export const LIMITS = {
  blocks: 50,
  viewBlocks: 100,
  text: 3_000,
  header: 150,
  button: 75,
  buttons: 25,
  fields: 10,
  title: 24,
  options: 100,
  option: 75,
  optionValue: 150,
  hint: 2_000,
  input: 3_000,
} as const

/**
 * All blocks of one message together. Undocumented: Slack answers `msg_blocks_too_long` from 13,172 characters of JSON with two blocks and
 * 13,297 with one (bolt-js 2509), so a block costs some 125 beside its own.
 */
const MESSAGE = 13_000
const PER_BLOCK = 125
const weight = (blocks: Block[]): number => JSON.stringify(blocks).length + PER_BLOCK * blocks.length
export const fits = (blocks: Block[]): boolean => blocks.length <= LIMITS.blocks && weight(blocks) <= MESSAGE

/** Words of at most `max`; Slack refuses an empty text, so where there is none `instead` stands. */
export const plain = (text: string, max: number, instead = '…'): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(visible(text).trim() || instead, max),
  emoji: true,
})

/** `verbatim`: a name with an at sign or a hash is a word, and rings nobody. */
const markup = (text: string): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true })

const LINK = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]/g

/** An element of its own costs forty characters beside its address; further links are words. */
const LINKS = 20

/** Words as they are: rich text reads no markup, so nothing in it can be bold, a mention or a command unless it is made so here. */
function words(text: string, bold = false): RichText[] {
  const style = bold ? { style: { bold } } : {}
  const found: RichText[] = []
  let from = 0
  for (const { 0: url, index } of [...text.matchAll(LINK)].slice(0, LINKS)) {
    if (index > from) found.push({ type: 'text', text: text.slice(from, index), ...style })
    found.push({ type: 'link', url, ...style })
    from = index + url.length
  }
  if (from < text.length) found.push({ type: 'text', text: text.slice(from), ...style })
  return found
}

export const paragraph = (text: string): Block[] =>
  text.trim() === '' ? [] : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: words(text) }] }]

export const header = (text: string): Block => ({ type: 'header', text: plain(text, LIMITS.header) })

/** Small grey lines, of at most `max` characters. */
export function footnote(text: string, max: number): Block[] {
  const shown = escapedTo(visible(text).trim(), max)
  return shown === '' ? [] : [{ type: 'context', elements: [markup(shown)] }]
}

/** A small grey line that links; an address that is none is not linked to. */
export function footlink(text: string, link: string, max: number): Block[] {
  const shown = escapedTo(visible(text).replace(/\s+/g, ' ').trim(), max)
  const address = URL.canParse(link) ? new URL(link) : null
  if (shown === '' || address === null || !/^https?:$/.test(address.protocol) || address.href.length > 1_000)
    return footnote(text, max)
  const url = address.href.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C').replaceAll('&', '&amp;')
  return [{ type: 'context', elements: [markup(`<${url}|${shown.replaceAll('|', '¦')}>`)] }]
}

/** Facts in two columns; what a value says cannot look like a fact of its own. `max`: characters of one value. */
export function facts(all: { label: string; value: string }[], max: number): Block[] {
  const fields = all.map(({ label, value }) => {
    const name = escapedTo(visible(label).trim() || '—', Math.min(max, 200))
    return markup(`*${name}*\n${escapedTo(unstyled(visible(value)).trim() || '—', Math.min(max, 1_700))}`)
  })
  return rows(fields, LIMITS.fields).map((row) => ({ type: 'section', fields: row }))
}

/** Whether a cut there would part the two halves of one code point. */
const splits = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))

/** A customer's words with the matched parts in bold; a mark that ends within a character has the whole of it. */
export function quote(text: string, marks: [from: number, to: number][]): types.RichTextQuote {
  const whole = marks.map(([from, to]) => [from - Number(splits(text, from)), to + Number(splits(text, to))] as const)
  const elements = cutAtMarks(text, whole).flatMap((piece) => words(piece.text, piece.marked))
  return { type: 'rich_text_quote', elements }
}

/** Buttons whose press comes back as the token of the message and choice. `max`: characters of one label. */
export function buttons(message: string, choices: Choice[], max: number = LIMITS.button): Block[] {
  const all = choices.map(
    ({ id, label, style }, index): types.Button => ({
      type: 'button',
      text: plain(label, max, id),
      value: token(message, id),
      action_id: `choice:${index}:${id}`,
      ...(style && { style }),
    }),
  )
  return rows(all, LIMITS.buttons).map((elements) => ({ type: 'actions', elements }))
}

export function rows<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}
