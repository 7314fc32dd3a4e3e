import type { Finder } from './finder.ts'
import { RELATIVES } from './relatives.ts'

const NOT_NAMES =
  /^(?:not|on|in|the|a|an|and|is|was|wrong|spelled|spelt|misspelled|correct|incorrect|no|still|listed|missing|under|mine|too|also|already|registered|being|it|what)\b/

/** "I'm Very Disappointed", "This is Great Service", "Best Western": a heading's capitals, and houses. */
const NO_PERSON =
  /\b(?:very|really|so|too|not|just|still|such|great|good|bad|poor|best|worst|your|my|our|the|an|service|customer|support|team|sorry|happy|angry|appreciate|from|member|client|guest|user|owner|tenant|student|parent|patient|passenger|subscriber|manager|gold|silver|platinum|premium|prime|vip|deal|offer|plan|suite|room|hotel|inn|bank|club|airways|airlines|air|express|store|shop|market|street|road|station|airport|company|ltd|inc|app|online|free|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|english|chinese|i|i'm|it|it's|they|we|she|he|no|yes|please|never|again)\b|(?:able|ible|ful|less|ous|ely|lly|tly|inted|ting)\b/

const isPerson = (name: string): boolean => !NO_PERSON.test(name)

/** The same where every word must be written so: "This is Samsung quality?" */
export const isWholly = (name: string, it: string): boolean => name.length === it.length && isPerson(name)

const WORD = "[a-z\u00df-\u024f][a-z\u00df-\u024f'-]{1,20}"
const INITIALS = String.raw`(?:[a-z]\. ?){1,3}`
const STYLE = String.raw`(?:dr|mr|mrs|ms|miss|mx|prof|sir)\.? `
const PARTICLE = '(?:(?:de|la|van|der|von|den|bin|binti|ibn|al|el|da|dos|di|del|le|ter|du) ){0,2}'
/** "Tom Baker", "J. R. Smith", "Dr. Helen Cho", "Mr Cho", "Carlos de la Cruz". */
const PERSON = String.raw`(?:(?:${STYLE})?(?:${INITIALS}${WORD}|${WORD} (?:[a-z]\.? )?${PARTICLE}${WORD})|${STYLE}${WORD})`
/** As many words as a name may have; `proper` keeps those with capitals. */
const WORDS = String.raw`(?:${STYLE})?(?:${INITIALS})?${WORD}(?:,? (?:${WORD}|[a-z](?![a-z'])\.?)){0,3}`
const STOP = String.raw`(?= and\b| from\b| calling| here| speaking| again| with\b|[,.!?;:)\n—]|$| i\b| my\b| \()`

/** What stands before a private person's name. */
const BEFORE = [
  String.raw`(?:\bhis|\bher|\btheir|\bguest|\bpassenger|\bholder|\bson|\bdaughter|\bwife|\bhusband|\bmother|\bfather|\bpartner|'s)(?:'s)? (?:full |last |first |real )?(?:name|surname) (?:is|should be|was)`,
  String.raw`(?:\bmy|\bthe|\bour|\bhis|\bher) (?:last name|first name|surname|family name|maiden name|full name|correct name) (?:is|was|should be)`,
  String.raw`\bname (?:to|should (?:be|read|say)|on (?:it|the (?:ticket|booking|card|order|account|passport|reservation)) is|as)`,
  String.raw`\bname[^.!?\n]{0,20}, (?:it is|it's|is|should be)`,
  String.raw`\b(?:issued|addressed|registered|belongs?|assigned|made out) to`,
  String.raw`\b(?:booked|reserved|reservation|booking|ordered|registered|filed|it's|is|was) (?:is |was )?(?:under|in the name of)(?: the name(?: of)?)?`,
  String.raw`\bin the name of|\bunder the name(?: of)?`,
  String.raw`\b(?:account holder|card ?holder|policy ?holder|lead passenger|passenger|recipient|guest|patient|tenant|customer|attn|attention|deliver to|ship to|send to|c/o)(?: is|:| -)`,
  String.raw`\b(?:passport|licen[cs]e|ticket|booking|label|card|account|invoice|certificate|system|screen|letter) (?:says|said|reads|shows|has)`,
  String.raw`\bmy (?:[a-z]{2,12} )?(?:${RELATIVES.en}),?(?:'s| is| was| called| named| name is)?`,
  String.raw`\b(?:${RELATIVES.en})'s (?:full |last |first )?name,?`,
  String.raw`\bsigned,?`,
].join('|')

const AT_A_COLON = String.raw`\b(?:guest|passenger|patient|customer|recipient|tenant|member|buyer|client|attn|attention|deliver to|ship to|signed|contact|account holder):`

const GOODBYE =
  '(?:regards|sincerely|faithfully|truly|best wishes|wishes|best|yours|cheers|thanks|thank you|love|respectfully|cordially|gratefully|many thanks|signed|rgds|br)'
/** One word of feeling before a signature: "Disappointed, Rosalind Achterberg". */
const FEELING =
  '(?:disappointed|frustrated|angry|annoyed|upset|furious|unhappy|dissatisfied|fed up|tired|worried|concerned|confused|exhausted|desperate|impatient|hopeful|grateful|happy|satisfied|appalled|disgusted|waiting|an? (?:[a-z]+ ){0,2}(?:customer|guest|client|patient|passenger|tenant|member))'

/** Names in English texts: of customers and of those they bring in. Staff who are praised keep theirs. */
export const LATIN_NAMES: readonly Finder[] = [
  {
    what: 'name',
    needs: 'called',
    pattern: new RegExp(
      String.raw`(?:my (?:full |last |first )?name is|my name's|i am called|i'm called|they call me|the name is|name's|full name:?|name:|under the name(?: of)?) (?<it>(?:${STYLE})?(?:${INITIALS})?${WORD}(?:,? (?:[a-z]\.|${WORD})){0,2}?)(?= and\b| from\b|[,.!?;\n]|$| i\b| my\b)`,
      'g',
    ),
    holds: (found) => !NOT_NAMES.test(found.replace(/^.*?(?:is|'s|called|call me|:) /, '')),
  },
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(
      `(?:my (?:full )?name is|my name's|name:|i am called|i'm called|my name:) (?<it>${WORDS})`,
      'g',
    ),
    proper: isPerson,
  },
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(`(?:${BEFORE}) (?<it>${WORDS})`, 'g'),
    proper: isPerson,
  },
  {
    what: 'name',
    needs: 'named',
    pattern: new RegExp(`${AT_A_COLON} ?(?<it>${WORDS})`, 'g'),
    proper: isPerson,
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
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(String.raw`(?:\bthis is|\bi am|\bi'm|\bit's|\bi,) (?<it>${PERSON})${STOP}`, 'g'),
  },
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(String.raw`\b(?:this is|it's) (?<it>${WORD})(?= from\b| calling| here| speaking| again)`, 'g'),
  },
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(
      `^(?:hi|hello|hey|good (?:morning|afternoon|evening))?[ ,!.]{0,3}(?<it>${WORD} ${WORD}) here(?= |[,.!-])`,
      'g',
    ),
  },
  {
    what: 'name', // signed, and something after it
    needs: 'named',
    proper: isPerson,
    pattern: new RegExp(
      String.raw`\b(?:regards|sincerely|yours truly|yours faithfully)[,\n]\s{0,2}(?<it>${PERSON})(?=[,.\n]|$)`,
      'g',
    ),
  },
  {
    what: 'name', // a first name alone, after a greeting
    needs: 'named',
    proper: (name, it) => isWholly(name, it) && !/(?:ish|ese|[dlnrst]ian|rican)$/.test(name),
    pattern: new RegExp(
      String.raw`\b(?:hi|hello|hey|there|morning|afternoon|evening|team|all)[,!.]{0,2} (?:i'm|i am|it's|this is) (?<it>${WORD})(?=[,.!;\n]|$| and\b| i\b)`,
      'g',
    ),
  },
  {
    what: 'name', // initials with spaces between them stand before a surname and nowhere else
    needs: 'initials',
    proper: () => true,
    pattern: new RegExp(String.raw`(?<![a-z.]|[a-z] )[a-z]\. [a-z]\. (?:[a-z]\. )?${WORD}(?![a-z])`, 'g'),
  },
  {
    what: 'name',
    needs: 'signed',
    tail: true,
    proper: isWholly,
    pattern: new RegExp(String.raw`(?:${GOODBYE}[,.!]\s{0,3}|${GOODBYE}\n)(?<it>${PERSON})\.?\s*$`, 'g'),
  },
  {
    what: 'name',
    needs: 'signed',
    tail: true,
    proper: isWholly,
    pattern: new RegExp(
      String.raw`(?:\n(?:${GOODBYE}[,.!]?\n)?|${GOODBYE},?\n|\b${FEELING}[,.]\s{1,3}|[.!?,]? ?(?:[—–~]|--|(?<![^.!?\s])-) ?|\b(?:regards|sincerely|yours|faithfully),? )(?<it>${PERSON}|${WORD}(?: [a-z]\.)?)\.?\s*$`,
      'g',
    ),
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
