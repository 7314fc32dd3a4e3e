import { isCard, isIban, isMainlandId, isTaiwanId } from './checksums.ts'
import { type Finder, isOwn, LINK, REFERENCE } from './finder.ts'

const PAPER = String.raw`身[份分]证|证件|护照|通行证|居留证|台胞证|回乡证|入台证|签证|驾照|驾驶证|社保|健保卡|统一编号|统一?证号|residence permit|\bmy id|\bnric|\bmykad|aadhaa?r|emirates id|\bic (?:no|number)|tax file|identity card|id card|id number|id no|hkid|passport|driver'?s? licen[cs]e|driving licen[cs]e|\bmy licen[cs]e|national insurance|\bni(?:no)?\b|social security|\bssn\b|tax id`
const ACCOUNT = String.raw`银行卡|信用卡|储蓄卡|借记卡|卡号|[账帐]号|[账帐]户|户头|bank account|\baccount|\bacct|\ba\/c|card number|credit card|debit card|sort code|routing`

/** What makes sixteen digits in fours a card's although their sum is wrong: people mistype. */
const CARD =
  /(?<!礼品|会员|储值|购物)卡号?(?:是|为|:)? ?$|(?:visa|master ?card|amex|\bjcb|unionpay|debit|credit)(?: card)?(?: number| no\.?)?(?: is|:)? ?$/

/** Papers and money: identity cards, passports, payment cards, bank accounts. */
export const PAPERS: readonly Finder[] = [
  {
    what: 'id',
    needs: 'number',
    pattern:
      /(?<![\da-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:[0-2]\d|3[01])[ -]?\d{3}[\dx](?![\da-z])/g,
    holds: (found, before) =>
      isMainlandId(found) || /(?:身[份分]证|证件|identity|id card|id number)[^\n]{0,12}$/.test(before),
  },
  {
    what: 'id',
    needs: 'number',
    pattern: /(?<![\da-z])[a-z][1289]\d{8}(?![\da-z])/g,
    holds: (found, before, after) => isTaiwanId(found) && isOwn(found, before, after),
  },
  { what: 'id', needs: 'number', pattern: /(?<![\da-z])[a-z]{1,2}\d{6} ?\([\da]\)/g },
  { what: 'id', needs: 'number', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, holds: isOwn },
  {
    what: 'id', // Korea: date of birth, then seven digits
    needs: 'number',
    pattern: /(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?![\d-])/g,
    holds: isOwn,
  },
  {
    what: 'id',
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${PAPER})${LINK}(?<it>[a-z]{0,5} ?\d(?:[ -]?[\dx]){5,17}(?: ?\([\da-z]\)| ?[a-d]\b| ?[a-z][a-z9]\d[a-z]{2})?)(?![\da-z])`,
      'g',
    ),
  },
  {
    what: 'id', // with letters anywhere: British licences, French and German passports
    needs: 'paper',
    pattern: new RegExp(String.raw`(?:${PAPER})${LINK}(?<it>(?=(?:[a-z]{0,5}\d){4})[a-z0-9]{7,18})(?![\da-z])`, 'g'),
  },
  {
    what: 'id', // a letter or two and figures, some words after the paper: "the passport I booked with is …"
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${PAPER})[^\n\d,.;!?。]{1,24}?(?<![a-z])(?<it>[a-z]{1,2}\d{6,10})(?![\da-z])`,
      'g',
    ),
    holds: (found) => !REFERENCE.test(found.replace(/[a-z]{1,2}\d+$/, '')),
  },
  {
    what: 'card',
    needs: 'number',
    pattern: /(?<!\d)\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)|(?<!\d)\d{4}[ -]\d{6}[ -]\d{5}(?!\d)/g,
    holds: (found, before) => isCard(found) || (CARD.test(before.slice(-16)) && !/^0/.test(found)),
  },
  {
    what: 'card',
    needs: 'number',
    pattern: /(?<!\d)\d{13,19}(?!\d)/g,
    holds: (found, before, after) =>
      isCard(found) &&
      !/[a-z]$/.test(before) &&
      (isOwn(found, before, after) || /(?:卡|\bcard|visa|master)[^\n]{0,10}$/.test(before)),
  },
  {
    what: 'account',
    needs: 'number',
    pattern: new RegExp(String.raw`(?:${ACCOUNT})(?: ?尾号)?${LINK}(?<it>\d(?:[ -]?\d){5,22})(?!\d|\.\d)`, 'g'),
  },
  {
    what: 'account',
    needs: 'number',
    pattern: /(?<![\da-z])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![\da-z])/g,
    holds: isIban,
  },
]
