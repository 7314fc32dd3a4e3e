import { z } from 'zod'

const Emoji = z.object({
  type: z.literal('emoji'),
  name: z.string().max(100),
  unicode: z.string().regex(/^[0-9a-f]{1,6}(-[0-9a-f]{1,6}){0,15}$/i),
  skin_tone: z.int().min(1).max(6).optional(),
})

/** Deeper than any message of Slack's own making. */
const DEPTH = 12

/** Shortcode → the emoji itself, as the blocks of a message tell it. */
function emojis(blocks: unknown, found: Map<string, string>, depth: number): Map<string, string> {
  if (typeof blocks !== 'object' || blocks === null || depth > DEPTH) return found
  const emoji = 'type' in blocks && blocks.type === 'emoji' ? Emoji.safeParse(blocks) : null
  if (emoji?.success) {
    const { name, unicode, skin_tone } = emoji.data
    const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16))
    if (points.every((point) => point <= 0x10ffff)) {
      const tone = skin_tone === undefined ? '' : `:skin-tone-${skin_tone}:`
      found.set(`:${name}:${tone}`, String.fromCodePoint(...points))
    }
  }
  for (const part of Object.values(blocks)) emojis(part, found, depth + 1)
  return found
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** A link shows its words and where it leads, a channel its name, a mention nothing: who is named by an id is nobody to a reader. */
function ofBracket(inside: string): string {
  const [target = '', label] = inside.split('|', 2)
  if (target.startsWith('@')) return label === undefined ? '' : `@${label}`
  if (target.startsWith('#')) return label === undefined ? '' : `#${label}`
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`
  const plain = target.replace(/^(?:mailto|tel):/, '')
  const isSame = label === undefined || label === plain || target.replace(/^https?:\/\//, '').startsWith(label)
  return isSame ? (label ?? plain) : `${label} (${plain})`
}

/** Marks of bold, italic and struck words, which Slack's editor puts around them; what stands in "5*", "a_b", "*_*" and addresses was typed. */
const MARKED = ['*', '_', '~'].map(
  (mark) =>
    new RegExp(
      `(?<=^|[\\s\\p{sc=Han}]|(?![/\\\\@:#.?&%-])\\p{P})[${mark}](?=\\S)([^${mark}\\n]+)(?<=\\S)[${mark}](?=$|[\\s\\p{sc=Han}\\p{P}~])`,
      'gmu',
    ),
)

/** Words without their marks, of which as many as there are stand one in the other. */
const unmarked = (text: string): string =>
  MARKED.flatMap(() => MARKED).reduce(
    (words, marked) =>
      words.replace(marked, (whole, inside: string) => (/[\p{L}\p{N}]/u.test(inside) ? inside : whole)),
    text,
  )

/**
 * Slack's text of a message → the words that the person saw while typing. Slack sends emoji as shortcodes, links and mentions in angle
 * brackets, `&`, `<`, `>` escaped, and what is set off in marks; the emoji themselves stand only in the blocks beside the text.
 */
export function wordsOf(text: string, blocks?: unknown): string {
  const known = emojis(blocks, new Map(), 0)
  return unmarked(text)
    .replace(/<([^<>]*)>/g, (_, inside: string) => ofBracket(inside))
    .replace(/:[^\s:]{1,100}:(?::skin-tone-[2-6]:)?/g, (code) => known.get(code) ?? code)
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()
}
