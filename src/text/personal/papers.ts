import { isCard, isIban, isMainlandId, isSound, isTaiwanId } from './checksums.ts'
import { type Finder, isOwn, LINK, REFERENCE } from './finder.ts'

const PAPER = String.raw`自然人凭证|军(?=字第)|证(?<!(?:[保凭认验可格检修]|登机)证)(?:件|书|明(?=[编号]))?|学号|护照|驾照|[劳社健医]保[证卡]?|公积金|病历|居留许可|车架|底盘号|车身号|统一编号(?=[^\na-z\d]{0,8}[a-z]\d)|residence permit|\bmy id|\bnric|\bmykad|aadhaa?r|emirates id|\bic (?:no|number)|tax file|identity card|id card|id number|id no|hkid|passport|driver'?s? licen[cs]e|driving licen[cs]e|\bmy licen[cs]e|\b(?:licen[cs]e|dl)(?= ?(?:#|no|number|is|:)[.: ]{0,2}[a-z]{1,2}\d{2}| [a-z]\d{3}-\d)|\bpan(?= (?:card|no|number|is)|:| [a-z]{5}\d{4})|ghana card|kra pin|\b(?:nin|bvn|sss|umid|ppsn?|cnic|philhealth|voter'?s? id)\b|户口本上?的?|national insurance|\bni(?:no)?\b|social security|\bssn\b|tax id|tax number|\btfn\b|\btin\b|national id|citizen id|green card|residence card|health card|medicare|nhs n(?:o|umber)|social insurance|\bsin\b`
/** What papers and personal numbers are called elsewhere. */
const ABROAD = String.raw`\b(?:cpf|rut|curp|rfc|dni|nie|nif|cuil|cuit|cedula|pesel|bsn|ahv|avs|oib|egn|jmbg|snils|amka|cpr|steuer-?(?:id|nummer)|personnummer|personalausweis|perso|ausweis|codice fiscale|kimlik|ktp|nik|cccd|rrn|iqama|civil id|qid|nhi|mrn|(?:personal|citizen|resident|foreigner)(?:'s)? (?:id|code|number|no)|(?:id|tax|fiscal|insurance) code|(?:hospital|patient) (?:id|no|number)|driv(?:ing|ers?) lic|cdl|travel document|residence title|brp|versicherungsnummer|nhs|carte vitale|vehicle identification|chassis|vin)(?:-? ?n[ro]\b)?`
const ACCOUNT = String.raw`银行卡|对公户|信用卡|储蓄卡|借记卡|卡号|(?<!虚拟)[账帐]号|[账帐]户|户头|存[折摺簿]|局号|bank account|\bsort(?=[: ]{1,2}\d{2}[ -])|\bbsb(?=[: ]{1,2}\d{3})|\baccount|\bacct|\bacc\b(?=\.?(?: ?(?:no|number|#|:))? ?\d)|\ba\/c|card number|credit card|debit card|sort code|routing`

/** What makes sixteen digits in fours a card's although their sum is wrong: people mistype. */
const CARD =
  /(?:(?<!礼品|会员|储值|购物|积分|充值|电话|手机|游戏|图书|门禁|[月年次园饭])卡|(?<!微信|支付宝)(?:[盗扣]?刷|付款|扣款|\bpay(?:ing|ment)? (?:with|by|using|from)|\bpaid (?:with|by|using)|\bcharged?\b|\brefund(?:ed)? (?:to|on)|\bcredited|完整|尾号|收款|退款|退到|打到|转到|汇到)|visa|master ?card|amex|\bjcb|unionpay|debit|credit|(?<!(?:gift|loyalty|member|membership|points|rewards?|library|store|id|sim) )\bcard|\bfull (?:number|no))[^\n。.!]{0,34}$/
const CARD_BEHIND =
  /^ (?:was|is|got|gets|has been|keeps being|is being) (?:charged|debited|declined|billed|refused|rejected)|^ ?[这那]张|^ ?[这那]个(?:银行)?卡|^ ?(?:这|那)?张?(?:卡|刷|visa|jcb|master|信用|银行)|^ (?:is|was) (?:my|the) (?:new |old )?(?:card|visa|master|debit|credit)|^[, ]{1,2}(?:visa|master|amex|jcb)/
const NO_CARD = /(?:gift|loyalty|member(?:ship)?|points|rewards?|礼品|会员|储值|积分|购物|充值)[^\n\d]{0,14}$/
/** Banks and purses that people name right before their account there. */
const BANKS = String.raw`恒生|汇丰|中银|渣打|东亚银|星展|大丰|\b(?:posb|dbs|ocbc|uob|maybank|cimb|gtb|gtbank|bdo|bpi|gcash|m-?pesa|opay|kuda|hsbc|barclays|natwest|lloyds|monzo|westpac|commbank|hdfc|icici)\b`
/** A bank's name before so many digits makes them an account there. */
const BANK = /(?:[工建农中招交]行|银行|邮储|邮局|信用社|支付|\bbank)[^\n\d,，。]{0,6}$/
/** Fifteen to nineteen digits that begin as cards do. */
const BEGINS_AS_CARD = /^(?:3[4-9]|4|5[1-8]|6[02-9]|2[2-7])[\d -]{13,40}$/

/** Numbers of papers that need no name beside them: most end in a digit or a letter that checks the others. */
const SHAPES = [
  String.raw`[stfgm]\d{7}[a-z]`, // Singapore
  String.raw`(?:\d{8}|[xyz]-?\d{7})[ -]?[a-hj-np-tv-z]`, // Spain
  String.raw`[a-ceghj-prstw-z][a-ceghj-nprstw-z](?: ?\d{2}){3} ?[a-d]`, // Britain: insurance, then licences
  String.raw`[a-z]{2,5}9{0,3} ?\d{6} ?[a-z][a-z9]\d[a-z]{2}`,
  String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`, // Brazil
  String.raw`\d{1,2}\.\d{3}\.\d{3}-[\dk]`, // Chile
  String.raw`756\.\d{4}\.\d{4}\.\d{2}`, // Switzerland
  String.raw`784-\d{4}-\d{7}-\d`, // the Emirates
  String.raw`\d{5}-\d{7}-\d`, // Pakistan
  String.raw`[1578]/\d{6}/\d`, // Macau
  String.raw`(?:\d\d[01]\d[0-3]\d|[0-3]\d[01]\d{3})[-+a]\d{3}[\da-fhj-npr-y]`, // Finland, Sweden
  String.raw`[12] \d{2} \d{2} \d[\dab] \d{3} \d{3} \d{2}`, // France
].join('|')
/** The same, of more letters than figures. */
const LETTERED_SHAPES = [
  String.raw`[a-z]{6}\d{2}[a-ehlmprst]\d{2}[a-z]\d{3}[a-z]`, // Italy
  String.raw`[a-z]{4}\d{6}[hm][a-z]{5}[a-z\d]\d`, // Mexico
  String.raw`[a-z]{3}p[a-z]\d{4}[a-z]`, // India
  String.raw`[1-9][ac-hj-np-rt-y][ac-hj-np-rt-y0-9]\d-[ac-hj-np-rt-y][ac-hj-np-rt-y0-9]\d-[ac-hj-np-rt-y]{2}\d{2}`, // Medicare in the United States
  String.raw`(?=[a-z\d]{3,9}[a-z])[a-hj-npr-z\d]{13}\d{4}`, // vehicles
].join('|')

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
    pattern: /(?<![\da-z])[a-z][1289](?:[ -]?\d){8}(?![\da-z])/g,
    holds: (found, before, after) =>
      (isTaiwanId(found) && isOwn(found, before, after)) ||
      /^ ?(?:就?是|这个?)我?的?(?:身[份分]证|居留证|证件)/.test(after),
  },
  { what: 'id', needs: 'number', pattern: /(?<![\da-z])[a-z]{1,2}\d{6} ?\([\da]\)/g },
  { what: 'id', needs: 'number', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, holds: isOwn },
  {
    what: 'id', // Malaysia: date of birth, place, four figures
    needs: 'number',
    pattern: /(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{2}-\d{4}(?![\d-])/g,
    holds: isOwn,
  },
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
      String.raw`(?:${PAPER}|${ABROAD})(?:'s|\.)?${LINK}(?:[\u4e00-\u9fff]?字第)?(?<it>[a-z]{0,5}[ -]?\d(?:[ .-]?[\dx]){5,19}(?: ?\([\da-z]\)|[a-z]{1,2}\b| ?[a-d]\b| ?[a-z][a-z9]\d[a-z]{2})?)(?![\da-z])`,
      'g',
    ),
  },
  {
    what: 'id', // with letters anywhere: British licences, French and German passports
    needs: 'paper',
    pattern: new RegExp(
      String.raw`(?:${PAPER}|${ABROAD})${LINK}(?<it>(?!\d{1,3}[a-z]+(?![a-z\d]))(?=(?:[a-z]{0,6}\d){2})[a-z0-9]{7,18})(?![\da-z])`,
      'g',
    ),
  },
  {
    what: 'id', // some words after the paper: "the passport I booked with is …", "the SIN you mailed is wrong, mine's …"
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${PAPER})[^\n.;!。]{1,48}?(?<![a-z])(?<it>[a-z]{1,2}\d{6,10}[a-z]?|(?<=(?:\bmine|\bhere|\bnumber|'s|\bis|\bwas|\bfrom|\bto|\bas|:) )\d(?:[ .-]?\d){7,12})(?![\da-z])`,
      'g',
    ),
    holds: (found, _, after, it) => !REFERENCE.test(found.slice(0, found.length - it.length)) && isOwn(it, '', after),
  },
  ...(
    [
      ['number', SHAPES],
      ['paper', LETTERED_SHAPES],
    ] as const
  ).map(
    ([needs, shapes]): Finder => ({
      what: 'id',
      needs,
      pattern: new RegExp(String.raw`\b(?:${shapes})(?![\da-z]|-\d)`, 'g'),
      holds: (found, before, after) => isSound(found) && isOwn(found, before, after) && !/[\d.$£€¥-]$/.test(before),
    }),
  ),
  {
    what: 'account',
    needs: 'number',
    pattern: /(?<![\da-z])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![\da-z])/g,
    holds: (found, before) => isIban(found) || /\biban\b[^\n\d]{0,24}$/.test(before), // people mistype
  },
  {
    what: 'card',
    needs: 'number',
    pattern:
      /(?<!\d|(?<![a-z])[a-z]{2})\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)|(?<!\d)\d{4}[ -]\d{6}[ -]\d{5}(?!\d)|(?<!\d ?)\d(?:[ -]\d){12,18}(?![ -]?\d)/g,
    holds: (found, before, after) => isCard(found) || isSaidToBeCard(found, before, after),
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
    what: 'account', // Britain: sort code and number
    needs: 'number',
    pattern: /(?<![\d-])\d{2}-\d{2}-\d{2}(?:,? | ?\/ ?)\d{8}(?!\d)/g,
    holds: (_, before, after) => /\b(?:acc(?:oun)?t?|sort|bank|refund|pay)\b/.test(before + after),
  },
  {
    what: 'account', // Taiwan: the bank's three figures before the account's
    needs: 'number',
    pattern:
      /\d{3}(?<=(?:[汇转退存][^\n\d]{0,10}|户头?|银行|邮局|国泰|中信|中国信托|玉山|台新|富邦|永丰|[一彰土台]银|华南|合库|兆丰|台企|渣打|汇丰)(?:那个)?[ :]{0,2}\d{3})[^\n\d]{1,4}\d(?:[ -]{0,3}\d){9,15}(?!\d)/g,
    holds: (_, before) => !REFERENCE.test(before),
  },
  {
    what: 'account', // at a bank that is named before it, or behind it
    needs: 'number',
    pattern: new RegExp(
      String.raw`(?:${BANKS})(?:银行|银)?(?: ?(?:户口|[账帐][户号]|号码?|系|是|bank|account|acct|acc|a\/c|sa|no\.?|number|is|at|to|on|sa|:)){0,3} ?(?<it>(?!1?[ -]?800|0800|400|1300)\d(?:[ -]?\d){7,16})(?!\d)|(?:银行(?:户口|[账帐][户号])?|户口) ?(?<own>\d{3}(?:-\d{1,7}){2,3})(?!\d)|(?<![\d-])\d{10}(?=,? ?(?:gtb|zenith|access bank|uba\b|first ?bank|opay|palmpay|kuda|moniepoint|wema|fcmb))`,
      'g',
    ),
    holds: (_, before) => !REFERENCE.test(before),
  },
  {
    what: 'account', // Canada's: branch, institution, number
    needs: 'number',
    pattern: /\btransit(?: (?:no|number))?[ :#]{0,2}(?<it>\d{5})(?=,? inst)/g,
  },
  {
    what: 'account', // behind its sort code
    needs: 'masked',
    pattern:
      /\[account\][,; /]{1,3}(?:and )?(?:(?:account|acct?|a\/c) )?(?:number|num|no\.?|#)? ?:? ?(?<it>\d(?:[ -]?\d){5,11})(?![\d-])/g,
  },
  {
    what: 'account',
    needs: 'number',
    pattern: new RegExp(String.raw`(?:${ACCOUNT})(?: ?尾号)?${LINK}(?<it>[a-z]?\d(?:[ -]?\d){5,22})(?!\d|\.\d)`, 'g'),
  },
  {
    what: 'card', // as it is spoken
    needs: 'figures',
    pattern: /[二三四五六](?:[ ,、-]{0,2}[零〇幺一二三四五六七八九]){14,18}(?![零〇幺一二三四五六七八九])/g,
    holds: (_, before) => !REFERENCE.test(before),
  },
  {
    what: 'card',
    needs: 'number',
    pattern: /(?<![\da-z]|\d[ -]{1,3})\d(?:[ -]{0,3}\d){14,18}(?!\d)/g,
    holds: (found, before, after) =>
      isSaidToBeCard(found, before, after) || (BANK.test(before) && BEGINS_AS_CARD.test(found)),
  },
]

/** Whether a word for a card stands beside digits that look like one. */
function isSaidToBeCard(found: string, before: string, after: string): boolean {
  if (!BEGINS_AS_CARD.test(found) || NO_CARD.test(before)) return false
  return (
    (CARD.test(before) || CARD_BEHIND.test(after) || /^62\d{2}[ -]/.test(found)) && !REFERENCE.test(before.slice(-14))
  )
}
