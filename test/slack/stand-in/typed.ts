/** What a person types, as Slack passes it on: markup escaped, emoji as shortcodes, with the emoji themselves in the blocks. */
const NAMES: Record<string, string> = {
  '😞': 'disappointed',
  '😡': 'rage',
  '😀': 'grinning',
  '🙏': 'pray',
  '👍': '+1',
  '👍🏽': '+1::skin-tone-4',
  '👎': '-1',
  '❤️': 'heart',
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const hex = (emoji: string): string =>
  [...emoji].map((character) => character.codePointAt(0)?.toString(16) ?? '').join('-')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function typed(words: string): { text: string; blocks: unknown[] } {
  const elements: unknown[] = []
  let text = ''
  for (const { segment } of graphemes.segment(words)) {
    const name = Object.hasOwn(NAMES, segment) ? NAMES[segment] : undefined
    if (name === undefined) {
      text += escaped(segment)
      elements.push({ type: 'text', text: segment })
      continue
    }
    text += `:${name}:`
    const [plain, tone] = name.split('::skin-tone-')
    elements.push({ type: 'emoji', name: plain, unicode: hex(segment), ...(tone && { skin_tone: Number(tone) }) })
  }
  const linked = text.replace(/https?:\/\/\S+/g, (url) => `<${url}>`)
  return { text: linked, blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] }
}
