import { z } from 'zod'

/** Longer than any id that Teams makes. */
const Id = z.string().min(1).max(300)
const Account = z.object({
  id: Id,
  name: z.string().optional().catch(undefined),
  aadObjectId: z.string().max(60).optional(),
})

/** What happens to a bot, as far as all of its kinds have it in common. Source: the Bot Framework activity schema. */
export const Activity = z.object({
  type: z.string().max(60),
  id: Id,
  channelId: z.string(),
  timestamp: z.string().max(60).catch(''),
  serviceUrl: z.string().min(1).max(300),
  from: Account,
  recipient: z.object({ id: Id }),
  conversation: z.object({
    id: Id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']),
    tenantId: z.string().max(60).optional().catch(undefined),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string().max(60) }).optional(), eventType: z.string().optional() })
    .optional()
    .catch(undefined),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$/)
    .optional()
    .catch(undefined),
  replyToId: Id.optional().catch(undefined),
})
export type Activity = z.infer<typeof Activity>

const Attachment = z.object({
  contentType: z.string().max(200),
  content: z.unknown().optional(),
  name: z.string().optional().catch(undefined),
})
export type Attachment = z.infer<typeof Attachment>

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().optional(),
  mentioned: z.object({ id: z.string() }),
})

/** What was said. `value` is there instead where a button of an older client was pressed. */
export const Said = z.object({
  text: z.string().catch(''),
  value: z.unknown().optional(),
  attachments: z.array(Attachment).max(50).catch([]),
  entities: z.array(Mention.or(z.unknown().transform(() => null))).catch([]),
})
export type Said = z.infer<typeof Said>

export const Invoked = z.object({
  name: z.string().max(100),
  value: z.object({ action: z.object({ data: z.unknown() }) }),
})

export const Membership = z.object({
  membersAdded: z.array(z.object({ id: z.string() })).catch([]),
  membersRemoved: z.array(z.object({ id: z.string() })).catch([]),
})
export const Installation = z.object({ action: z.string().max(40) })
