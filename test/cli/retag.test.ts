import { expect, test } from 'vitest'
import { retagAll } from '../../src/cli/retag.ts'
import { compareAll } from '../../src/cli/themes.ts'
import type { Statement } from '../../src/store/prepare.ts'
import { recountAll } from '../../src/store/recount.ts'
import { type KeptVerbatim, storeAnalyses } from '../../src/store/retag.ts'
import { analyze } from '../../src/text/analyze.ts'
import { checkTaxonomy } from '../../src/text/own.ts'
import { emptyTally } from '../../src/text/tally.ts'
import { shippedTaxonomy, type Taxonomy } from '../../src/text/taxonomy.ts'
import { stand } from '../turn/stand.ts'

const sql = <Row>(text: string, values: unknown[] = []): Statement<Row> => ({ name: '', text, values })

function taxonomy(yaml: string): Taxonomy {
  const checked = checkTaxonomy('own.yaml', yaml, 'en')
  if ('problems' in checked) throw new Error(checked.problems.join('\n'))
  return checked.taxonomy
}
const lounge = taxonomy('themes: { lounge: { name: { en: Lounge }, negative: { en: lounge was cold } } }')

/** A bot to which three customers said something, one of them about the lounge. */
async function told() {
  const bot = await stand()
  for (const [who, rating, words] of [
    ['mei', '1', 'the lounge was cold and dirty, call me on 13812345678'],
    ['li', '5', '客服态度很好，非常耐心'],
    ['bob', '1', 'the agent was rude to me'],
  ] as const) {
    await bot.ask(who)
    await bot.press(who, rating)
    await bot.say(who, words)
  }
  const themes = async () => {
    const [rows] = await bot.database.run([
      sql<{ id: string; themes: string[]; version: string }>(
        `select id, analysis ->> 'version' as version, jsonb_path_query_array(analysis, '$.themes[*].id') as themes from verbatim order by id`,
      ),
    ])
    return rows
  }
  return { bot, themes }
}

test('retag reads everything anew, says what changed, is audited, and leaves tasks and counts alone', async () => {
  const { bot, themes } = await told()
  const tasks = sql<{ state: unknown }>('select state, status from task order by id')
  const [before] = await bot.database.run([tasks])
  const tally = await retagAll(bot.database, lounge)
  expect(tally).toMatchObject({ read: 3, changed: 1, themes: { lounge: { gained: 1, lost: 0, turned: 0 } } })
  const rows = await themes()
  expect(rows.flatMap((row) => row.themes)).toContain('lounge')
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([analyze('', lounge).version]))
  const [audit, after] = await bot.database.run([
    sql<{ detail: unknown }>("select detail from audit where what = 'verbatims.retagged'"),
    tasks,
  ])
  expect(audit).toEqual([{ detail: tally }])
  expect(after).toEqual(before)
  expect(await recountAll(bot.database, bot.at())).toMatchObject({ differences: 0 })
  expect(await retagAll(bot.database, lounge)).toMatchObject({ read: 0 }) // nothing is left to do
})

test('killed in the middle, it goes on where it was, and what it says is of both parts', async () => {
  const { bot, themes } = await told()
  const { version } = analyze('', lounge)
  // As after a kill: the first verbatim is done and told, the others are not.
  await bot.database.run([
    sql(
      `update verbatim set analysis = jsonb_set(analysis, '{version}', to_jsonb($1::text)) where text like '%lounge%'`,
      [version],
    ),
    sql("insert into setting (key, value) values ('retag', $1::jsonb)", [
      JSON.stringify({
        version,
        tally: { read: 1, changed: 1, themes: { lounge: { gained: 1, lost: 0, turned: 0 } }, signals: {}, labels: {} },
      }),
    ]),
  ])
  const seen: number[][] = []
  const tally = await retagAll(bot.database, lounge, (done, all) => seen.push([done, all]))
  expect(seen).toEqual([[2, 2]])
  expect(tally).toMatchObject({ read: 3, changed: 1, themes: { lounge: { gained: 1 } } })
  expect((await themes()).every((row) => row.version === version)).toBe(true)
  expect(await bot.database.run([sql("select 1 from setting where key = 'retag'")])).toEqual([[]])
})

test('words that were erased while they were read stay erased', async () => {
  const { bot } = await told()
  const [rows] = await bot.database.run([sql<KeptVerbatim>('select id, text, analysis from verbatim')])
  await bot.database.run([sql("update verbatim set text = ''")])
  await storeAnalyses(
    bot.database,
    'now',
    rows.map((row) => ({ ...row, was: row.text })),
    emptyTally(),
  )
  expect(await bot.database.run([sql("select 1 from verbatim where text <> ''")])).toEqual([[]])
})

test('themes test says what a file would change, with examples, and changes nothing', async () => {
  const { bot, themes } = await told()
  const before = await themes()
  const { tally, examples } = await compareAll(bot.database, shippedTaxonomy(), lounge)
  expect(tally).toMatchObject({ read: 3, changed: 1, themes: { lounge: { gained: 1 } } })
  expect(examples.join('\n')).toContain('the [lounge was cold] and dirty, call me on [phone]')
  expect(await themes()).toEqual(before)
})
