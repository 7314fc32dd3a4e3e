// Trains the sentiment model: node scripts/train.mjs FOLDER, where FOLDER holds the reviews named in docs/text-model.md.
import { runTypeScript } from './train/run.mjs'

await runTypeScript(new URL('train/main.ts', import.meta.url))
