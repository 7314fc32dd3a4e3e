// Draws docs/slack-card.png: the message that a task's card is in Slack, as Block Kit lays it out, with Lato and an emoji font:
// node scripts/slack-card.mjs
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('slack-card/main.ts', import.meta.url))
