import { say, type Values, type WordId } from './say.ts'

/** An error that whoever meets it is told in their language; its message is the English. */
export class Told extends Error {
  readonly is: WordId
  readonly values: Values

  constructor(is: WordId, values: Values = {}) {
    super(say('en', is, values))
    this.is = is
    this.values = values
  }
}
