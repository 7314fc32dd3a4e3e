import { INITIALS, isPerson, isWholly, OF_A_THING, PERSON, STOP, STYLE, WORD } from './capitals.ts'
import type { Finder } from './finder.ts'

const NOT_NAMES =
  /^(?:not|on|in|the|a|an|and|is|was|wrong|spelled|spelt|misspelled|correct|incorrect|no|still|listed|missing|under|mine|too|also|already|registered|being|it|what)\b/

const GOODBYE =
  '(?:regards|sincerely|faithfully|truly|best wishes|wishes|best|yours|cheers|(?:thanks|thank you|thx)(?: in advance| again| a lot| so much)?|ta|tia|bye|take care|love|respectfully|cordially|gratefully|many thanks|signed|rgds|br)'
const GREETING =
  "(?:hi|hello|hey|hiya|heya|yo|dear|g'day|good day|namaste|howdy|greetings|bonjour|salut|ciao|hola|ola|hallo|guten tag|hej|salaam|salam)"
/** One word of feeling before a signature: "Disappointed, Rosalind Achterberg". */
const FEELING =
  '(?:disappointed|frustrated|angry|annoyed|upset|furious|unhappy|dissatisfied|fed up|tired|worried|concerned|confused|exhausted|desperate|impatient|hopeful|grateful|happy|satisfied|appalled|disgusted|waiting|an? (?:[a-z]+ ){0,2}(?:customer|guest|client|patient|passenger|tenant|member))'

/** Names that people in English texts give as their own, and sign with. */
export const LATIN_NAMES: readonly Finder[] = [
  {
    what: 'name',
    needs: 'called',
    pattern: new RegExp(
      String.raw`\b(?:my (?:full |last |first |good )?name is|my name's|(?:i am|i'm) called|they call me|the name is|name's|full name:?|name(?: as printed| on (?:the )?(?:card|ticket|passport|booking|account))?(?:(?: ?[:=]| -| as printed:)|(?<=card|printed)(?= (?:mr|mrs|ms|miss|dr)\b))|holder:|under the name(?: of)?)(?: |(?<=[:=-]) ?)(?<it>(?:${STYLE})?(?:${INITIALS})?${WORD}(?:,? (?:[a-z]\.?(?![a-z])|${WORD})){0,3}?)(?= and\b| from\b| but\b|[,.!?;\n()]| \(|$| i\b| my\b)`,
      'g',
    ),
    holds: (_, before, __, it) => !NOT_NAMES.test(it) && isPerson(it) && !OF_A_THING.test(before),
  },
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(
      String.raw`\b(?:i(?:'m| am) (?:the|a|your) [a-z ]{3,30},|this is|i am|i'?m|it's|i,|myself,?|you(?:'re| are) (?:speaking|talking|chatting) (?:to|with)|am(?<=^am)|here(?<=^[a-z ]{2,16}[,!.]{1,2} here)|(?:hi|hey|hello)[,!]? its(?<=^.{0,11})) (?<it>${PERSON})${STOP}`,
      'g',
    ),
  },
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(
      String.raw`\b(?:(?:this is|it's|its|it is) (?<it>${WORD})(?= from\b| calling| here| speaking| again|, (?:i|my|we|hit|call|text|ring|can|could|please|pls)\b| with (?:an?|one|two|double|no) ['"]?[a-z]{1,2}(?![a-z]))|myself,? (?<own>${WORD})(?= from\b|, i\b))`,
      'g',
    ),
  },
  {
    what: 'name',
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(
      `^(?:${GREETING}(?: there| all| team)?|(?:good )?(?:morning|afternoon|evening))[ ,!.]{1,2}(?<own>${WORD}) here(?=[,.!]| from| again|$)|^(?:${GREETING}(?: there| all| team)?|(?:good )?(?:morning|afternoon|evening))?[ ,!.]{0,3}(?<it>${PERSON}) (?:here|speaking|again|writing|calling|this side|on the (?:line|phone))(?= |[,.!-]|$)`,
      'g',
    ),
  },
  {
    what: 'name', // a first name alone, and then what is one's own: "I'm Suresh and my account is locked"
    needs: 'named',
    proper: (name, it) => isWholly(name, it) && !/(?:ish|ese|[dlnrst]ian|rican|[^m]ed|ing)$/.test(name),
    pattern: new RegExp(
      `(?:^|[.?!] )(?:i(?:'m| am)|this is(?<=^.{0,12})) (?<it>${WORD})(?= and (?:my|i)\\b|, (?:my|i|we|from|room|order|booking)\\b|(?<=^this is [a-z]{4,20})\\. [a-z])`,
      'g',
    ),
  },
  {
    what: 'name',
    needs: 'called',
    proper: isWholly,
    pattern: new RegExp(`(?:^|[.!,] )(?<it>${PERSON}|${WORD}) is my name`, 'g'),
  },
  {
    what: 'name', // in a list: "Name Oscar Lindh / phone …"
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(`^(?:patient|passenger|tenant|card ?holder) (?<it>${PERSON})(?= ?[/|,.\\n]|$)`, 'g'),
  },
  {
    what: 'name', // at the head, before a room, a flat or a booking
    needs: 'named',
    proper: isWholly,
    pattern: new RegExp(
      `^(?:mr\\.? (?:&|and) )?(?<it>${PERSON}), (?=(?:room|flat|apartment|unit|booking|order|account|ref|policy|ticket|seat)\\b)`,
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
      String.raw`(?:\n(?:${GOODBYE}[,.!]?\n)?|${GOODBYE},?\n|\b${FEELING}[,.]\s{1,3}|[.!?,]? ?(?:[—–~]|--|(?<![^.!?\s])-) ?|\b(?:regards|rgds|sincerely|yours|faithfully),? |\byours,? an? (?:[a-z]{2,14} ){1,3}|\[(?:phone|email|address)\][,.]? (?:many )?(?:thanks|thank you|thx),? |\b(?:cheers(?: mate)?|best|love|warmly), )(?<it>${PERSON}|${WORD}(?: [a-z]\.?)?)\.?\s*$`,
      'g',
    ),
  },
]
