// Prints how well texts are understood: node scripts/text-report.mjs [FOLDER OF REVIEWS] [FOLDER OF PACKAGES TO COMPARE].
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('train/report.ts', import.meta.url))
