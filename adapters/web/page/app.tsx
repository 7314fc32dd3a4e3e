import type { ComponentChildren } from 'preact'
import { AgentPane } from './agent-pane.tsx'
import type { Conversation } from './conversation.ts'
import { CustomerPane } from './customer-pane.tsx'
import { Mark } from './icons.tsx'
import { LocaleSelect } from './locale-select.tsx'
import { Locked } from './locked.tsx'
import { ManagerPane } from './manager-pane.tsx'
import { PANES, type PaneId } from './pane.tsx'
import type { Login } from './staff.ts'
import { useStore } from './store.ts'
import { Tabs } from './tabs.tsx'
import { Above } from './talk.tsx'
import { groupOf, tasksOf } from './tasks.ts'
import { useCustomer } from './use-customer.ts'
import { THEMES, useLocale, usePane, useTheme, useWide } from './use-page.ts'
import { useStaff } from './use-staff.ts'
import type { Served } from './wire.ts'
import { Speaking, words } from './words.ts'

/** What may be said to have ended; null for whose word the server does not take for it. */
function servedBy(login: Login | null): Served | null {
  if (login?.kind !== 'staff') return null
  const { roles, served } = login.staff
  return roles.includes('manager') || roles.includes('admin') ? served : null
}

/** The page at `/`: the customer's, the agent's and the manager's conversation with the bot. */
export function App() {
  const [locale, setLocale] = useLocale()
  const [theme, setTheme] = useTheme()
  const wide = useWide()
  const [open, setOpen] = usePane()
  const customer = useCustomer()
  const staff = useStaff(locale)
  const say = words[locale]
  const panes: Record<PaneId, ComponentChildren> = {
    customer: (
      <CustomerPane
        conversation={customer.conversation}
        session={customer.session}
        locale={customer.locale}
        served={staff.conversation !== null ? servedBy(staff.login) : null}
        onLocale={customer.speak}
        onFresh={customer.fresh}
      />
    ),
    agent: <AgentPane conversation={staff.conversation} locked={<Locked login={staff.login} opensFor="agent" />} />,
    manager: (
      <ManagerPane conversation={staff.conversation} locked={<Locked login={staff.login} opensFor="manager" />} />
    ),
  }
  const tabs = (todo: number) => (
    <>
      <p class="unseen" role="status">
        {todo > 0 && say.agent.todo(todo)}
      </p>
      {!wide && <Tabs open={open} todo={todo} onOpen={setOpen} />}
    </>
  )

  return (
    <Speaking value={{ locale, say }}>
      <header class="top">
        <h1>
          <Mark />
          {say.title}
        </h1>
        {staff.conversation === null ? tabs(0) : <Counted of={staff.conversation}>{tabs}</Counted>}
        <div class="top-actions">
          <LocaleSelect label={say.language} value={locale} onValue={setLocale} />
          <select
            class="quiet"
            aria-label={say.theme}
            title={say.theme}
            value={theme}
            onChange={(event) => setTheme(THEMES.find((one) => one === event.currentTarget.value) ?? 'auto')}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {say.themes[one]}
              </option>
            ))}
          </select>
        </div>
      </header>
      <main class={wide ? 'wide' : 'narrow'}>
        {PANES.map((pane) => (
          <div
            key={pane}
            id={`${pane}-panel`}
            class="panel"
            hidden={!wide && pane !== open}
            {...(wide ? {} : { role: 'tabpanel', 'aria-labelledby': `${pane}-tab` })}
          >
            {panes[pane]}
          </div>
        ))}
      </main>
      {staff.conversation !== null && <Above conversation={staff.conversation} />}
    </Speaking>
  )
}

/** Its children with the number of tasks that wait for somebody. */
function Counted({ of, children }: { of: Conversation; children: (todo: number) => ComponentChildren }) {
  const { log } = useStore(of.view)
  return <>{children(tasksOf(log.recorded).filter(({ card }) => groupOf(card) === 'todo').length)}</>
}
