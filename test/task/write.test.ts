import { expect, it } from 'vitest'
import { form, gist, later, on, opened, play, press } from './desk.ts'

it('words to the customer go out and stand as the first contact', () => {
  const { state, effects } = play([press('ann', 'claim'), form('ann', 'write', { text: ' We are looking into it. ' })])
  expect([state.status, state.contactedAt]).toEqual(['contacted', later('2h')])
  expect(gist(effects)).toEqual(
    expect.arrayContaining(['history wrote by ann', 'tell We are looking into it.', 'cancel contact_due']),
  )
})

it('nothing, or too much, is not sent', () => {
  const claimed = play([press('ann', 'claim')]).state
  for (const text of ['', '   ', 'x'.repeat(1001)]) {
    expect(gist(on(claimed, form('ann', 'write', { text })).effects)).toEqual(['immediate invalid'])
  }
})

it('nobody writes to a customer who said no, nor about a task that somebody else has', () => {
  const declined = on(
    play([press('ann', 'claim')], { mayContact: false }).state,
    form('ann', 'write', { text: 'Hello' }),
  )
  expect(gist(declined.effects)).toEqual(['immediate notice'])
  const taken = on(play([press('ann', 'claim')]).state, form('bo', 'write', { text: 'Hello' }))
  expect(gist(taken.effects)).toEqual(['immediate notice'])
})

it('the answer is kept with the task and brought to whoever has it', () => {
  const written = play([press('ann', 'claim'), form('ann', 'write', { text: 'Did it arrive?' })]).state
  const { state, effects } = on(written, { kind: 'heard', at: later('3h'), verbatim: 'v7', text: 'not yet' })
  expect(state.facts.at(-1)?.verbatims).toContain('v7')
  expect(gist(effects)).toEqual(expect.arrayContaining(['history answered', 'notify answered to ann lea', 'card']))
})

it('anybody who works the task may look at the conversation', () => {
  const claimed = play([press('ann', 'claim')]).state
  for (const who of ['ann', 'bo']) expect(gist(on(claimed, press(who, 'show')).effects)).toEqual(['transcript'])
  expect(gist(on(opened().state, press('bo', 'show')).effects)).toEqual(['transcript'])
})
