import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flowFiles, flowsOf, loadFlows } from '../../src/flow/load.ts'
import { written } from '../../src/problem.ts'
import { root } from '../../src/root.ts'
import { checkTaxonomy } from '../../src/text/own.ts'

const QUESTION = '{ kind: text, text: { en: Why? }, next: [{ goto: end }] }'
const flow = (version: number) =>
  `# ours\nid: trial\nversion: ${version}\nstage: draft\nlocales: [en]\nstart: why\nquestions: { why: ${QUESTION} }\n`

function load(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-flows-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { flows, problems } = loadFlows(flowFiles(folder), folder, 'en')
  return { flows: flows.map(({ id, version }) => [id, version]), problems: problems.map((each) => written('en', each)) }
}

test('two files that are one version of one flow are told, each by its name', () => {
  expect(load({ 'a.yaml': flow(1), 'copy.yaml': flow(1) })).toEqual({
    flows: [['trial', 1]],
    problems: [
      'copy.yaml:2:1 id: trial version 1 is in a.yaml already. Give one of the two files another id or another version.',
    ],
  })
})

test('two versions of a flow may stand beside each other', () => {
  expect(load({ 'a.yaml': flow(1), 'copy.yaml': flow(2) })).toMatchObject({ problems: [] })
})

const owner = (teams: Record<string, { flow: string }>) => ({
  file: 'ours.yaml',
  programme: { locales: ['en', 'zh-Hant'] },
  teams,
})

test('a team’s flow that is none is told, in the file where it stands', () => {
  const teams = { refunds: { flow: 'cast' }, sales: { flow: 'nps' } }
  expect(flowsOf(owner(teams), flowFiles(join(root, 'flows')), root, 'en')).toMatchObject({
    problems: ['ours.yaml teams.refunds.flow: there is no live flow “cast”. Add it, or mend the name.'],
    warnings: [],
  })
})

test('a team’s flow that lacks a language of the programme is worth a look', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-flows-'))
  writeFileSync(join(folder, 'trial.yaml'), flow(1).replace('draft', 'live'))
  expect(flowsOf(owner({ sales: { flow: 'trial' } }), flowFiles(folder), folder, 'en')).toMatchObject({
    problems: [],
    warnings: [
      'ours.yaml teams.sales.flow: trial has no texts in zh-Hant: customers of the team are asked in another language. Add the language to the flow, or take it out of programme.locales.',
    ],
  })
})

test('a theme of the owner’s own is none that is unknown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-flows-'))
  const asksOn = flow(1).replace('{ goto: end }', '{ when: { theme: lounge }, goto: end }, { goto: end }')
  writeFileSync(join(folder, 'trial.yaml'), asksOn)
  const own = checkTaxonomy('themes.yaml', 'themes: { lounge: { name: { en: Lounge }, words: { en: lounge } } }', 'en')
  if ('problems' in own) throw new Error('the taxonomy is not right')
  expect(loadFlows(flowFiles(folder), folder, 'en').problems).toHaveLength(1)
  expect(loadFlows(flowFiles(folder), folder, 'en', own.taxonomy).problems).toEqual([])
})
