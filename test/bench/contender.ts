/** One ordinary answer, two ways: through the product, and by hand with the same writes. Both work on the same tables. */

/** A customer who has been asked, and the message that asked them. */
export interface Asked {
  customer: string
  message: string
}

export interface Contender {
  name: string
  /** A customer rates with 4: one turn, from the event to its commit. */
  rate(asked: Asked): Promise<void>
  /** Resolves when everything that was to be sent has been sent and settled. */
  drain(): Promise<void>
  /** Waits for the database since the start. */
  waits(): number
  close(): Promise<void>
}

export const CHANNEL = 'null'
export const connections = 12
