// Prints how well texts are understood, beside the packages one could install instead: npm run text:report [-- FOLDER OF REVIEWS]
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('train/report.ts', import.meta.url))
