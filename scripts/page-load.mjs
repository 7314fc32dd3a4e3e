// How long the pages take until they can be used, in a Chromium of this machine: node scripts/page-load.mjs [ADDRESS] [LOADS].
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('page-load/main.ts', import.meta.url))
