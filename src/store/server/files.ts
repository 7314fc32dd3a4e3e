import { access } from 'node:fs/promises'
import { codeOf } from './unavailable.ts'

/** Whether a path leads to something; a permission that is missing on the way is an error. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
