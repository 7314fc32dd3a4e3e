import { bad } from './refusal.ts'

export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
}

const TAGS: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
}
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const broken = (what: string) => bad(`can't parse entities: ${what}`)

/** Telegram's HTML → its text and entities, as strictly as Telegram reads it. @throws Refusal */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  let text = ''
  const entities: Entity[] = []
  const open: { tag: string; offset: number; url?: string }[] = []
  for (let at = 0; at < source.length; ) {
    const char = source[at] ?? ''
    if (char === '&') {
      const [whole = '&', name = ''] = /^&(#?\w+);/.exec(source.slice(at, at + 12)) ?? []
      text += character(name) ?? whole
      at += whole.length
    } else if (char === '<') {
      const [whole, slash, tag = '', rest = ''] = /^<(\/?)([a-zA-Z-]*)([^<>]*)>/.exec(source.slice(at)) ?? []
      if (whole === undefined) throw broken(`Unclosed start tag at byte offset ${at}`)
      if (TAGS[tag.toLowerCase()] === undefined) throw broken(`Unsupported start tag "${tag}" at byte offset ${at}`)
      if (slash === '/') close(tag.toLowerCase(), at)
      else open.push({ tag: tag.toLowerCase(), offset: text.length, ...hrefOf(tag, rest) })
      at += whole.length
    } else if (char === '>') {
      text += char
      at += 1
    } else {
      text += char
      at += 1
    }
  }
  const left = open.at(-1)
  if (left) throw broken(`Can't find end tag corresponding to start tag "${left.tag}"`)
  return { ...trimmed(text, entities) }

  function close(tag: string, at: number): void {
    const start = open.pop()
    if (start === undefined) throw broken(`Unexpected end tag at byte offset ${at}`)
    if (start.tag !== tag)
      throw broken(`Unmatched end tag at byte offset ${at}, expected "</${start.tag}>", found "</${tag}>"`)
    const url = start.url === undefined ? {} : { url: start.url }
    if (text.length > start.offset)
      entities.push({ type: TAGS[tag] ?? tag, offset: start.offset, length: text.length - start.offset, ...url })
    if (tag === 'blockquote' && open.some((each) => each.tag === 'blockquote'))
      throw broken('blockquotes can not be nested')
  }
}

function character(name: string): string | null {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : 0
  if (Number.isInteger(code) && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  return NAMED[name] ?? null
}

function hrefOf(tag: string, rest: string): { url?: string } {
  if (tag.toLowerCase() !== 'a') return {}
  const [, quoted] = /^\s+href="([^"]*)"\s*$/.exec(rest) ?? []
  return quoted === undefined ? {} : { url: quoted.replaceAll('&quot;', '"').replaceAll('&amp;', '&') }
}

/** Telegram takes spaces off both ends. */
function trimmed(text: string, entities: Entity[]): { text: string; entities: Entity[] } {
  const start = text.length - text.trimStart().length
  const kept = text.trim()
  const moved = entities.map(({ offset, length, ...entity }) => {
    const from = Math.max(offset - start, 0)
    return { ...entity, offset: from, length: Math.min(offset - start + length, kept.length) - from }
  })
  return { text: kept, entities: moved.filter(({ length }) => length > 0) }
}
