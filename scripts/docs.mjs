// Writes what in docs/ and flows/ is made from the code: npm run docs
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('docs/main.ts', import.meta.url))
