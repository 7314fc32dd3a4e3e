import type pg from 'pg'
import { expect } from 'vitest'

/** The minute after which a dead process' claims end, without waiting for it. */
export async function leasesEnd(client: pg.Client): Promise<void> {
  await client.query("update outbox set lease_until = '2000-01-01' where lease_until is not null")
}

/** Some timers come due now. Those that the bot is just claiming are left alone. */
export async function timePasses(client: pg.Client): Promise<void> {
  await client.query(
    `update outbox set due_at = $1 where id in (
      select id from outbox where kind = 'timer' and subject like 'dialog:%' and due_at > $1
        and random() < case name when 'settle' then 0.5 when 'remind' then 0.1 else 0.05 end
      for update skip locked limit 50)`,
    [new Date().toISOString()],
  )
}

/** One dialog's timer comes due for certain, so that no run, however short, goes without. */
export async function aTimerComesDue(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `update outbox set due_at = $1 where id = (
      select id from outbox where kind = 'timer' and subject like 'dialog:%' and due_at > $1 and dead_at is null
      order by due_at, id limit 1)`,
    [new Date().toISOString()],
  )
  expect(rowCount).toBe(1)
}

/** Waits until the bot has nothing left to do now, at most `timeout` milliseconds. */
export async function quiet(client: pg.Client, timeout = 30_000): Promise<void> {
  const due = 'select count(*)::int as due from outbox where dead_at is null and due_at <= $1'
  const count = async () => (await client.query<{ due: number }>(due, [new Date().toISOString()])).rows[0]?.due
  await expect.poll(count, { timeout, interval: 100 }).toBe(0)
}
