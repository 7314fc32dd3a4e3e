// Takes the pictures of the page in docs/, of a bot with a past of 90 days: node scripts/screenshots.mjs [NAME …]. It takes minutes.
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('screenshots/main.ts', import.meta.url))
