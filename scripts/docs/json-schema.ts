import { z } from 'zod'

/** As much of JSON Schema as our own schemas use. */
export interface JsonSchema {
  type?: string | undefined
  description?: string | undefined
  default?: unknown
  enum?: (string | number)[] | undefined
  format?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  exclusiveMinimum?: number | undefined
  anyOf?: JsonSchema[] | undefined
  items?: JsonSchema | undefined
  properties?: Record<string, JsonSchema> | undefined
  additionalProperties?: JsonSchema | boolean | undefined
  required?: string[] | undefined
}

const schema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    anyOf: z.array(schema).optional(),
    items: schema.optional(),
    properties: z.record(z.string(), schema).optional(),
    additionalProperties: z.union([z.boolean(), schema]).optional(),
    required: z.array(z.string()).optional(),
  }),
)

/** A JSON Schema as a tree that can be walked. */
export const parseSchema = (value: unknown): JsonSchema => schema.parse(value)

/** Without what helps nobody: the largest whole number as a limit, the pattern of a date beside its format. */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const isDate = 'format' in value && value.format === 'date'
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== Number.MAX_SAFE_INTEGER && !(isDate && key === 'pattern'))
      .map(([key, each]) => [key, tidy(each)]),
  )
}
