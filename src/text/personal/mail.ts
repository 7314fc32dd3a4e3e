import type { Finder } from './finder.ts'

const ENDING =
  '(?:com|net|org|edu|gov|info|io|co|cn|tw|hk|de|uk|me|jp|kr|sg|my|au|ca|fr|nz|ie|in|us|ai|dev|app)(?![a-z0-9])'
const PROVIDER =
  '(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|qq|163|126|139|foxmail|sina|sohu|aliyun|hinet|kimo|proton|protonmail|live|aol|gmx)'
/** The sign and the dot in brackets or as words of no other use: what stands around them is an address, however it ends. */
const SIGNED_AT = String.raw`(?: ?[([](?:at|小老鼠|艾特)[)\]] ?| ?(?:艾特|小老鼠|圈a|a圈) ?)`
const SPELLED_DOT = String.raw`(?: (?:dot|point|period) | ?[([]dot[)\]] ?| ?点 ?)`
const AT = `(?: at |${SIGNED_AT})`
const DOT = String.raw`(?:${SPELLED_DOT}|\.)`
const JOIN = '(?: (?:dot|point|underscore|dash|hyphen|plus) | ?点 ?)'

/** Mail addresses, as written and as spelled out. */
export const MAIL: readonly Finder[] = [
  {
    what: 'email',
    needs: '@',
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}(?: \. [a-z0-9_%+-]{1,30}){0,3}(?:。[a-z0-9_]{1,30}(?=@[a-z0-9-]{1,63}。))? ?@ ?[a-z0-9-]{1,63}(?:(?:\.|。| \. )[a-z0-9-]{1,63}){1,4}/g,
  },
  {
    what: 'email', // a slip of the finger after the provider's name: "@gmail", "@gmail,com"
    needs: '@',
    pattern: new RegExp(
      `(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?@ ?${PROVIDER}(?:[ ,。]{1,2}com)?(?![a-z0-9])`,
      'g',
    ),
  },
  {
    what: 'email',
    needs: 'spelled',
    pattern: new RegExp(
      `(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{0,40}(?:${JOIN}[a-z0-9]{1,30}){0,3}${AT}[a-z0-9-]{1,40}(?:${DOT}${ENDING}){1,2}`,
      'g',
    ),
  },
  {
    what: 'email', // said with signs in brackets or words for both, it ends as it likes: "rosa [at] outlook [dot] es"
    needs: 'spelled',
    pattern: new RegExp(
      `(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{0,40}(?:${AT}[a-z0-9-]{1,40}(?:${SPELLED_DOT}[a-z]{2,6}){1,2}|${SIGNED_AT}[a-z0-9-]{1,40}(?:\\.[a-z]{2,6}){1,2})(?![a-z0-9])`,
      'g',
    ),
  },
  {
    what: 'email', // another sign for the one that a form would not take: "pony77#kimo.com"
    needs: 'spelled',
    pattern: new RegExp(
      `(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{1,40} ?(?:# ?[a-z0-9-]{2,40}|[*&$~] ?${PROVIDER})(?:\\.${ENDING}){1,2}`,
      'g',
    ),
  },
]
