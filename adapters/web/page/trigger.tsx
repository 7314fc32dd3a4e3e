import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../../src/locale.ts'
import { newKey } from './key.ts'
import { endService } from './staff.ts'
import type { Session } from './wire.ts'
import { useWords } from './words.ts'

const AGENTS = ['anna', 'ben', 'lin'] as const
const TEAMS = ['support', 'refunds'] as const

interface Props {
  session: Session | null
  locale: Locale
  allowed: boolean
  onFresh: () => void
}

type Result = { text: string; asked: boolean } | null

/** Stands in for a helpdesk: says that a service has ended, and shows what was decided about asking. */
export function Trigger({ session, locale, allowed, onFresh }: Props) {
  const { say, locale: language } = useWords()
  const [agent, setAgent] = useState<string>(AGENTS[0])
  const [team, setTeam] = useState<string>(TEAMS[0])
  const [result, setResult] = useState<Result>(null)
  const [ending, setEnding] = useState<{ id: string; endedAt: string } | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => setResult(null), [session?.address])

  const end = async () => {
    if (session === null || busy) return
    const one = ending ?? { id: newKey(), endedAt: new Date().toISOString() }
    setBusy(true)
    setEnding(one) // sent again as the same ending where no answer came
    const { address } = session
    const name = say.trigger.agents[AGENTS.find((id) => id === agent) ?? 'anna']
    const visitor = say.trigger.visitor(address.slice(-4))
    const decision = await endService(
      {
        ...one,
        customer: { id: address, channel: 'web', address, locale, name: visitor },
        agent: { id: agent, name },
        team,
      },
      language,
    )
    setBusy(false)
    if (decision !== null) setEnding(null)
    setResult(resultOf(decision, say.unreachable))
  }

  return (
    <div class="trigger">
      <div class="trigger-row">
        <select
          class="quiet"
          aria-label={say.trigger.agent}
          title={say.trigger.agent}
          value={agent}
          disabled={!allowed}
          onChange={(event) => setAgent(event.currentTarget.value)}
        >
          {AGENTS.map((id) => (
            <option key={id} value={id}>
              {say.trigger.agents[id]}
            </option>
          ))}
        </select>
        <select
          class="quiet"
          aria-label={say.trigger.team}
          title={say.trigger.team}
          value={team}
          disabled={!allowed}
          onChange={(event) => setTeam(event.currentTarget.value)}
        >
          {TEAMS.map((id) => (
            <option key={id} value={id}>
              {say.trigger.teams[id]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button primary"
          disabled={!allowed || session === null}
          aria-disabled={busy}
          onClick={() => void end()}
        >
          {say.trigger.press}
        </button>
      </div>
      <div class="decision" role="status">
        {!allowed && <p>{say.trigger.locked}</p>}
        {allowed && result === null && <p>{say.trigger.about}</p>}
        {allowed && result !== null && (
          <p>
            {result.text}
            {!result.asked && (
              <>
                {' '}
                <button type="button" class="link" onClick={onFresh}>
                  {say.customer.fresh}
                </button>
              </>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

function resultOf(decision: Awaited<ReturnType<typeof endService>>, unreachable: string): Result {
  if (decision === null || decision === '') return { text: unreachable, asked: true }
  if (typeof decision === 'string') return { text: decision, asked: true }
  return { text: decision.message, asked: decision.asked }
}
