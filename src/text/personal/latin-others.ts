import { isPerson, isWholly, PERSON, WORD, WORDS } from './capitals.ts'
import type { Finder } from './finder.ts'
import { RELATIVES } from './relatives.ts'

/** What stands before a private person's name. */
const BEFORE = [
  String.raw`\b(?:sur)?name[^.!?\n]{0,20}, (?:it is|it's|is|should be)`,
  String.raw`(?:\bhis|\bher|\btheir|\bguest|\bpassenger|\bholder|\bson|\bdaughter|\bwife|\bhusband|\bmother|\bfather|\bpartner|'s)(?:'s)? (?:full |last |first |real )?(?:name|surname) (?:is|should be|was)`,
  String.raw`(?:\bmy|\bthe|\bour|\bhis|\bher) (?:last name|first name|surname|family name|maiden name|full name|correct name) (?:is|was|should be)`,
  String.raw`\b(?:customer|client|guest|patient|passenger|student|child|account|booking|card ?holder|traveller|traveler|member|recipient|sender|tenant|policy ?holder|contact)(?:'s)? name(?:'s| is|:)?`,
  String.raw`\bname on (?:the |my )?[a-z]{3,12}:`,
  String.raw`\b(?:i go by|(?:people|friends|everyone|everybody) calls? me|(?:can|just|please) (?:call|address) me(?: as)?|(?:surname|last name|first name|given names?|family name|forename|maiden name):?|chang(?:e|ed|ing) (?:the |my |our )?(?:lead )?(?:passenger|guest|recipient|contact|addressee)(?: name)? to|on behalf of (?:my [a-z-]{2,12},?)?)`,
  String.raw`\b(?:booking|reservation|appointment|table|parcel|package|letter|delivery) (?:is )?for(?= (?:dr|mr|mrs|ms|miss|mx|prof)\b)`,
  String.raw`\bname (?:to|should (?:be|read|say)|on (?:it|the (?:ticket|booking|card|order|account|passport|reservation)) is|as)`,
  String.raw`\b(?:issued|addressed|registered|belongs?|assigned|made out) to`,
  String.raw`\b(?:booked|reserved|reservation|booking|ordered|registered|filed|it's|is|was|be) (?:is |was )?(?:under|in the name of)(?: the name(?: of)?)?`,
  String.raw`\bin (?:the )?name of|\bunder the name(?: of)?`,
  String.raw`\b(?:account holder|card ?holder|policy ?holder|(?:ticket|licen[cs]e|pass|booking|reservation) ?holder|lead passenger|passenger|recipient|consignee|addressee|guest|patient|tenant|customer|attn|attention|deliver to|ship to|send to|c/o)(?: is|:| -|,(?= (?:mr|mrs|ms|dr)\b))`,
  '(?:^|[.!,] )(?:wife|husband|hubby|mum|mom|dad|son|daughter)',
  String.raw`\b(?:passport|licen[cs]e|ticket|booking|label|card|account|invoice|certificate|system|screen|letter|bell|doorbell|buzzer|mailbox|door|parcel|package|slip|receipt) (?:says|said|reads|shows|has|as)`,
  String.raw`\b(?:my|our) (?:[a-z]{2,12} )?(?:${RELATIVES.en}),?(?:'s| is| was| called| named| name is)?`,
  String.raw`\b(?:${RELATIVES.en})'s (?:full |last |first )?name,?`,
  String.raw`\bsigned,?`,
].join('|')

const AT_A_COLON = String.raw`\b(?:guest|passenger|patient|customer|recipient|consignee|addressee|tenant|member|buyer|client|attn|attention|deliver to|ship to|signed|contact|account holder|account name|verification|sender):`

/** Those who serve keep their names. */
const SERVES =
  /\b(?:agent|rep|staff|guy|driver|waiter|waitress|server|barista|bartender|manager|operator|advis[eo]r|technician|engineer|courier|clerk|cashier|nurse|doctor|dentist|receptionist|employee|support|desk|counter|stylist|teacher|trainer|instructor|host|hostess|mechanic|plumber|you guys|your (?:man|lady|colleague)|who (?:served|helped)|call cent(?:er|re)|customer (?:service|care))\b[^\n]{0,40}$/
const TOLD_OF_MINE = new RegExp(
  String.raw`\b(?:(?:${RELATIVES.en})(?:'?s)?|collecting|picking (?:it |them )?up|signing)\b[^\n]{0,90}$`,
)
const IN_YOUR_TEAM =
  / (?:from|in|at|on|with) (?:your|the) (?:[a-z]+ ){0,2}(?:team|department|desk|branch|store|shop|office|support|sales|billing)\b/
const PAPER =
  /\b(?:name|ticket|passport|booking|reservation|boarding pass|account|card|label|licen[cs]e|id|visa|badge|invoice|certificate|contract|policy)\b/

/** Before a number or an address that is masked: "callback: Lorraine Pettigrew, [phone]"; in Chinese texts too. */
const BESIDE_MASKED = new RegExp(
  String.raw`(?<=^|[,.:;!?] ?)(?<it>${PERSON})(?=,? ?\[(?:phone|email|电话|邮箱|电子邮件)\])`,
  'g',
)

/** Names that people in English texts give of others, or read in papers. Staff who are praised keep theirs. */
export const LATIN_OTHERS: readonly Finder[] = [
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(`(?:${BEFORE}) (?<it>${WORDS})`, 'g'),
    holds: (found, before, after) =>
      !/^(?:his|her|their|'s) /.test(found) || !(SERVES.test(before) || IN_YOUR_TEAM.test(found + after)),
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
    what: 'name',
    needs: 'named',
    pattern: new RegExp(`${AT_A_COLON} ?(?<it>${WORDS})`, 'g'),
    proper: isPerson,
  },
  {
    what: 'name', // "please change … to … on the ticket"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\bchang(?:e|ed|ing) (?:(?<it>${PERSON})(?= to )|\[name\] to (?<own>${PERSON}))`,
      'g',
    ),
    holds: (_, before, after) => PAPER.test(before) || PAPER.test(after),
    proper: isWholly,
  },
  {
    what: 'name', // whom to call: "ring Anjali on [phone]"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:ring|call|phone|text|contact|reach|whatsapp|message|ask for|speak to) (?<it>${PERSON}|${WORD})(?=(?:,? my [a-z-]{2,14},?)? (?:(?:on|at) )?\[phone\]|(?<=\[phone\],? (?:and |please |pls )?ask for [^\n.]{2,40}))|\b(?:remove|add|register|list|put) (?<own>${PERSON})(?= as (?:an? |the |my )?(?:[a-z]+ )?(?:driver|passenger|user|guest|contact|beneficiary|member|holder)\b)`,
      'g',
    ),
    proper: isWholly,
  },
  {
    what: 'name', // told of by a pronoun: "my dad's number is …, he's called …"
    needs: 'named',
    pattern: new RegExp(
      String.raw`\b(?:(?:he|she)(?:'?s| is) (?:called|named)|(?:his|her) name'?s|(?:collecting|picking (?:it |them )?up|signing)[a-z ]{0,12} (?:is called|is)) (?<it>${PERSON}|${WORD})(?=[,.;!?)\n]|$| and\b| he\b| she\b)`,
      'g',
    ),
    holds: (found, before) => TOLD_OF_MINE.test(before + found) && !SERVES.test(before),
    proper: isWholly,
  },
  ...(['named', 'masked'] as const).map(
    (needs): Finder => ({ what: 'name', needs, pattern: BESIDE_MASKED, proper: isWholly }),
  ),
  {
    what: 'name', // "it's Marcus, Marcus Dellaquila"
    needs: 'named',
    pattern: new RegExp(String.raw`\b(?<first>[a-z]{2,20}), ?(?<it>\k<first> ${WORD})(?=[,.!?\n]|$)`, 'g'),
    proper: isWholly,
  },
  {
    what: 'name', // the whole name behind the short one: "it's Gaz again, Gary Thistlewood"
    needs: 'named',
    pattern: new RegExp(String.raw`\[name\] (?:again|here),? (?<it>${PERSON})(?=[,.!\n]|$)`, 'g'),
    proper: isWholly,
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
