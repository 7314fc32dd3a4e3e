// A whole story in the terminal, with stand-ins of Telegram and Slack: npm run demo:channels [-- zh]
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('demo/main.ts', import.meta.url))
