import { z } from 'zod'
import { REASONS } from '../asking/ask.ts'
import { triggerSchema } from '../asking/trigger.ts'
import type { Http } from '../channel.ts'
import { json } from './request.ts'

const problem = z.object({ path: z.string(), message: z.string() })
const error = (more: Record<string, z.ZodType> = {}) =>
  z.object({ error: z.object({ code: z.string(), message: z.string(), ...more }) })

const decision = z.object({
  id: z.string(),
  decision: z.union([
    z.object({
      asked: z.literal(true),
      sendAt: z.iso.datetime(),
      rule: z.enum(['at_once', 'quiet_hours']),
      message: z.string(),
    }),
    z.object({
      asked: z.literal(false),
      reason: z.enum(REASONS),
      detail: z.record(z.string(), z.unknown()),
      message: z.string(),
    }),
  ]),
})

const content = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) },
})
const response = (description: string, schema: z.ZodType) => ({ description, content: content(schema) })

/** OpenAPI 3.1, made from the schemas that check the requests. */
const openApi = (version: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Afterword',
    version,
    description: 'Report that a service has ended; its customer is asked how it went.',
  },
  paths: {
    '/v1/interactions': {
      post: {
        operationId: 'reportInteraction',
        summary: 'A service has ended',
        description:
          'Answers with the decision whether the customer is asked. The same body again gets the same answer and has no second effect.',
        security: [{ bearer: [] }, { standardWebhooks: [] }],
        requestBody: { required: true, content: content(triggerSchema) },
        responses: {
          202: response('The decision.', decision),
          400: response('Every problem of the body, with its path.', error({ problems: z.array(problem) })),
          401: response('No valid token, signature or session.', error()),
          409: response(
            'The id was reported before with another body; the paths that differ.',
            error({ paths: z.array(z.string()) }),
          ),
          413: response('The body is larger than 64 kB.', error()),
          500: response('Nothing was stored, and the same request will fail again.', error()),
          503: response('Nothing was stored; send the same request again.', error()),
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      standardWebhooks: {
        type: 'apiKey',
        in: 'header',
        name: 'webhook-signature',
        description: 'See standardwebhooks.com',
      },
    },
  },
})

export const openApiRoute = (http: Http, version: string): void =>
  http.on('GET', '/openapi.json', () => json(200, openApi(version)))
