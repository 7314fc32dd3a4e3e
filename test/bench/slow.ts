import { LEXICON } from '../../src/text/lexicon/index.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'

/** What somebody may fill 100,000 characters with, beside the words that are looked for. */
const FILLERS =
  "a|好|等了|但|不| |\n|😡|([|(|1|1 |13812345678 |1-|a.|a@|a@b.|，|好。|客服态度很差|路1号|<a |1:|a:|my name is |我是王小|账号 |order 1|這個電話|\u0301|\u200d|\ud83d|'|a'|⭐|★ |?|四|not |½|만족|とても|GB82 |+1 |thanks, a b |a dot |很|不是|但好|很不|1号|路1号室|四|𠀀|５|Ａ|！|？|；|、|…|～|《|“|\u3000|\t|\r|9|0 |12345 |1:2|<|.|,|-|@|#|🙏|❤️|but |not |no |very |好，|，但|没有不|我叫王|号码1|电话1|xqv |王小汪海|".split(
    '|',
  )
const LONG = 100_000
const SHORT = 1_000
const SUSPECTS = 40
const SHOWN = 10

/** Milliseconds of CPU. */
function cpu(work: () => unknown): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}

const filled = (filler: string, length: number) => filler.repeat(Math.ceil(length / filler.length)).slice(0, length)

/** A pattern → one text that it finds: the first of each choice, nothing in the gaps. */
const spelled = (pattern: string) => pattern.replace(/\(([^()|]*)[^()]*\)/gu, '$1').replace(/…|\.\.\./gu, '')

/** Every word of feeling, of a theme, of a signal or of an exception, parted and not. */
function words(): string[] {
  const { themes, signals } = shippedTaxonomy()
  const lists = [
    ...Object.values(themes).flatMap(({ words, positive, negative, except }) => [words, positive, negative, except]),
    ...Object.values(signals).flatMap(({ words, except }) => [words, except]),
  ]
  const patterns = [...LEXICON.map(({ pattern }) => pattern), ...lists.flatMap((list) => Object.values(list).flat())]
  return [...new Set(patterns.map(spelled))].flatMap((word) =>
    /[a-z]/.test(word) ? [`${word} `] : [word, `${word}，`],
  )
}

/** The ten fillers of which 100,000 characters take longest: of all, those are looked at closely of which 1,000 take longest. */
export function slowest(read: (text: string) => unknown): { filler: string; ms: number }[] {
  const timed = (fillers: readonly string[], length: number, times: number) =>
    fillers
      .map((filler) => {
        const text = filled(filler, length)
        return { filler, ms: Math.min(...Array.from({ length: times }, () => cpu(() => read(text)))) }
      })
      .sort((a, b) => b.ms - a.ms)
  const known = FILLERS.filter((filler) => filler !== '')
  const suspects = timed(words(), SHORT, 1).slice(0, SUSPECTS)
  return timed([...known, ...suspects.map(({ filler }) => filler)], LONG, 3).slice(0, SHOWN)
}
