/**
 * A transcript is a dialog that a person can read:
 *
 *   # what it shows
 *   flow csat, zh-Hans, agent 小林, team 退款组
 *
 *   customer: 3分            words
 *   customer: [2]            a button of the open question; [score 2] one of an earlier question
 *   (24h later)              time goes by, and what falls due happens
 *   bot: …                   what is said
 *   · …                      what is put on record
 */

import { milliseconds } from '../../src/duration.ts'
import type { DialogEffect } from '../../src/engine/dialog.ts'
import { analyze } from '../../src/text/analyze.ts'
import { type Play, passes, play, presses, says, shipped } from '../engine/play.ts'

const BETWEEN = 15_000

/** Plays the customer's side of a transcript and writes the whole of it anew. */
export function replay(transcript: string): string {
  const lines = transcript.split('\n')
  const out: string[] = []
  let p: Play | null = null
  const tell = (effects: DialogEffect[]) => out.push(...effects.flatMap(shown))
  for (const line of lines) {
    const opening = /^flow (\S+?), (\S+?)(?:, (.*))?$/.exec(line)
    const spoken = /^customer: (.*)$/.exec(line)
    const waited = /^\((\w+) later\)$/.exec(line)
    if (line.startsWith('#')) out.push(line)
    else if (opening) {
      out.push(line, '')
      p = play(shipped(opening[1] ?? ''), opening[2], { names: namesIn(opening[3] ?? '') }, (text) => analyze(text))
      tell(p.effects)
    } else if (p && spoken) {
      out.push(line)
      p.now += BETWEEN
      const button = /^\[(?:(\S+) )?(\S+)\]$/.exec(spoken[1] ?? '')
      tell((button ? presses(p, button[2] ?? '', button[1]) : says(p, spoken[1] ?? '')).effects)
    } else if (p && waited) {
      out.push(line)
      tell(passes(p, milliseconds(waited[1] ?? '')))
    }
  }
  if (p) out.push('', `status ${p.state.status}${p.state.settled ? ', settled' : ''}`)
  return `${out.join('\n')}\n`
}

const namesIn = (list: string): Record<string, string> =>
  Object.fromEntries(
    list
      .split(', ')
      .flatMap((each) =>
        each.includes(' ') ? [[each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1)]] : [],
      ),
  )

function shown(effect: DialogEffect): string[] {
  switch (effect.kind) {
    case 'send': {
      const { content, retires, question } = effect
      if (content.kind !== 'prompt' && content.kind !== 'text') return []
      if (retires !== undefined && question === undefined)
        return ['answered' in content ? `     ✓ ${retires}: ${content.answered}` : `     ✓ ${retires}`]
      const text = content.text.replaceAll('\n', '\n     ')
      if (content.kind === 'text') return [`bot: ${text}`]
      const buttons = content.choices.map(({ id, label }) => (id === label ? `[${id}]` : `[${id} ${label}]`)).join(' ')
      const ends = content.ends ? `  ${content.ends.low} … ${content.ends.high}` : ''
      const note = content.note ? [`     (${content.note.text})`] : []
      return [`bot: ${text}`, ...(buttons === '' ? [] : [`     ${buttons}${ends}`]), ...note]
    }
    case 'record': {
      const { answer, question, metric, was } = effect
      const given = answer.skipped
        ? 'left out'
        : (answer.value ?? answer.choices?.join('+') ?? (answer.verbatims ? 'in words' : 'nothing'))
      return [`   · ${question} = ${given}${metric ? ` (${metric})` : ''}${was === null ? '' : `, was ${was}`}`]
    }
    case 'verbatim':
      return [`   · words kept${effect.question === null ? '' : ` with ${effect.question}`}`]
    case 'consent':
      return [`   · may ${effect.purpose}: ${effect.given ? 'yes' : 'no'}`]
    case 'locale':
      return [`   · goes on in ${effect.locale}`]
    case 'timer.set':
    case 'timer.cancel':
      return []
  }
}
