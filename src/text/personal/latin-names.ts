import type { Finder } from './finder.ts'

/** "I'm Very Disappointed", "This is Great Service", "Best Western": a heading's capitals, and houses. */
const NO_PERSON =
  /\b(?:very|really|so|too|not|just|still|such|great|good|bad|poor|best|worst|your|my|our|the|an|service|customer|support|team|sorry|happy|angry|appreciate|from|member|client|guest|user|owner|tenant|student|parent|patient|passenger|subscriber|manager|gold|silver|platinum|premium|prime|vip|deal|offer|plan|suite|room|hotel|inn|bank|club|airways|airlines|air|express|store|shop|market|street|road|station|airport|company|ltd|inc|app|online|free|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|english|chinese|i|i'm|it|it's|they|we|she|he|nobody|somebody|someone|everybody|everyone|anybody|anyone|nothing|everything|there|this|that|what|when|where|why|who|how|no|yes|please|never|again|pure|utter|total|complete|absolute|nonsense|rubbish|garbage|trash|joke|scam|fraud|asap|today|tomorrow|back|customers?|dear|executive|officer|financial|operating|nurse|engineer|valued|payment|declined|platform|pending|error|order|delivered|shipped|status|refund|failed|cancel(?:l?ed)?|invalid|expired|gate|level|zone|row|seat|out|stock|highly|extremely|deeply|totally|access|denied|unavailable|blocked|suspended|locked|closed|confirmed|processing|completed|approved|rejected|verified|unknown|return|sender|delivery|transit|business|standard|economy|class|royal|mail|post|parcel|ups|dhl|fedex|amazon|google|apple|samsung|microsoft|visa|paypal|ebay|netflix|uber|staff|only|private|exit|proof|breakfast|included|western|eastern|done|here|kind|regards|thanks?|many|warm|cheers|hello|hi|hey|call|text|phone|email|whatsapp|american|british|national|city|county|limited|llc|gmbh|group|centre|center|house|flat|this|that|what|when|where|why|how|after|before|since|only|also|and|but|or|if|to|for|with|on|in|at|first|second|last|next|new|old|full|half|total|order|invoice|model|item|size|plus|pro|max|ultra|mini|prime|help|desk|lost|property|residents|association|concierge|reception|world|war|name|surname|firstname|lastname|maiden|two|three|four|five)\b|(?:able|ible|ful|less|ous|ely|lly|tly|inted|ting|ness|fied)\b/
/** What has a name and is nobody: "product name: …". */
const OF_A_THING =
  /\b(?:brand|product|company|business|hotel|shop|store|file|domain|model|street|drug|medicine|restaurant|trade|show|event|project|team|place|network|wifi|device|item|pet|dog|cat|puppy|host|server|tariff|plan|course|school|building)(?:'s)? $/
/** A word that may be a name. */
const WORD = "[a-z\u00df-\u024f][a-z\u00df-\u024f'-]{1,20}"
/** "J. R. " */
const INITIALS = String.raw`(?:[a-z]\. ?){1,3}`
/** "Mr. " */
const STYLE = String.raw`(?:dr|mr|mrs|ms|miss|mx|prof|sir|frau|herr|mme|madame|monsieur|mlle|senora?|srta|sra|signora?|mevrouw|encik|puan|cik|tuan|khun|pani|chief|engr?|pastor|rev|reverend|capt|captain|barr|alhaj[ia]|hajia|atty|adv|sgt|dato|datuk|smt|shri|sri)\.? `

const NOT_NAMES =
  /^(?:not|on|in|the|a|an|and|is|was|wrong|spelled|spelt|misspelled|correct|incorrect|no|still|listed|missing|under|mine|too|also|already|registered|being|it|what)\b/
/** Letter by letter: "J U A R E Z". */
const LETTERS = '(?:(?: ?[-.,] ?| )[a-z](?![a-z])){2,14}'

/** Names in Latin letters that are introduced as such, whatever the language around them; the others are learned (`learned`). */
export const LATIN_NAMES: readonly Finder[] = [
  {
    what: 'name',
    needs: 'called',
    pattern: new RegExp(
      String.raw`\b(?:my (?:full |last |first |good )?name is|my name's|(?:i am|i'm) called|they call me|the name is|name's|full name:?|name(?: as printed| on (?:the )?(?:card|ticket|passport|booking|account))?(?:(?: ?[:=]| -| as printed:)|(?<=card|printed)(?= (?:mr|mrs|ms|miss|dr)\b))|holder:|under the name(?: of)?)(?: |(?<=[:=-]) ?)(?<it>(?:${STYLE})?(?:${INITIALS})?${WORD}(?:,? (?:[a-z]\.?(?![a-z])|${WORD})){0,3}?)(?= and\b| from\b| but\b|[,.!?;\n()]| \(|$| i\b| my\b)`,
      'g',
    ),
    holds: (_, before, __, it) => !NOT_NAMES.test(it) && !NO_PERSON.test(it) && !OF_A_THING.test(before),
  },
  {
    what: 'name', // spelled: "it's Petra, P-E-T-R-A", "spelled J U A R E Z"
    needs: 'called',
    pattern: new RegExp(
      String.raw`\b(?:spel(?:l|t|led|ling)?\b[^\n]{0,24}?(?<![a-z])(?<own>[a-z]${LETTERS})|(?:it'?s|i'm|this is|name is|name's|name|called)[ :]{1,2}(?<it>(?<letter>[a-z])[a-z'-]{1,20}(?: [a-z]{2,20}){0,2}[,:;]? \(?\k<letter>${LETTERS}))`,
      'g',
    ),
  },
]
