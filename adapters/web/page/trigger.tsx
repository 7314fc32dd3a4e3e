import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../../src/locale.ts'
import { newKey } from './key.ts'
import { endService } from './staff.ts'
import type { Served, Session } from './wire.ts'
import { useWords } from './words.ts'

interface Props {
  session: Session | null
  locale: Locale
  /** Null: it takes somebody else to say so. */
  served: Served | null
  onFresh: () => void
}

type Result = { text: string; asked: boolean } | null

/** Stands in for a helpdesk: says that a service has ended, and shows what was decided about asking. */
export function Trigger({ session, locale, served, onFresh }: Props) {
  const { say, locale: language } = useWords()
  const allowed = served !== null
  const agents = named(served?.agents ?? [], say.trigger.agents)
  const teams = named(
    (served?.teams ?? []).map(({ id, name }) => ({ id, name: name[language] ?? Object.values(name)[0] ?? id })),
    say.trigger.teams,
  )
  const [chosenAgent, setAgent] = useState<string | null>(null)
  const [chosenTeam, setTeam] = useState<string | null>(null)
  const agent = agents.find(({ id }) => id === chosenAgent) ?? agents[0]
  const team = teams.find(({ id }) => id === chosenTeam) ?? teams[0]
  const [result, setResult] = useState<Result>(null)
  const [ending, setEnding] = useState<{ id: string; endedAt: string } | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => setResult(null), [session?.address])

  const end = async () => {
    if (session === null || busy || agent === undefined || team === undefined) return
    const one = ending ?? { id: newKey(), endedAt: new Date().toISOString() }
    setBusy(true)
    setEnding(one) // sent again as the same ending where no answer came
    const { address } = session
    const visitor = say.trigger.visitor(address.slice(-4))
    const decision = await endService(
      {
        ...one,
        customer: { id: address, channel: 'web', address, locale, name: visitor },
        agent,
        team: team.id,
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
          value={agent?.id}
          disabled={!allowed}
          onChange={(event) => setAgent(event.currentTarget.value)}
        >
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          class="quiet"
          aria-label={say.trigger.team}
          title={say.trigger.team}
          value={team?.id}
          disabled={!allowed}
          onChange={(event) => setTeam(event.currentTarget.value)}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
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

/** The owner's own, or some to try it with where there are none. */
const named = (own: Served['agents'], examples: Record<string, string>): Served['agents'] =>
  own.length > 0 ? own : Object.entries(examples).map(([id, name]) => ({ id, name }))
