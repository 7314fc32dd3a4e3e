import { Told } from '../../words/told.ts'

/** The record cannot be reached or started. It is one line for the operator and ends with the remedy. */
export class DatabaseUnavailable extends Told {
  readonly code = 'database_unavailable'
  override readonly name = 'DatabaseUnavailable'
}

/** The literal `code` of a system or PostgreSQL error, or null when the value has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
