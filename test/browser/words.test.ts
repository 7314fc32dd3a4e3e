import { Converter as ToTraditional } from 'opencc-js/cn2t'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, test } from 'vitest'
import { en } from '../../adapters/web/page/words/en.ts'
import { zhHans } from '../../adapters/web/page/words/zh-Hans.ts'
import { zhHant } from '../../adapters/web/page/words/zh-Hant.ts'
import { say } from '../../src/words/say.ts'

const lines = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([id, value]): [string, string][] => {
    if (typeof value === 'string') return [[id, value]]
    if (typeof value === 'function') return [[id, String(value('7'))]]
    return lines(value).map(([inner, text]) => [`${id}.${inner}`, text])
  })

describe('the words of the page', () => {
  test.each(Object.entries({ zhHans, zhHant }))('%s says everything that English says', (_, words) => {
    expect(lines(words).map(([id]) => id)).toEqual(lines(en).map(([id]) => id))
    expect(lines(words).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test.each([en, zhHans, zhHant])('do not speak to the customer as of somebody else: $customer.log', ({ customer }) => {
    expect(customer.log.toLowerCase()).not.toContain(customer.name.toLowerCase())
  })

  test.each([
    ['en', en],
    ['zh-Hans', zhHans],
    ['zh-Hant', zhHant],
  ] as const)('in %s do not call a task that is overdue by the name of a severity', (locale, { agent }) => {
    const severities = (['urgent', 'high', 'normal'] as const).map((id) => say(locale, `task.severity.${id}`))
    expect(severities).not.toContain(agent.tones.urgent.toLowerCase())
  })

  test('each script is written in its own characters', () => {
    const simplified = Converter({ from: 'tw', to: 'cn' })
    const traditional = ToTraditional({ from: 'cn', to: 'tw' })
    for (const [id, text] of lines(zhHans)) expect([id, simplified(text)]).toEqual([id, text])
    for (const [id, text] of lines(zhHant)) expect([id, traditional(text)]).toEqual([id, text])
  })
})
