import type { Capabilities } from '../src/channel.ts'

/** Of a channel that can do everything and lets everything through. */
export const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: true,
  opens: true,
  textLimit: 4_000,
  budgets: [],
}
