import { z } from 'zod'
import type { Locale } from '../locale.ts'

/** Zod's own words in the reader's language. */
const MESSAGES: Record<Locale, z.core.$ZodErrorMap> = {
  en: z.locales.en().localeError,
  'zh-Hans': z.locales.zhCN().localeError,
  'zh-Hant': z.locales.zhTW().localeError,
}

export interface Problem {
  /** `customer.locale`; empty for the body itself. */
  path: string
  message: string
}

/** A value by its schema, or every problem with its path, in the reader's language. */
export function check<T extends z.ZodType>(
  schema: T,
  value: unknown,
  locale: Locale,
): { data: z.infer<T> } | { problems: Problem[] } {
  const parsed = schema.safeParse(value, { error: MESSAGES[locale] })
  if (parsed.success) return { data: parsed.data }
  return {
    problems: parsed.error.issues.flatMap((issue) => {
      const path = issue.path.join('.')
      if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
      return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, message: issue.message }))
    }),
  }
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers })
