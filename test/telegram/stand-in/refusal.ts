/** An answer of the Bot API that is not ok. */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | null
  constructor(code: number, description: string, retryAfter: number | null = null) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}

export const bad = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`)
