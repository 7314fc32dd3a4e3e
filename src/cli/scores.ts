import { catalogue } from '../flow/catalogue.ts'
import { commandOf, languageOf } from '../scores/command.ts'
import { render, renderProblem } from '../scores/render.ts'
import { channelsCounted } from '../store/figures.ts'
import { publishedFlows } from '../store/flows.ts'
import { question } from '../turn/question.ts'
import { checkChartFile, writeChart } from './chart.ts'
import { withRecord } from './record.ts'
import { UsageError } from './usage.ts'

/** A score on the command line, in the language of the question. */
export async function scores(query: string, { json, chart }: { json?: true; chart?: string }): Promise<void> {
  if (chart !== undefined) checkChartFile(chart)
  return withRecord(async (database, config) => {
    const flows = catalogue(await publishedFlows(database))
    const [channels] = await database.run([channelsCounted({})])
    const setting = { config, flows, channels: new Map(channels.map(({ channel }) => [channel, null])) }
    const locale = languageOf(query, config.programme.locales[0] ?? 'en')
    const asked = commandOf(query) === 'scores' ? query : `scores ${query}` // "tasks" alone would be taken off as a command
    const read = await question(setting, database.run, asked, new Date().toISOString(), locale)
    if ('problem' in read) throw new UsageError(renderProblem(read, locale).join('\n'))
    const said = render(read.answer, locale)
    console.log(json ? JSON.stringify(read.answer) : [said.title, ...said.lines, said.restated].join('\n'))
    if (chart !== undefined) await writeChart(read.answer, locale, chart)
  })
}
