import { createRequire } from 'node:module'
import { analyze, type Label } from '../../src/text/analyze.ts'
import { weigh } from '../../src/text/evidence.ts'
import { chance, logitOf, type Model } from '../../src/text/model.ts'
import { wholeOf } from '../../src/text/part.ts'
import { packageFile } from '../../src/text/shipped.ts'
import type { Told } from '../../src/text/tell.ts'
import { type Example, ownExamples, reviews, SETS } from './examples.ts'
import { f1, figures, precision, recall, type Tally } from './figures.ts'
import { unseenTold } from './tags.ts'
import { type Prepared, prepare, trainModel } from './train.ts'
import { readRows, Verbatim } from './verbatims.ts'

const percent = (share: number) => (share * 100).toFixed(1)
const row = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)

/** Accuracy and macro-F1 of good against bad. */
function twoWay(wanted: readonly number[], found: readonly number[]): string {
  const side = (value: number): Tally => ({
    hit: wanted.filter((w, i) => w === value && found[i] === value).length,
    extra: wanted.filter((w, i) => w !== value && found[i] === value).length,
    miss: wanted.filter((w, i) => w === value && found[i] !== value).length,
  })
  const right = wanted.filter((w, i) => w === found[i]).length
  return `${percent(right / wanted.length)}/${percent((f1(side(0)) + f1(side(1))) / 2)}`
}

const goodBy = (model: Model, { reading, example }: Prepared, told: Told) => {
  const blend = example.side === 'han' ? model.blend.han : model.blend.words
  const logit = logitOf(model, wholeOf(reading))
  return chance(weigh(wholeOf(reading), logit, told).polar, blend.polar) > 0.5 ? 1 : 0
}

type Rival = (text: string) => number

const load = createRequire(import.meta.url)

/** The packages one could install instead. */
const RIVALS: [name: string, make: () => Rival][] = [
  [
    'natural (AFINN)',
    () => {
      const Analyzer = load('natural/lib/natural/sentiment/SentimentAnalyzer.js')
      const stemmer = load('natural/lib/natural/stemmers/porter_stemmer.js')
      const analyzer = new Analyzer('English', stemmer, 'afinn')
      return (text) => analyzer.getSentiment(text.toLowerCase().match(/[a-z']+/g) ?? ['a'])
    },
  ],
  [
    'vader-sentiment',
    () => {
      const { SentimentIntensityAnalyzer } = load('vader-sentiment')
      return (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound
    },
  ],
  [
    'wink-nlp',
    () => {
      const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'))
      return (text) => nlp.readDoc(text).out(nlp.its.sentiment)
    },
  ],
  [
    'sentiment',
    () => {
      const Sentiment = load('sentiment')
      const sentiment = new Sentiment()
      return (text) => sentiment.analyze(text).score
    },
  ],
]

function acrossDomains(folder: string, others: readonly [string, Rival][]): void {
  const own = ownExamples(packageFile('.')).map(prepare)
  const set = reviews(folder).map(prepare)
  const told = unseenTold([...own, ...set])
  console.log('\nGood against bad, accuracy/macro-F1, on a domain that nothing was trained on\n')
  row(['domain', 'texts', 'ours', ...others.map(([name]) => name)])
  row(['---', ...Array.from({ length: others.length + 2 }, () => '---')])
  const sides: readonly Example['side'][] = ['han', 'words']
  for (const side of sides) {
    const here = set.filter(({ example }) => example.side === side)
    for (const domain of new Set(here.map(({ example }) => example.domain))) {
      if (domain === 'other') continue
      const model = trainModel([...here.filter(({ example }) => example.domain !== domain), ...own], told)
      const test = here.filter(({ example }) => example.domain === domain)
      const wanted = test.map(({ example }) => example.y ?? 0)
      const ours = test.map((one) => {
        const said = told.get(one)
        return said ? goodBy(model, one, said) : 0
      })
      const theirs = others.map(([, judge]) =>
        side === 'han'
          ? '–'
          : twoWay(
              wanted,
              test.map(({ example }) => (judge(example.text) > 0 ? 1 : 0)),
            ),
      )
      row([domain, String(test.length), twoWay(wanted, ours), ...theirs])
    }
  }
}

/** Three labels of English service comments, macro-F1: a score of 0 counts as neutral. */
function againstRivals(set: readonly Verbatim[], others: readonly [string, Rival][]): string {
  const english = set.filter(({ language }) => language === 'en')
  const scored = (judge: Rival) =>
    english.map(({ text }) => {
      const score = judge(text)
      const made = analyze(text)
      const label: Label = score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral'
      return { ...made, sentiment: { ...made.sentiment, label } }
    })
  return others.map(([name, judge]) => `${name} ${percent(figures(english, scored(judge)).macroF1)}`).join(', ')
}

function onVerbatims(file: string, frozen: boolean, others: readonly [string, Rival][]): void {
  const set = readRows(packageFile(file), Verbatim).filter((one) => one.frozen === frozen)
  if (set.length === 0) return
  const analyses = set.map(({ text }) => analyze(text))
  const found = figures(set, analyses)
  console.log(`\nService comments, ${file}, ${frozen ? 'frozen' : 'tuned on'}: ${found.n}\n`)
  console.log(`accuracy ${percent(found.accuracy)}, macro-F1 ${percent(found.macroF1)}`)
  console.log(
    `themes: precision ${percent(precision(found.themeMicro))}, recall ${percent(recall(found.themeMicro))}, micro-F1 ${percent(f1(found.themeMicro))}, polarity ${percent(found.themePolarity)}\n`,
  )
  const english = set.flatMap((one, i) => (one.language === 'en' ? [{ one, made: analyses[i] }] : []))
  const ours = figures(
    english.map(({ one }) => one),
    english.flatMap(({ made }) => (made ? [made] : [])),
  )
  console.log(`macro-F1 of the English ones: ours ${percent(ours.macroF1)}, ${againstRivals(set, others)}\n`)
  const labels: readonly Label[] = ['negative', 'neutral', 'positive']
  row(['label \\ found', ...labels])
  row(['---', '---', '---', '---'])
  for (const label of labels) row([label, ...labels.map((other) => String(found.confusion[label][other]))])
  console.log('')
  row(['theme or signal', 'precision', 'recall', 'n'])
  row(['---', '---', '---', '---'])
  for (const [id, tally] of [...found.themes, ...found.signals])
    row([id, percent(precision(tally)), percent(recall(tally)), String(tally.hit + tally.miss)])
  if (frozen) return
  const worst = set
    .map((one, i) => ({ one, made: analyses[i]?.sentiment }))
    .filter(({ one, made }) => made && made.label !== one.label)
    .sort((a, b) => (b.made?.confidence ?? 0) - (a.made?.confidence ?? 0))
  console.log('\nworst errors:')
  for (const { one, made } of worst.slice(0, 12))
    console.log(`  ${one.label} → ${made?.label} (${made?.confidence.toFixed(2)}) ${one.text}`)
}

const [folder] = process.argv.slice(2)
const others = RIVALS.map(([name, make]): [string, Rival] => [name, make()])
for (const file of [...SETS, 'test/text/strangers.jsonl', 'test/text/others.jsonl'])
  for (const frozen of [true, false]) onVerbatims(file, frozen, others)
if (folder) acrossDomains(folder, others)
else console.log('\nname the folder of the reviews for the figures across domains: npm run text:report -- FOLDER')
