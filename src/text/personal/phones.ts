import { type Finder, isOwn, isOwnNumber, LINK, REFERENCE } from './finder.ts'
import { isHotline } from './hotlines.ts'
import { RELATIVES } from './relatives.ts'

const CALL = String.raw`电话|手机|手提|座机|固话|市话|[门港]号|致电|拨打|联系|联络|回电|来电|打给我|打我|打[俾畀]|\btel\b|telephone|phone|mobile|landline|\bcell|whatsapp|\bsignal(?! [a-z])|\bviber|\bzalo|\bsms|\bcall|\btext|\bring|\breach|\bcontact|\bdial|\bmy number|\b(?:mob|ph|hp|fax|cel)\b\.?|\b(?:paytm|gpay|phonepe|gcash|m-?pesa|opay|zelle)\b`

const own: Finder['holds'] = (found, before, after) =>
  isOwnNumber(found, before, after) && !isHotline(found, before, after)

const MAINLAND_MOBILE = /(?<![\d.])(?:\(?(?:\+|00)?86\)?[ -]?)?1(?:[ -]| - )?[3-9](?:(?:[ .-]| [.-] )?\d){9}(?!\d)/g

/** Numbers written as those of other countries are; none needs a word beside it. */
const WRITTEN: readonly RegExp[] = [
  /(?<![\d.])(?:886[ -]?0?9\d{2}[ -]?\d{3}[ -]?\d{3}|85[23][ -]?[2-9]\d{3}[ -]?\d{4})(?!\d)/g, // Taiwan, Hong Kong, Macau, without a plus
  /(?<!\d)0 ?9(?:(?:[ .-]| [.-] )?\d){8}(?!\d)/g, // Taiwan mobiles
  /(?<!\d|\d{4} )(?:\(0[1-9]\d{0,3}\)[ -]?|0[1-9]\d{0,3}[ -])\d{3,4}[ -]?\d{3,4}(?:[ -]\d{1,4})?(?!\d)/g, // an area, a number
  /\(?0(?<!(?:\d|\d{4} |[\d$¥€£][.,-])\(?0)(?=(?:[ ()./-]{0,3}\d){8})(?!\d[ ./-]\d\d[ ./-](?:19|20)\d\d)[1-9]\d{0,3}\)?(?: ?\/ ?\d{3,4}|[ .-]\d{2,4})(?:[ .-]?\d{2,4}){1,3}(?![\d/]|[.-]\d)/g, // the same in more pieces, or with a stroke
  /0(?<![\d.]0) ?[.-]? ?[1-4679](?:(?: ?[.-] ?| )\d){7,9}(?! ?[.-]? ?\d)/g, // figure by figure
  /(?<!\d)0(?:10|2\d|[3-9]\d{2})\d{7,8}(?!\d)/g,
  /(?<!\d)0[2-8]\d{8}(?!\d)/g, // Taiwan landlines, Australian and French mobiles in one piece
  /(?<![\d.+$¥€£₹-])(?!\d{3}00)[6-9]\d{4}[ -](?!\d{3}00)\d{5}(?![\d-])/g, // Indian mobiles, by halves; a span of round amounts is none
  /(?<!\d)07\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)/g, // British mobiles
  /(?<![\d$¥€£-])(?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\d-])/g, // America
]

/** What says, some words before a number, that it is somebody's phone; and what says so behind it. */
const SPOKEN_OF = new RegExp(
  String.raw`(?:${CALL}|号码|\b(?:my|new|old|her|his|their|home|work|other|current|daytime|evening|best|(?:${RELATIVES.en})'s) (?:number|no|one|sim)\b|\bmy #|\bnumber (?:on|for) (?:the|my|our) (?:account|file|profile|contract)\b|(?:^|[.!?,] )(?:the )?number(?: is|'s|:) ?$|\b(?:get|hit|catch|find|buzz|ping|try|bell) (?:me|us|him|her|them)\b|\b(?:i|he|she|they)(?:'m|'s|'re| is| am| are) on\b|\b(?:reply|answer|message|msg|dm) (?:me |us )?(?:at|on|to)\b|\b(?:ph|otp (?:to|on|at)|hmu|my hp|hp no|fone)\b)[^\n。!?;]{0,40}$`,
)
/** Figures alone say nothing: in a text of nothing else, all that may be said was looked for before each of them. */
const WORDED = /[a-z#\u4e00-\u9fff]/
const SAID_AFTER =
  /^ \((?:[a-z]+ ){0,2}(?:number|mobile|phone|cell|whatsapp|landline|home|work|office)\)|^,? ?(?:is|was|are)? ?(?:my|his|her|the) (?:[a-z]+ )?(?:number|mobile|phone|cell|landline)|^,? ?(?:是|系)我[^\n,。]{0,6}(?:电话|手机|号码)|^ ?(?:找我|打给我|call me|text me|请回电|请打这)/
const THING = /^ ?(?:分|点|积分|points?|件|个|步|次|条|人|mah|[mgk]b|[年月]|%)/
const DAY = /^(?:19|20)\d{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:[0-2]?\d|3[01])(?!\d)/

const SAID = '[零〇幺一二三四五六七八九]'
/** A figure before these counts something. */
const COUNTED = '(?:分钟|个|天|元|块|小时|次)'
const WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred|thousand)'

/** Telephones of people. Those of companies are kept: `isHotline`. */
export const PHONES: readonly Finder[] = [
  { what: 'phone', needs: 'number', pattern: MAINLAND_MOBILE, holds: own },
  {
    what: 'phone', // as it is spoken: a mobile, a number with its area, or eight figures after a word that says what they are
    needs: 'figures',
    pattern: new RegExp(
      `(?<!${SAID}[ ,、-]{0,2})${SAID}(?:[ ,、-]{0,2}${SAID}){7,11}(?!${COUNTED}|[ ,、-]{0,2}${SAID}(?!${COUNTED}))`,
      'g',
    ),
    holds: (found, before, after) => {
      const figures = found.replace(/[ ,、-]/g, '')
      const shaped = /^[一幺][三四五六七八九].{9}$|^[零〇][二三四五六七八九].{7,9}$/.test(figures)
      return (shaped && isOwn(found, before, after)) || SPOKEN_OF.test(before.slice(-14))
    },
  },
  {
    what: 'phone',
    needs: 'spoken',
    pattern: new RegExp(`(?<![a-z])${WORD}(?:[ ,-]{1,2}${WORD}){6,15}(?![a-z])`, 'g'),
  },
  {
    what: 'phone',
    needs: 'number',
    pattern: /(?<![\d+]|\d\.)(?:\+|(?<!\d[ -])00 ?)\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\d)/g,
    holds: (found, before, after) =>
      hasDigits(found, found.startsWith('+') ? 8 : 10, 15) &&
      !isHotline(found, before, after) &&
      (found.startsWith('+') || isOwnNumber(found, before, after)),
  },
  ...WRITTEN.map((pattern): Finder => ({ what: 'phone', needs: 'number', pattern, holds: own })),
  {
    what: 'phone',
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${CALL})(?: me| us| back| him| her| please){0,3}${LINK}(?<it>[+(]?\d(?:[ .()-]{0,2}\d){6,14})(?!\d)`,
      'g',
    ),
    // The word for a phone is part of what was found, so a company's line is told from it too.
    holds: (found, before, after) => {
      const [, words = '', number = ''] = /^([^\d+(]*)(.*)$/.exec(found) ?? []
      return !isHotline(number, before + words, after)
    },
  },
  {
    what: 'phone', // of any country, some words after or before one that says so: "the phone on my account from … to …"
    needs: 'number',
    pattern: /(?<![\d.,:/#$¥€£a-z-])\(?\d(?:[ .()-]{0,2}\d){7,12}(?![\d%]|[.,:/-]\d)/g,
    holds: (found, before, after) =>
      ((WORDED.test(before) && SPOKEN_OF.test(before)) || SAID_AFTER.test(after)) &&
      !DAY.test(found) &&
      !THING.test(after) &&
      !REFERENCE.test(before) &&
      isOwn(found, before, after) &&
      !isHotline(found, before, after),
  },
]

function hasDigits(found: string, least: number, most: number): boolean {
  const count = found.replace(/\D/g, '').length
  return count >= least && count <= most
}
