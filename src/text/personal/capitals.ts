/** "I'm Very Disappointed", "This is Great Service", "Best Western": a heading's capitals, and houses. */
const NO_PERSON =
  /\b(?:very|really|so|too|not|just|still|such|great|good|bad|poor|best|worst|your|my|our|the|an|service|customer|support|team|sorry|happy|angry|appreciate|from|member|client|guest|user|owner|tenant|student|parent|patient|passenger|subscriber|manager|gold|silver|platinum|premium|prime|vip|deal|offer|plan|suite|room|hotel|inn|bank|club|airways|airlines|air|express|store|shop|market|street|road|station|airport|company|ltd|inc|app|online|free|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|easter|christmas|english|chinese|i|i'm|it|it's|they|we|she|he|nobody|somebody|someone|everybody|everyone|anybody|anyone|nothing|everything|there|this|that|what|when|where|why|who|how|no|yes|please|never|again|pure|utter|total|complete|absolute|nonsense|rubbish|garbage|trash|joke|scam|fraud|asap|today|tomorrow|back|customers?|dear|executive|officer|financial|operating|nurse|engineer|valued|payment|declined|platform|pending|error|order|delivered|shipped|status|refund|failed|cancel(?:l?ed)?|invalid|expired|gate|level|zone|row|seat|out|stock|highly|extremely|deeply|totally|access|denied|unavailable|blocked|suspended|locked|closed|confirmed|processing|completed|approved|rejected|verified|unknown|return|sender|delivery|transit|business|standard|economy|class|royal|mail|post|parcel|ups|dhl|fedex|amazon|google|apple|samsung|microsoft|visa|paypal|ebay|netflix|uber|staff|only|private|exit|proof|breakfast|included|western|eastern|done|here|kind|regards|thanks?|many|warm|cheers|hello|hi|hey|call|text|phone|email|whatsapp|american|british|national|city|county|limited|llc|gmbh|group|centre|center|house|flat|this|that|what|when|where|why|how|after|before|since|only|also|and|but|or|if|to|for|with|on|in|at|first|second|last|next|new|old|full|half|total|order|invoice|model|item|size|plus|pro|max|ultra|mini|prime|help|desk|lost|property|residents|association|concierge|reception|world|war|name|surname|firstname|lastname|maiden|two|three|four|five)\b|(?:able|ible|ful|less|ous|ely|lly|tly|inted|ting|ness|fied)\b/

/** Whether words with capitals are somebody's name. */
export const isPerson = (name: string): boolean => !NO_PERSON.test(name)

/** The same where every word must be written so: "This is Samsung quality?" */
export const isWholly = (name: string, it: string): boolean => name.length === it.length && isPerson(name)

/** What has a name and is nobody: "product name: …". */
export const OF_A_THING =
  /\b(?:brand|product|company|business|hotel|shop|store|file|domain|model|street|drug|medicine|restaurant|trade|show|event|project|team|place|network|wifi|device|item|pet|dog|cat|puppy|host|server|tariff|plan|course|school|building)(?:'s)? $/

/** A word that may be a name. */
export const WORD = "[a-z\u00df-\u024f][a-z\u00df-\u024f'-]{1,20}"
/** "J. R. " */
export const INITIALS = String.raw`(?:[a-z]\. ?){1,3}`
/** "Mr. " */
export const STYLE = String.raw`(?:dr|mr|mrs|ms|miss|mx|prof|sir|frau|herr|mme|madame|monsieur|mlle|senora?|srta|sra|signora?|mevrouw|encik|puan|cik|tuan|khun|pani|chief|engr?|pastor|rev|reverend|capt|captain|barr|alhaj[ia]|hajia|atty|adv|sgt|dato|datuk|smt|shri|sri)\.? `
const PARTICLE = '(?:(?:de|la|van|der|von|den|bin|binti|bint|ibn|al|el|da|dos|di|del|le|ter|du|e|y) ){0,2}'
/** A name does not go on with these. */
const ON = String.raw`(?!(?:from|on|at|in|with|and|to|for|the|of|is|was|but|or|by|my|we|not|as|here)\b)`
/** "Tom Baker", "J. R. Smith", "Dr. Helen Cho", "Mr Cho", "Carlos de la Cruz". */
export const PERSON = String.raw`(?:(?:${STYLE})?(?:${INITIALS}${WORD}|${WORD} (?:[a-z]\.? )?${ON}${PARTICLE}${WORD}(?: ${ON}${PARTICLE}${WORD}){0,2}?)|${STYLE}${WORD})`
/** As many words as a name may have; `proper` keeps those with capitals. */
export const WORDS = String.raw`(?:${STYLE})?(?:[a-z](?:\. ?| )){0,3}${WORD}(?:(?:,(?! (?:the|an?|and|but|or|my|his|her|our|flat|apt|unit|no|not|i|who|he|she|it|they|we|please|in|at|on|for|from|with|is)\b))? (?:${WORD}|[a-z](?![a-z'])\.?)(?: (?:${WORD}|[a-z](?![a-z'])\.?)){0,2})?`
/** What a name ends before. */
export const STOP = String.raw`(?= and\b| from\b| calling| here| speaking| again| with\b| po\b| this side| btw| by the way| the\b| but\b| on\b| order| ref\b| booking|[,.!?;:)\n—]|$| i\b| my\b| \(| - )`
