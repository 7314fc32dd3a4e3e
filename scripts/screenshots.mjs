// Takes the pictures of the page in docs/, of a bot with a past of 90 days, with Roboto and Noto Sans CJK: node scripts/screenshots.mjs [NAME …].
// It takes a minute.
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('screenshots/main.ts', import.meta.url))
