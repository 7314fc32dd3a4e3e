import type { Rule } from '../pattern.ts'

/** What a word does to the feeling of its clause. */
export type Effect =
  | { is: 'polar'; value: number; firm?: true }
  | { is: 'negator' }
  | { is: 'degree'; factor: number }
  | { is: 'but' }
  | { is: 'although' }
  | { is: 'nothing' }

/** A list of phrases, parted by spaces or line ends ("_" stands for a space inside one) → rules with one effect. */
export function phrases(payload: Effect, list: string): Rule<Effect>[] {
  return list
    .trim()
    .split(/\s+/u)
    .map((phrase) => ({ pattern: phrase.replaceAll('_', ' '), payload }))
}

/** Phrases with a feeling from -3 (outrage) to 3 (delight); negation and degree before them count. */
export const polar = (value: number, list: string): Rule<Effect>[] => phrases({ is: 'polar', value }, list)

/** Phrases whose feeling is settled as they stand ("没有不满意", "can't complain"): no negation turns it and no model overrides it. */
export const firm = (value: number, list: string): Rule<Effect>[] => phrases({ is: 'polar', value, firm: true }, list)
