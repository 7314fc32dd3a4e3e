import type { Activity, Attachment, Said } from './activity.ts'

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/**
 * The words that are meant for the bot, as the person saw them while typing: in a chat with it all of them, in a group those with its
 * name, which is taken out. Null: people talking to each other.
 */
export function spoken({ conversation, recipient }: Activity, { text, entities }: Said): string | null {
  const mentions = entities.filter((entity) => entity !== null && entity.mentioned.id === recipient.id)
  if (conversation.conversationType !== 'personal' && mentions.length === 0) return null
  const named = mentions.reduce((words, mention) => words.replace(mention?.text ?? '', ''), text)
  return named
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('\u00a0', ' ')
    .trim()
}

/** The message that this one answers by quoting it: Teams tells it only in the HTML beside the text. */
export function quoted(attachments: Attachment[]): string | null {
  for (const { contentType, content } of attachments) {
    if (contentType !== 'text/html' || typeof content !== 'string') continue
    const [quote = ''] = /<blockquote[^>]{0,300}schema\.skype\.com\/Reply[^>]{0,300}>/.exec(content) ?? []
    const [, id] = /itemid="([^"|\s]{1,200})"/.exec(quote) ?? []
    if (id !== undefined) return id
  }
  return null
}
