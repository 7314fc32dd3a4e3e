import { checkFlow } from '../../src/flow/check.ts'
import type { Flow } from '../../src/flow/schema.ts'
import { written } from '../../src/problem.ts'

const YAML = `id: kinds
version: 1
stage: draft
locales: [en, zh-Hans, fr]
start: hello
questions:
  hello:
    kind: statement
    text: { en: Hello., zh-Hans: 您好。, fr: Bonjour. }
    next: [{ goto: topic }]
  topic:
    kind: choice
    text: { en: What was it about?, zh-Hans: 关于什么？, fr: À quel sujet ? }
    choices:
      - { id: order, label: { en: An order, zh-Hans: 订单, fr: Commande } }
      - { id: bill, label: { en: A bill, zh-Hans: 账单, fr: Facture } }
    next:
      - when: { attribute: { vip: { eq: true } } }
        goto: end
      - goto: liked
  liked:
    kind: multi
    optional: true
    text: { en: What did you like?, zh-Hans: 喜欢什么？, fr: Qu’avez-vous aimé ? }
    choices:
      - { id: speed, label: { en: Speed, zh-Hans: 速度, fr: Vitesse } }
      - { id: manner, label: { en: Manner, zh-Hans: 态度, fr: Accueil } }
      - { id: price, label: { en: Price, zh-Hans: 价格, fr: Prix } }
    next: [{ goto: again }]
  again:
    kind: yesno
    metric: again
    text: { en: Once more?, zh-Hans: 再来一次？, fr: Encore ? }
    next:
      - when: { answer: { again: { eq: 'yes' } } }
        goto: liked
      - goto: ease
  ease:
    kind: scale
    scale: custom
    min: 0
    max: 3
    optional: true
    text: { en: How easy?, zh-Hans: 容易吗？, fr: Facile ? }
    ends: { low: { en: Hard, zh-Hans: 难, fr: Difficile }, high: { en: Easy, zh-Hans: 容易, fr: Facile } }
    next: [{ goto: end }]
texts:
`
const french = (id: string) => `  ${id}: { fr: '${id} {min}' }`

function kinds(): Flow {
  const bare = checkFlow('kinds.yaml', YAML.replace('texts:\n', ''), 'en')
  const missing = 'problems' in bare ? bare.problems.map(({ path }) => path.replace('texts.', '')) : []
  const filled = missing.map((id) =>
    /hint_scale|heard_scale|off_scale/.test(id) ? french(id) : `  ${id}: { fr: ${id} }`,
  )
  const checked = checkFlow('kinds.yaml', YAML + filled.join('\n'), 'en')
  if ('problems' in checked) throw new Error(checked.problems.map((problem) => written('en', problem)).join('\n'))
  return checked.flow
}

/** A flow with the kinds of question and the ways that no shipped flow has: a circle, a statement first, a language of its own. */
export const KINDS = kinds()
