import { describe, expect, test } from 'vitest'
import type { DialogEffect } from '../../src/engine/dialog.ts'
import { step } from '../../src/engine/step.ts'
import { BEGIN, happens, type Play, passes, play, presses, reading, said, says, shipped } from './play.ts'

const csat = shipped('csat')
const check = shipped('resolution-check')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const bad = reading({ label: 'negative', themes: ['response_speed'] })

const kinds = (effects: DialogEffect[]) => effects.map(({ kind }) => kind)
const records = (effects: DialogEffect[]) =>
  effects.flatMap((e) => (e.kind === 'record' ? [[e.question, e.answer.value, e.metric, e.was]] : []))
const retiring = (effects: DialogEffect[]) =>
  effects.flatMap((e) =>
    e.kind === 'send' && e.retires !== undefined
      ? [[e.retires, 'answered' in e.content ? e.content.answered : null]]
      : [],
  )
const answered = (p: Play) => Object.fromEntries(Object.entries(p.state.answers).map(([id, { value }]) => [id, value]))

describe('the start', () => {
  test('puts the first question with the line on privacy, and sets the reminder and the end', () => {
    const p = play(csat, 'en', { privacy: 'https://acme.example/privacy', names: { agent: 'Anna' } })
    expect(p.effects).toEqual([
      {
        kind: 'send',
        question: 'score',
        content: {
          kind: 'prompt',
          layout: 'scale',
          text: 'How satisfied are you with the help you got from Anna?',
          choices: ['1', '2', '3', '4', '5'].map((id) => ({ id, label: id })),
          ends: { low: 'Very dissatisfied', high: 'Very satisfied' },
          note: {
            text: 'We use your answer to improve our service, and for nothing else. More on privacy',
            link: 'https://acme.example/privacy',
          },
        },
      },
      { kind: 'timer.set', name: 'remind', at: '2026-11-21T09:00:00.000Z' },
      { kind: 'timer.set', name: 'expire', at: '2026-11-23T09:00:00.000Z' },
    ])
    expect(p.state).toMatchObject({ status: 'open', at: 'score', path: ['score'], settled: false })
  })

  test.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['not a tag', 'en'],
  ])('speaks to %s in %s', (wanted, spoken) => expect(play(csat, wanted).state.locale).toBe(spoken))

  test('freescout#4864: a placeholder that cannot be filled is never shown raw', () => {
    expect(said(play(csat, 'en').effects)).toEqual(['How satisfied are you with the help you just got?'])
    expect(said(play(csat, 'en', { names: { team: 'Refunds', agent: '' } }).effects)).toEqual([
      'How satisfied are you with the help you got from Refunds?',
    ])
    expect(said(play(csat, 'en', { names: { agent: '{team}' } }).effects)[0]).toContain('{team}') // a name is a name
    expect(said(play(csat, 'zh', { names: { agent: 'Anna' } }).effects)).toEqual([
      '刚才 Anna 为您提供的服务，您满意吗？',
    ])
  })

  test('a second start changes nothing', () => {
    const p = play(csat)
    expect(step(csat, p.state, { kind: 'start', at: p.state.flow, locale: 'zh', subject: p.state.subject })).toEqual({
      state: p.state,
      effects: [],
    })
  })
})

describe('an answer by button', () => {
  test('is recorded, retires its message and leads on; the rating is acted on after five minutes of silence', () => {
    const p = presses(play(csat), '2')
    expect(kinds(p.effects)).toEqual(['record', 'send', 'send', 'timer.set'])
    expect(records(p.effects)).toEqual([['score', 2, 'csat', null]])
    expect(retiring(p.effects)).toEqual([['score', '2']])
    expect(p.effects.at(-1)).toEqual({ kind: 'timer.set', name: 'settle', at: '2026-11-20T09:05:00.000Z' })
    expect(p.state).toMatchObject({ at: 'reason', settled: false })
    passes(p, 5 * MINUTE)
    expect(p.state).toMatchObject({ at: 'reason', settled: true, status: 'open' })
  })

  test('chatwoot#14450: double clicks count once', () => {
    const p = presses(play(csat), '2')
    const before = structuredClone(p.state)
    expect(presses(p, '2', 'score').effects).toEqual([])
    expect(p.state).toEqual(before)
  })

  test.each([
    ['score', '6'],
    ['score', '0'],
    ['score', '05'],
    ['score', 'yes'],
    ['score', 'skip'],
    ['nothing', '1'],
    ['constructor', '1'],
    ['contact', 'yes'],
    ['heard', '1'],
  ])('a button that is not there (%s, %s) is answered kindly and changes nothing', (question, choice) => {
    const p = play(csat)
    const before = structuredClone(p.state)
    presses(p, choice, question)
    expect(p.state).toEqual(before)
    expect(said(p.effects)).toEqual(['That button is no longer in use.'])
  })

  test('an earlier answer can be changed; the dialog follows to the other branch', () => {
    const p = says(presses(play(csat), '2'), 'Slow', bad)
    expect(p.state.at).toBe('contact')
    presses(p, '5', 'score')
    expect(records(p.effects)).toEqual([['score', 5, 'csat', 2]])
    expect(retiring(p.effects)).toEqual([
      ['score', '5'],
      ['contact', null],
    ])
    expect(said(p.effects)).toEqual(['Changed to 5. Thank you.', 'Thank you. I’ll pass it on to the team.'])
    expect(p.state).toMatchObject({ status: 'complete', path: ['score', 'reason'] })
  })

  test('what is open is asked in other words when the change makes them wrong', () => {
    const p = presses(presses(play(csat), '5'), '2', 'score')
    expect(said(p.effects)).toEqual(['Changed to 2. Thank you.', expect.stringMatching(/^I’m sorry to hear that/)])
    expect(p.state.at).toBe('reason')
  })

  test('a changed answer on the same branch asks nothing again', () => {
    const p = presses(presses(play(csat), '2'), '1', 'score')
    expect(said(p.effects)).toEqual(['Changed to 1. Thank you.'])
    expect(p.state.at).toBe('reason')
  })
})

describe('an answer in words', () => {
  test('a number with a comment keeps both, and does not ask why again', () => {
    const p = says(play(csat), '2, waited for days', bad)
    expect(kinds(p.effects).slice(0, 2)).toEqual(['verbatim', 'record'])
    expect(p.state.answers.score).toMatchObject({ value: 2, verbatims: ['v1'] })
    expect(p.state.gist).toEqual({ sentiment: 'negative', themes: ['response_speed'], signals: [] })
    expect(p.state).toMatchObject({ at: 'contact' })
    expect(said(p.effects)[0]).toBe('Thank you for telling me what went wrong. I’m sorry it went that way.')
  })

  test('a complaint where a number was asked is kept, and the number asked once more', () => {
    const p = says(play(csat), 'I have been waiting for my refund since Monday', bad)
    expect(p.effects[0]).toEqual({ kind: 'verbatim', id: 'v1', question: 'score' })
    expect(records(p.effects)).toEqual([['score', null, 'csat', null]])
    expect(said(p.effects)[0]).toMatch(/written it down.*from 1 .* to 5/)
    says(p, '1')
    expect(p.state.answers.score).toMatchObject({ value: 1, verbatims: ['v1'] })
    expect(p.state.at).toBe('contact')
  })

  test('what cannot be understood is asked again once, and never guessed', () => {
    const p = says(play(csat), '👍')
    expect(p.effects).toMatchObject([{ retires: 'score' }, { question: 'score' }])
    expect(said(p.effects)[0]).toMatch(/^I’m not sure/)
    says(p, '👍')
    expect(p.state.answers.score).toEqual({ value: null, skipped: true, verbatims: ['v2'], at: expect.any(String) })
    expect(p.state.at).toBe('reason')
  })

  test('who asks back is told where answers come from', () => {
    expect(said(says(play(csat), 'How long will the refund take?').effects)[0]).toMatch(
      /^That I cannot answer.*\nHow satisfied/s,
    )
  })

  test('a number off the scale is met with the scale', () => {
    expect(said(says(play(csat), '8').effects)[0]).toMatch(/^The scale runs from 1/)
  })

  test('any words are the answer to an open question; nothing to say leaves it out', () => {
    expect(says(presses(play(csat), '4'), 'Friendly and quick').state.answers.reason).toMatchObject({
      value: null,
      verbatims: ['v1'],
    })
    expect(says(presses(play(csat), '4'), 'nothing').state.answers.reason).toMatchObject({ skipped: true })
    expect(says(presses(play(csat), '4'), '...', reading({ empty: true })).state.answers.reason).toMatchObject({
      skipped: true,
    })
  })

  test.each([
    ['yes please', 1],
    ['no', 0],
  ])('leave to contact: %s', (text, value) => {
    const p = says(says(presses(play(csat), '1'), 'Too slow', bad), text)
    expect(p.effects).toContainEqual({ kind: 'consent', purpose: 'contact', given: value === 1 })
    expect(answered(p)).toEqual({ score: 1, reason: null, contact: value })
    expect(p.state.status).toBe('complete')
  })

  test('a long complaint in answer to yes or no is kept, and the question asked once more', () => {
    const p = says(says(presses(play(csat), '1'), 'Too slow', bad), 'and nobody told me anything about it', bad)
    expect(p.effects[0]).toEqual({ kind: 'verbatim', id: 'v2', question: 'contact' })
    expect(p.state).toMatchObject({ at: 'contact', misses: 1 })
    expect(said(p.effects)[0]).toMatch(/^Thank you for telling me.*\nMay somebody/s)
  })

  test.each(['legal', 'safety'] as const)('a word of %s is acted on at once', (signal) => {
    const p = says(presses(play(csat), '1'), 'You will hear from my lawyer', reading({ signals: [signal] }))
    expect(p.state).toMatchObject({ settled: true, status: 'open' })
    expect(p.effects).toContainEqual({ kind: 'timer.cancel', name: 'settle' })
  })

  test('a sticker is asked about once, then left', () => {
    const p = happens(play(csat), { kind: 'unreadable' })
    expect(said(p.effects)[0]).toMatch(/^I can only read text/)
    expect(happens(p, { kind: 'unreadable' }).state).toMatchObject({ at: 'reason' })
  })
})

describe('words that work anywhere', () => {
  test.each(['back', 'Go back!', '上一题', '上一題', '改一下', '点错了'])(
    '%s returns to the question before',
    (text) => {
      const p = says(presses(play(csat), '2'), text)
      expect(p.state).toMatchObject({ at: 'score', path: ['score'] })
      expect(presses(p, '4').state.answers.score?.value).toBe(4)
    },
  )

  test('back on the first question stays there', () => {
    const p = says(play(csat), 'back')
    expect(p.state.at).toBe('score')
    expect(said(p.effects)[0]).toMatch(/^This is the first question/)
  })

  test('going back past an answer takes it out of the counts, coming forward puts it in again', () => {
    const p = presses(says(presses(play(csat), '1'), 'Too slow', bad), 'yes')
    expect(p.state.status).toBe('complete')
    const q = says(presses(play(shipped('csat')), '1'), 'back')
    expect(records(q.effects)).toEqual([]) // the rating is still on the branch
    expect(records(presses(q, '3').effects)).toEqual([['score', 3, 'csat', 1]])
  })

  test.each(['skip', 'next', '跳过', '略過'])('%s leaves out what may be left out', (text) => {
    const p = says(presses(play(csat), '4'), text)
    expect(p.state.answers.reason).toMatchObject({ skipped: true })
    expect(p.state.status).toBe('complete')
  })

  test('what matters is asked for once more before it is left out', () => {
    const p = says(play(csat), 'skip')
    expect(p.state.at).toBe('score')
    expect(says(p, 'skip').state).toMatchObject({ at: 'reason' })
  })

  test.each([
    ['stop', 'refused', 0],
    ['不填了', 'refused', 0],
    ['算了', 'partial', 1],
    ['stop', 'partial', 1],
  ])('%s ends the dialog as %s, and says how never to be asked again', (text, status, presses_) => {
    const p = says(presses_ ? presses(play(csat), '2') : play(csat), text)
    expect(p.state).toMatchObject({ status, at: null, settled: true })
    expect(said(p.effects).at(-1)).toMatch(/unsubscribe/)
    expect(p.timers.size).toBe(0)
  })

  test.each(['unsubscribe', 'stop asking me', '退订', '退訂', '別再問了'])('%s: never again', (text) => {
    const p = says(play(csat), text)
    expect(p.effects).toContainEqual({ kind: 'consent', purpose: 'survey', given: false })
    expect(p.state.status).toBe('refused')
  })

  test.each(['人工', '找真人', 'agent please', 'Talk to a human'])(
    '%s: somebody is told at once, and may get in touch',
    (text) => {
      const p = says(presses(play(csat), '2'), text)
      expect(p.state).toMatchObject({ at: 'reason', settled: true, gist: { signals: ['contact'] } })
      expect(p.effects).toContainEqual({ kind: 'consent', purpose: 'contact', given: true })
      expect(said(p.effects)[0]).toMatch(/talk to a person/)
    },
  )

  test.each([
    ['中文', 'en', 'zh-Hans'],
    ['繁體中文', 'en', 'zh-Hant'],
    ['繁體', 'zh-Hans', 'zh-Hant'],
    ['English please', 'zh-Hans', 'en'],
    ['in English', 'zh-Hant', 'en'],
    ['简体', 'zh-Hant', 'zh-Hans'],
  ])('%s in %s goes on in %s', (text, from, to) => {
    const p = says(play(csat, from), text)
    expect(p.state).toMatchObject({ locale: to, at: 'score' })
    expect(p.effects[0]).toEqual({ kind: 'locale', locale: to })
    expect(said(p.effects)[0]).toMatch(to === 'en' ? /How satisfied/ : to === 'zh-Hans' ? /满意吗/ : /滿意嗎/)
  })

  test('typed language alone switches nothing', () => {
    expect(says(presses(play(csat, 'en'), '4'), '很好，谢谢').state.locale).toBe('en')
  })

  test('a command is a whole utterance, not a word in a sentence', () => {
    expect(says(presses(play(csat), '2'), 'please stop charging me twice').state.answers.reason?.verbatims).toEqual([
      'v1',
    ])
    expect(says(presses(play(csat), '2'), '人工客服态度很差').state.answers.reason?.verbatims).toEqual(['v1'])
  })

  test.each(['change it to 4', 'sorry, I meant 4', '改成4分', '4分'])(
    '%s changes the last rating from another question',
    (text) => {
      const p = says(presses(play(csat), '2'), text)
      expect(records(p.effects)).toEqual([['score', 4, 'csat', 2]])
      expect(p.state.at).toBe('reason')
    },
  )
})

describe('time', () => {
  test('chatwoot#12865: one reminder for the unanswered, then the end without a word', () => {
    const p = play(csat)
    expect(said(passes(p, 24 * HOUR))).toEqual([expect.stringMatching(/^A quick reminder.*\nHow satisfied/s)])
    const rest = passes(p, 10 * 24 * HOUR)
    expect(said(rest)).toEqual([])
    expect(retiring(rest)).toEqual([['score', null]])
    expect(p.state).toMatchObject({ status: 'no_contact', at: null, settled: true })
  })

  test('the reminder waits for a day of silence, not for a day since the start', () => {
    const p = play(csat)
    passes(p, 23 * HOUR)
    presses(p, '2')
    expect(said(passes(p, 2 * HOUR))).toEqual([])
    expect(said(passes(p, 22 * HOUR))).toHaveLength(1)
    expect(said(passes(p, 200 * HOUR))).toEqual([])
  })

  test('posthog#19300: partial answers are kept', () => {
    const p = presses(play(csat), '4')
    passes(p, 4 * 24 * HOUR)
    expect(p.state).toMatchObject({ status: 'partial', answers: { score: { value: 4 } } })
    expect(said(presses(p, '5', 'score').effects)[0]).toMatch(/^This survey has closed/)
    expect(p.state.answers.score?.value).toBe(4)
  })

  test('what comes to an expired dialog is answered kindly, and words are kept', () => {
    const p = play(csat)
    passes(p, 4 * 24 * HOUR)
    expect(said(presses(p, '2', 'score').effects)).toEqual([
      'This survey has closed, but thank you for coming back to it.',
    ])
    says(p, 'It still does not work', bad)
    expect(p.effects[0]).toEqual({ kind: 'verbatim', id: 'v1', question: null })
    expect(p.state).toMatchObject({ said: ['v1'], gist: { sentiment: 'negative' } })
    expect(said(p.effects)[0]).toMatch(/passed your words on/)
  })

  test('chatwoot#11569: a first question that could not be delivered says so', () => {
    const p = happens(play(csat), { kind: 'undelivered' })
    expect(p.state).toMatchObject({ status: 'undeliverable', at: null })
    expect(p.timers.size).toBe(0)
    expect(happens(presses(play(csat), '2'), { kind: 'undelivered' }).state.status).toBe('open')
  })
})

describe('after the end', () => {
  const done = () => says(presses(play(csat), '5'), 'Lovely')

  test.each(['改成3分', 'change to 3', 'make it a 3', 'sorry, I meant 3', '3', '3分'])(
    '%s changes the last rating',
    (text) => {
      const p = says(done(), text)
      expect(records(p.effects)).toEqual([['score', 3, 'csat', 5]])
      expect(said(p.effects)).toEqual(['Changed to 3. Thank you.'])
      expect(p.state.status).toBe('complete')
    },
  )

  test('an old button changes it too; the same one says nothing', () => {
    expect(records(presses(done(), '3', 'score').effects)).toEqual([['score', 3, 'csat', 5]])
    expect(presses(done(), '5', 'score').effects).toEqual([])
  })

  test('a rating that was not given comes after all by its old button, once', () => {
    const p = says(says(says(play(csat), 'It took three days', bad), 'and a half', bad), 'stop')
    expect(p.state).toMatchObject({ at: null, answers: { score: { value: null, skipped: true } } })
    presses(p, '2', 'score')
    expect(records(p.effects)).toEqual([['score', 2, 'csat', null]])
    expect(said(p.effects)).toEqual(['Thank you, I have added that for the team.'])
    expect(presses(p, '2', 'score').effects).toEqual([])
  })

  test('"change" without a number shows the scale again', () => {
    const p = says(done(), '改一下')
    expect(p.effects).toMatchObject([{ kind: 'send', question: 'score' }])
    expect(p.state.at).toBeNull()
  })

  test('when the time is over it says so, and the count stays', () => {
    const p = done()
    passes(p, 25 * HOUR)
    for (const each of [says(p, 'change to 1'), presses(p, '1', 'score'), says(p, 'back')]) {
      expect(said(each.effects)).toEqual([expect.stringMatching(/can no longer be changed/)])
      expect(p.state.answers.score?.value).toBe(5)
    }
  })

  test.each(['ok, thank you', 'thanks!', '好的，谢谢', 'ok', '👍'])(
    'chatwoot#8726: "%s" after the end starts nothing',
    (text) => {
      const p = says(done(), text)
      expect(p.effects).toEqual([])
    },
  )

  test('a word of thanks is not kept as if it told something', () => {
    expect(says(done(), 'thanks, bye!', reading({ label: 'positive', signals: ['praise'] })).effects).toEqual([])
  })

  test('a complaint after the end is kept and passed on', () => {
    const p = says(done(), 'By the way, it broke again', bad)
    expect(p.effects[0]).toEqual({ kind: 'verbatim', id: 'v2', question: null })
    expect(said(p.effects)).toEqual(['Thank you, I have added that for the team.'])
  })

  test('leave to be contacted can be taken back at any time', () => {
    const p = presses(says(presses(play(csat), '1'), 'Slow', bad), 'yes')
    passes(p, 30 * 24 * HOUR)
    expect(presses(p, 'no', 'contact').effects).toContainEqual({ kind: 'consent', purpose: 'contact', given: false })
  })
})

describe('is it put right?', () => {
  test('yes ends it', () => {
    const p = presses(play(check), 'yes')
    expect(p.state).toMatchObject({ status: 'complete', answers: { right: { value: 1 } } })
    expect(p.timers.size).toBe(0)
  })

  test('no asks what is missing, and is acted on though that is never answered', () => {
    const p = presses(play(check), 'no')
    expect(p.state.at).toBe('missing')
    passes(p, 5 * MINUTE)
    expect(p.state).toMatchObject({ settled: true, status: 'open' })
  })
})

test('a dialog whose question has gone from its flow ends, and nothing is lost', () => {
  const p = presses(play(csat), '2')
  const { reason: _, ...questions } = csat.questions
  const { state } = step({ ...csat, questions }, p.state, {
    kind: 'say',
    at: new Date(BEGIN).toISOString(),
    text: 'slow',
    verbatim: 'v9',
    analysis: bad,
  })
  expect(state).toMatchObject({ status: 'partial', at: null, said: ['v9'] })
})
