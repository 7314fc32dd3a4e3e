import type { Finder } from './finder.ts'

const ENDING =
  '(?:com|net|org|edu|gov|info|io|co|cn|tw|hk|de|uk|me|jp|kr|sg|my|au|ca|fr|nz|ie|in|us|ai|dev|app)(?![a-z0-9])'
const PROVIDER = '(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|qq|163|126|foxmail|sina|hinet|proton|live)'
const DOT = String.raw`(?: dot | ?[([]dot[)\]] ?| ?点 ?|\.)`
const AT = String.raw`(?: at | ?[([](?:at|小老鼠|艾特)[)\]] ?| ?(?:艾特|小老鼠) ?)`
const JOIN = '(?: (?:dot|underscore|dash|hyphen|plus) | ?点 ?)'

/** Mail addresses, as written and as spelled out. */
export const MAIL: readonly Finder[] = [
  {
    what: 'email',
    needs: '@',
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}(?: \. [a-z0-9_%+-]{1,30}){0,3} ?@ ?[a-z0-9-]{1,63}(?:(?:\.| \. )[a-z0-9-]{1,63}){1,4}/g,
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
]
