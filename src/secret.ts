import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether what was given is the secret, in a time that tells nothing of either, their lengths included. */
export const isSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret))
