import { join } from 'node:path'
import { catalogue } from '../flow/catalogue.ts'
import { flowFiles, loadFlows } from '../flow/load.ts'
import { root } from '../root.ts'
import { commandOf, languageOf } from '../scores/command.ts'
import { render, renderProblem } from '../scores/render.ts'
import { question } from '../turn/question.ts'
import { checkChartFile, writeChart } from './chart.ts'
import { withRecord } from './record.ts'
import { locale as terminal } from './says.ts'
import { UsageError } from './usage.ts'

/** A score on the command line, in the language of the question. */
export async function scores(query: string, { json, chart }: { json?: true; chart?: string }): Promise<void> {
  if (chart !== undefined) checkChartFile(chart)
  return withRecord(async (database, config) => {
    const { flows } = loadFlows(flowFiles(join(root, 'flows')), process.cwd(), terminal)
    const setting = { config, flows: catalogue(flows), channels: new Map() }
    const locale = languageOf(query, config.programme.locales[0] ?? 'en')
    const asked = commandOf(query) === 'scores' ? query : `scores ${query}` // "tasks" alone would be taken off as a command
    const read = await question(setting, database.run, asked, new Date().toISOString(), locale)
    if ('problem' in read) throw new UsageError(renderProblem(read, locale).join('\n'))
    if (chart !== undefined) await writeChart(read.answer, locale, chart)
    if (json) return console.log(JSON.stringify(read.answer))
    const said = render(read.answer, locale)
    console.log([said.title, ...said.lines, said.restated].join('\n'))
  })
}
