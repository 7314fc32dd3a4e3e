import { isPerson, isWholly, OF_A_THING, PERSON, WORD, WORDS } from './capitals.ts'
import type { Finder } from './finder.ts'
import { RELATIVES } from './relatives.ts'

/**
 * What a name stands behind, with hardly anything between. Where many words may lead up to few, it begins at the few and looks back:
 * that halved what it costs.
 */
const BEFORE = [
  String.raw`(?:i|he|she) goe?s? by|also known as|a\.?k\.?a\b\.?|nee`,
  '(?:people|friends|everyone|everybody) calls? me|(?:can|just|please) (?:call|address) me(?: as)?',
  'chang(?:e|ed|ing) (?:the |my |our )?(?:lead )?(?:passenger|guest|recipient|contact|addressee) to',
  'behalf of(?: the late| my [a-z-]{2,12},?)?|late(?= (?:mr|mrs|ms|miss|dr) )',
  String.raw`for(?= (?:dr|mr|mrs|ms|miss|mx|prof)\b)(?<=\b(?:booking|reservation|appointment|table|parcel|package|letter|delivery|it|this|that)(?: is|'s)? for)`,
  `for(?= ${PERSON}[,.])(?<=\\b(?:parcel|package|letter|prescription) for)`,
  String.raw`to(?<=\b(?:issued|addressed|registered|belongs?|assigned|made out|payable) to)`,
  String.raw`under(?<=\b(?:booked|reserved|reservation|booking|ordered|registered|filed|it's|is|was|be) (?:is |was )?under)`,
  String.raw`(?:says|said|reads|shows|has|as)(?<=\b(?:passport|licen[cs]e|ticket|booking|label|card|account|invoice|certificate|system|screen|letter|bell|doorbell|buzzer|mailbox|door|parcel|package|slip|receipt) [a-z]{2,5})`,
  `(?:my|our) (?:[a-z]{2,12} )?(?:${RELATIVES.en})(?: is| was| called| named)?`,
  String.raw`of (?:mine|ours)(?<=\b(?:${RELATIVES.en}) of (?:mine|ours))(?: called| named)?`,
  '(?:my|our|the|two|three) (?:kids|children|(?:grand)?sons|(?:grand)?daughters|twins|grandchildren|brothers|sisters|parents|flatmates|housemates|colleagues)(?: are| were| called| named)?',
  '(?:for|with|to|and|from) (?:grandma|grandpa|granny|gran|nan|mum|mom|dad|auntie)',
  String.raw`(?:wife|husband|hubby|mum|mom|dad|son|daughter)(?<=(?:^|[.!,] )\w{3,8})`,
  String.raw`with(?= (?:mr|mrs|ms|miss|dr|frau|herr|mme|madame|senora?)\b)(?<=\b(?:leave|left|leaving|drop(?:ped)?)(?: it| them| the [a-z]{3,8})? with)`,
  '(?:signed for|taken in|accepted|collected|picked up) by|signed|c/o',
].join('|')

/** What stands in forms, and before "is". */
const LABEL =
  '(?:account |card ?|policy ?|ticket ?|licen[cs]e ?|pass ?|booking ?|reservation ?)?holder|(?:lead )?passenger(?: \\d)?|recipient|beneficiary|payee|insured|applicant|claimant|consignee|addressee|(?:lead )?guest(?: \\d)?|patient|tenant|occupant|resident|individual|customer|client|member|buyer|sender|student|pupil|child|traveller|next of kin|attn|attention|fao|deliver to|ship to|send to|bill to|contact(?: person)?|verification|speaking|caller|passengers'

/** Those who serve keep their names. */
const SERVES =
  /\b(?:agent|rep|staff|guy|driver|waiter|waitress|server|barista|bartender|manager|operator|advis[eo]r|technician|engineer|courier|clerk|cashier|nurse|doctor|dentist|receptionist|employee|support|desk|counter|stylist|teacher|trainer|instructor|host|hostess|mechanic|plumber|you guys|your (?:man|lady|colleague)|who (?:served|helped)|call cent(?:er|re)|customer (?:service|care))\b[^\n]{0,40}$/
const TOLD_OF_MINE = new RegExp(
  String.raw`\b(?:(?:${RELATIVES.en})(?:'?s)?|collecting|picking (?:it |them )?up|signing|ring|call|phone|text|contact|whatsapp)\b[^\n]{0,90}$`,
)
const IN_YOUR_TEAM =
  / (?:from|in|at|on|with) (?:your|the) (?:[a-z]+ ){0,2}(?:team|department|desk|branch|store|shop|office|support|sales|billing)\b/
const PAPER =
  /\b(?:name|ticket|passport|booking|reservation|boarding pass|account|card|label|licen[cs]e|id|visa|badge|invoice|certificate|contract|policy)\b/

/** The masks of what is a person's, and what may stand between them and a name. */
const MASKS = String.raw`\[(?:phone|email|id|card|account|plate|date of birth|address|电话|邮箱|电子邮件)\]`
const AND_THEN = String.raw`(?: ?\([a-z -]{2,16}\))?(?: ?[,;:|/(>—-]{1,2})? ?(?:(?:born|d\.?o\.?b\.?|mobile|mob|phone|tel|cell|e-?mail|mail|passport|id|account|iban|card|address|plate|currently|on|at)(?: no| number| on)?[.:]? ?)?`
/** Letter by letter: "J U A R E Z". */
const LETTERS = '(?:(?: ?[-.,] ?| )[a-z](?![a-z])){2,14}'

/** Names that people in English texts give of others, or read in papers. Staff who are praised keep theirs. */
export const LATIN_OTHERS: readonly Finder[] = [
  {
    what: 'name', // "the name on the booking is …", "surname: …", "in the name of …"
    needs: 'called',
    pattern: new RegExp(
      String.raw`name(?<=(?:\b|sur|fore)name)(?:'?s)?(?: (?:is|was|to|from|as|of|should|be|reads?|says?|now|printed|shown|on|it|the|my|both|card|ticket|booking|order|account|passport|reservation|licen[cs]e|passenger|guest|patient|customer|holder|recipient)(?![a-z])){0,5}(?:[^.!?\n]{0,20}, (?:it is|it's|is|should be))?[ :=,>|"'(—-]{1,4}(?<it>${WORDS})`,
      'g',
    ),
    holds: (found, before) =>
      !OF_A_THING.test(before) &&
      !/(?:^name| both) (?:and|or|but)\b/.test(found) &&
      !(
        /(?:\bhis|\bher|\btheir|'s)(?: [a-z]{4,6})? $/.test(before) &&
        (SERVES.test(before) || IN_YOUR_TEAM.test(found))
      ),
    proper: isPerson,
  },
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:(?:${BEFORE})[ :,=>|"'(—-]{1,4}|(?:${LABEL})(?: is |,(?= (?:mr|mrs|ms|dr)\b) ?| ?[:=>|—-]{1,2} ?))(?<it>${WORDS})`,
      'g',
    ),
    holds: (found, before, after) => !IN_YOUR_TEAM.test(found + after) || !SERVES.test(before),
    proper: isPerson,
  },
  {
    what: 'name', // as it stands in papers, some words after them: "Passport no. …. It says … in there"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:correct (?:one |name |spelling )?is|(?:it|they|which|that) (?:says|said|say|reads?|shows?|has)) (?<it>${PERSON})|\b(?:printed|issued|spelt|spelled|written|shown|listed|saved|put|entered|misspel(?:led|t)|misprinted|recorded|showing|appears?|came (?:out|up)|typed)(?: (?:me|it|up|down|there|here))? (?:as|for) (?<own>${PERSON})`,
      'g',
    ),
    holds: (found, before) => PAPER.test(before + found),
    proper: isWholly,
  },
  {
    what: 'name', // "please change … to … on the ticket"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\bchang(?:e|ed|ing) (?:(?<it>${PERSON})(?= to )|(?:[^\n.\[]{0,24} )?\[name\] to (?<own>${PERSON}))`,
      'g',
    ),
    holds: (_, before, after) => PAPER.test(before) || PAPER.test(after),
    proper: isWholly,
  },
  {
    what: 'name', // whom to call: "ring Anjali on [phone]"
    needs: 'masked',
    pattern: new RegExp(
      String.raw`\b(?:ring|call|phone|text|contact|reach|whatsapp|message|ask for|speak to) (?<it>${PERSON}|${WORD})(?=(?:,? my [a-z-]{2,14},?)? (?:(?:on|at) )?\[phone\]|(?<=\[phone\],? (?:and |please |pls )?ask for [^\n.]{2,40}))`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // "add … as a driver", "take …'s number off my file"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:remove|delete|take|add|register|list|put|change|update) (?<own>${PERSON}|[a-z]{3,20}(?='s))(?= as (?:an? |the |my )?(?:[a-z]+ )?(?:driver|passenger|user|guest|contact|beneficiary|member|holder)\b|'s (?:number|mobile|phone|e-?mail|address|name|details|card) (?:off|from|on|to|in) (?:my|the|our|this|file)\b)`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // told of by a pronoun: "my dad's number is …, he's called …"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:(?:he|she)(?:'?s| is) (?:called|named)|(?:his|her) name'?s|(?:collecting|picking (?:it |them )?up|signing)[a-z ]{0,12} (?:is called|is)) (?<it>${PERSON}|${WORD})(?=[,.;!?)\n]|$| and\b| he\b| she\b)|\b(?:he|she)(?:'s| is) (?<own>${PERSON})(?=[,.;!?)\n]|$| and\b)`,
      'g',
    ),
    holds: (found, before) => TOLD_OF_MINE.test(before + found) && !SERVES.test(before),
    proper: isWholly,
  },
  {
    what: 'name', // before what is masked: "callback: Lorraine Pettigrew, [phone]"; in Chinese texts too
    needs: 'masked',
    pattern: new RegExp(String.raw`(?<=^|[,.:;!?(|/—>\n-] ?)(?<it>${PERSON})(?=${AND_THEN}${MASKS})`, 'g'),
    proper: isWholly,
  },
  {
    what: 'name', // behind it: "[account], Yousef Al Mazrouei", "it's [name] again, Gary Thistlewood", "not [name]. Stiofán."
    needs: 'masked',
    pattern: new RegExp(
      String.raw`\[(?:phone|email|id|card|account|plate|date of birth|name)\](?: again| here| with [a-z ]{1,10})?\)?(?: \(\d{1,2}\))?[,;:|/.(—-]{0,2}(?:(?<=name\](?: \(\d{1,2}\))?) (?:and|&) |[ \n])(?<it>${PERSON}|(?<=\bnot \[name\]. )${WORD}|(?<=\[name\], )${WORD}(?= with | as in )|(?<=\) (?:and|&) )${WORD})(?=[,;|/).\n—-]|$| \(| with | as in | - )`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // "it's Marcus, Marcus Dellaquila"
    needs: 'named',
    pattern: new RegExp(
      String.raw`[,.](?<=(?<![a-z])(?<first>[a-z]{2,20})[,.]) ?(?<it>\k<first> (?:[a-z]\.? )?${WORD})(?=[,.!?\n]|$)`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // "the present is for Wanjiru, my sister"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:for|to|with|by|is|and|from|about|call|ring) (?<it>${PERSON}|${WORD})(?=,? \(?(?:my|our) (?:${RELATIVES.en})\b)`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // spelled: "it's Petra, P-E-T-R-A", "spelled J U A R E Z"
    needs: 'called',
    pattern: new RegExp(
      String.raw`\b(?:spel(?:l|t|led|ling)?\b[^\n]{0,24}?(?<![a-z])(?<own>[a-z]${LETTERS})|(?:it'?s|i'm|this is|name is|name's|name|called)[ :]{1,2}(?<it>(?<letter>[a-z])[a-z'-]{1,20}(?: [a-z]{2,20}){0,2}[,:;]? \(?\k<letter>${LETTERS}))`,
      'g',
    ),
  },
  {
    what: 'name', // put right: "should be …, not …"
    needs: 'named',
    pattern: new RegExp(
      `(?:should (?:be|read|say)|spell(?:ed|t)|it's|it is|instead of) (?<it>${WORD}(?: ${WORD}){0,2}?)(?=,? (?:and )?not (?:${WORD})|,? but |,? instead of)`,
      'g',
    ),
    holds: (found, before, after) => isCorrection(`${before}${found}${after}`),
    proper: isPerson,
  },
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(String.raw`(?:\bnot|instead of) (?<it>${WORDS})`, 'g'),
    holds: (found, before) => /(?:\[name\]|\[姓名\]),? (?:and |but )?$/.test(before) || isCorrection(before + found),
    proper: isPerson,
  },
]

/** Whether a correction is of a name: one stands near, or both sides share the beginning or the end of a word. */
function isCorrection(said: string): boolean {
  if (/\b(?:name|surname|spell(?:ed|t|ing)?|misspelled)\b/.test(said)) return true
  const [, right = '', wrong = ''] =
    /(?:be|is|it's|say|read) ([a-z' -]{3,40}),? (?:and )?not ([a-z' -]{3,40})/.exec(said) ?? []
  const ends = (words: string) =>
    words
      .split(' ')
      .filter((word) => word.length > 3)
      .flatMap((word) => [word.slice(0, 4), word.slice(-4)])
  const known = new Set(ends(right))
  return ends(wrong).some((end) => known.has(end))
}
