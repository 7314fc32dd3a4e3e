/** What an error of the database means for a turn. */
import pg from 'pg'

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/** Lost against another turn and may be played again: serialisation, deadlock, somebody else made the same row first. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(error) ?? '')

/** The connection to the database broke, or there was none to be had. */
class Disconnected extends Error {
  override readonly name = 'Disconnected'
}

/** The driver tells of a broken connection by a plain error without a code. */
export const asDisconnected = (error: unknown): unknown =>
  error instanceof Error && error.constructor === Error && codeOf(error) === undefined
    ? new Disconnected(error.message, { cause: error })
    : error

/** The database is away, full or shutting down: nothing was stored, and the same event may succeed later. */
export function isOutage(error: unknown): boolean {
  if (isConflict(error)) return true
  const code = codeOf(error)
  if (error instanceof pg.DatabaseError) return /^(08|53|55|57|58)/.test(code ?? '')
  if (code !== undefined) return /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN|NOTFOUND|NETUNREACH)/.test(code)
  return error instanceof Disconnected
}

/** What may be written down about an error: its kind and its place, never its values, which may be a customer's words. */
export function failure(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error
  const code = codeOf(error)
  const place =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .find((line) => line.includes(' at '))
          ?.trim()
      : undefined
  return [name, code, place].filter(Boolean).join(' ')
}
