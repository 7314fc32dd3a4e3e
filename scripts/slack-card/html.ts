import type { types } from '@slack/bolt'
import type { Block } from '../../adapters/slack/blocks.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)

/** Slack's markup comes escaped already; of it the card uses bold alone. */
const markup = (text: string): string => text.replace(/\*(.+?)\*/g, '<b>$1</b>').replaceAll('\n', '<br>')

/** A block as Slack lays it out. @throws for a block that a card does not have */
function html(block: Block): string {
  switch (block.type) {
    case 'header':
      return `<h1>${escaped(block.text.text)}</h1>`
    case 'section':
      return `<dl>${(block.fields ?? []).map(({ text }) => `<div>${markup(text)}</div>`).join('')}</dl>`
    case 'rich_text':
      return block.elements.map(quoted).join('')
    case 'context':
      return `<small>${block.elements.map((element) => ('text' in element ? markup(element.text) : '')).join('')}</small>`
    case 'actions':
      return `<p>${block.elements.map(button).join('')}</p>`
    default:
      throw new Error(`no card has a block ${block.type}`)
  }
}

function quoted(element: types.RichTextBlock['elements'][number]): string {
  const inside = element.elements.map((part) => {
    if (part.type !== 'text') return ''
    return part.style && 'bold' in part.style && part.style.bold ? `<b>${escaped(part.text)}</b>` : escaped(part.text)
  })
  return `<blockquote>${inside.join('')}</blockquote>`
}

const button = (element: types.ActionsBlockElement): string =>
  element.type === 'button' ? `<button class="${element.style ?? ''}">${escaped(element.text.text)}</button>` : ''

export const page = (blocks: Block[]): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.46 Lato, 'Noto Sans CJK SC', sans-serif; }
  article { display: grid; grid-template-columns: 36px 1fr; column-gap: 10px; width: 620px; padding: 16px 20px; }
  .who { width: 36px; height: 36px; border-radius: 8px; }
  .name { font-weight: 900; } .app { background: #ebeaeb; border-radius: 2px; color: #616061; font-size: 10px; font-weight: 700; padding: 1px 3px; margin: 0 6px; vertical-align: 2px; }
  time { color: #616061; font-size: 12px; }
  h1 { font-size: 18px; line-height: 1.33; margin: 8px 0; }
  dl { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 16px; margin: 8px 0; }
  blockquote { margin: 10px 0; padding-left: 12px; border-left: 4px solid #dddddd; }
  small { display: block; color: #616061; font-size: 12px; line-height: 1.6; margin: 8px 0; }
  p { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 0; }
  button { font: 700 13px Lato, 'Noto Sans CJK SC', sans-serif; height: 28px; padding: 0 12px; border: 1px solid #1d1c1d4d; border-radius: 8px; background: #fff; color: #1d1c1d; }
  .primary { background: #007a5a; border-color: #007a5a; color: #fff; } .danger { background: #e01e5a; border-color: #e01e5a; color: #fff; }
</style>
<article><svg class="who" viewBox="0 0 32 32"><rect width="32" height="32" fill="#176b5b"/><path d="M9 22V12a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-8z" fill="#fff"/></svg>
<div><span class="name">Afterword</span><span class="app">APP</span><time>9:25</time>${blocks.map(html).join('')}</div></article>`
