import type { Block } from './blocks.ts'
import type { Posted } from './world.ts'

/** One message as a person sees it. */
export interface Seen {
  ts: string
  channel: string
  thread: string | null
  words: string
  bold: string[]
  buttons: { label: string; value: string; action: string; style: string | null }[]
  picture: boolean
  edited: boolean
}

/** Slack's markup as it looks: bold without its stars, links as their words, escapes as what they stand for. */
const look = (markup: string): string =>
  markup
    .replace(/^\*([^*\n]*)\*$/gm, '$1')
    .replace(/<([^<>|]*)\|([^<>]*)>/g, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

function wordsOf(block: Block): string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text]
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((text) =>
        text ? [text.type === 'mrkdwn' ? look(text.text) : text.text] : [],
      )
    case 'context':
      return block.elements.map(({ type, text }) => (type === 'mrkdwn' ? look(text) : text))
    case 'rich_text':
      return block.elements.map(({ elements }) =>
        elements.map((part) => (part.type === 'text' ? part.text : part.url)).join(''),
      )
    case 'actions':
    case 'divider':
      return []
  }
}

const boldOf = (block: Block): string[] =>
  block.type === 'rich_text'
    ? block.elements.flatMap(({ elements }) =>
        elements.flatMap((part) => (part.style?.bold && part.type === 'text' ? [part.text] : [])),
      )
    : []

export function see({ ts, channel, thread, text, blocks, picture, edits }: Posted): Seen {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const words =
    blocks.length > 0
      ? blocks.flatMap(wordsOf).join('\n')
      : [look(text), picture ?? ''].filter((part) => part !== '').join('\n')
  return {
    ts,
    channel,
    thread,
    words,
    bold: blocks.flatMap(boldOf),
    buttons: buttons.map(({ text: label, value, action_id, style }) => ({
      label: label.text,
      value,
      action: action_id,
      style: style ?? null,
    })),
    picture: picture !== null,
    edited: edits > 0,
  }
}
