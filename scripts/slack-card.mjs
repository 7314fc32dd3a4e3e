// Draws docs/slack-card.png: the message that a task's card is in Slack, as Block Kit lays it out. node scripts/slack-card.mjs
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('slack-card/main.ts', import.meta.url))
