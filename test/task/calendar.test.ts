import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addClock, durationSchema, milliseconds } from '../../src/duration.ts'
import { addBusiness, alwaysOpen, type Calendar, calendarSchema, nextMorning } from '../../src/task/calendar.ts'

const office = ['09:00-12:00', '13:00-18:00']
const china: Calendar = calendarSchema.parse({
  timeZone: 'Asia/Shanghai',
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
})
const berlin: Calendar = { ...alwaysOpen('Europe/Berlin') }
const night: Calendar = calendarSchema.parse({
  timeZone: 'Europe/Berlin',
  week: { sat: ['22:00-24:00'], sun: ['00:00-06:00'] },
})

const friday: Calendar = calendarSchema.parse({
  timeZone: 'Asia/Shanghai',
  week: { thu: ['09:00-18:00'], fri: ['10:00-12:00', '14:00-15:00'] },
})

/** Local time at UTC+8. */
const cn = (local: string) => new Date(`${local}:00+08:00`).toISOString()
const de = (local: string, offset: string) => new Date(`${local}:00${offset}`).toISOString()

describe('time of work', () => {
  it.each<[string, string, string, Calendar, string]>([
    ['within one opening', cn('2026-09-21T09:30'), '2h', china, cn('2026-09-21T11:30')],
    ['over lunch', cn('2026-09-21T11:30'), '2h', china, cn('2026-09-21T14:30')],
    ['up to closing exactly', cn('2026-09-21T16:00'), '2h', china, cn('2026-09-21T18:00')],
    ['over night', cn('2026-09-21T17:30'), '1h', china, cn('2026-09-22T09:30')],
    ['over the weekend', cn('2026-09-25T17:30'), '1h', china, cn('2026-09-28T09:30')],
    ['from before opening', cn('2026-09-21T05:00'), '30m', china, cn('2026-09-21T09:30')],
    ['from closing time', cn('2026-09-21T18:00'), '30m', china, cn('2026-09-22T09:30')],
    ['over the holidays', cn('2026-09-30T17:00'), '2h', china, cn('2026-10-08T10:00')],
    ['on a made-up Saturday', cn('2026-10-09T17:00'), '3h', china, cn('2026-10-10T11:00')],
    ['24 hours are three days of eight', cn('2026-09-21T09:00'), '24h', china, cn('2026-09-23T18:00')],
    ['a day is the same time on the next day of work', cn('2026-09-21T10:15'), '1d', china, cn('2026-09-22T10:15')],
    ['three days over a weekend', cn('2026-09-24T10:15'), '3d', china, cn('2026-09-29T10:15')],
    ['a day over the holidays', cn('2026-09-30T10:15'), '1d', china, cn('2026-10-08T10:15')],
    [
      'a day from the middle of the night counts from opening',
      cn('2026-09-21T23:00'),
      '1d',
      china,
      cn('2026-09-23T09:00'),
    ],
    ['a day, to one that closes earlier: its closing', cn('2026-09-24T17:00'), '1d', friday, cn('2026-09-25T15:00')],
    ['a day, into a break: the closing before it', cn('2026-09-24T13:00'), '1d', friday, cn('2026-09-25T12:00')],
    ['a day, to one that opens later: its opening', cn('2026-09-24T09:00'), '1d', friday, cn('2026-09-25T10:00')],
    ['open across midnight', de('2026-11-21T23:00', '+01:00'), '3h', night, de('2026-11-22T02:00', '+01:00')],
    ['always open: hours are hours', de('2026-03-28T12:00', '+01:00'), '24h', berlin, de('2026-03-29T13:00', '+02:00')],
    [
      'always open: a day keeps the time of day',
      de('2026-03-28T12:00', '+01:00'),
      '1d',
      berlin,
      de('2026-03-29T12:00', '+02:00'),
    ],
    [
      'the hour that comes twice is counted twice',
      de('2026-10-25T00:00', '+02:00'),
      '4h',
      berlin,
      de('2026-10-25T03:00', '+01:00'),
    ],
  ])('%s', (_name, at, duration, calendar, due) => {
    expect(addBusiness(at, duration, calendar)).toBe(due)
  })

  const calendars = fc.constantFrom(china, night, berlin, alwaysOpen('UTC'))
  const instants = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const durations = fc.tuple(fc.nat(60), fc.constantFrom('m', 'h', 'd')).map(([count, unit]) => `${count}${unit}`)

  it('is never before the start, and never sooner than the clock for hours', () => {
    fc.assert(
      fc.property(calendars, instants, durations, (calendar, at, duration) => {
        const length = duration.endsWith('d') ? 0 : milliseconds(duration)
        expect(Date.parse(addBusiness(at, duration, calendar)) - Date.parse(at)).toBeGreaterThanOrEqual(length)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps order: what begins later or takes longer is not due earlier', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.nat(100_000_000),
        durations,
        fc.nat(48),
        (calendar, at, gap, duration, more) => {
          const begun = addBusiness(at, duration, calendar)
          const later = addBusiness(new Date(Date.parse(at) + gap).toISOString(), duration, calendar)
          const longer = addBusiness(
            at,
            duration.replace(/^\d+/, (count) => String(Number(count) + more)),
            calendar,
          )
          expect(later >= begun).toBe(true)
          expect(longer >= begun).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('counts every hour where clocks are put forward at midnight', () => {
  const at = new Date('2026-04-23T20:00:00Z').toISOString() // in Cairo the 24th begins at one
  const due = addBusiness(at, '96h', alwaysOpen('Africa/Cairo'))
  expect((Date.parse(due) - Date.parse(at)) / 3_600_000).toBe(96)
})

describe('the next morning', () => {
  it.each<[string, string, Calendar, string]>([
    ['tomorrow at opening', cn('2026-09-21T10:00'), china, cn('2026-09-22T09:00')],
    ['after the weekend', cn('2026-09-25T10:00'), china, cn('2026-09-28T09:00')],
    ['at nine where it is always open', de('2026-11-21T23:30', '+01:00'), berlin, de('2026-11-22T09:00', '+01:00')],
  ])('is %s', (_name, at, calendar, morning) => {
    expect(nextMorning(at, calendar)).toBe(morning)
  })
})

describe('a calendar as it is written', () => {
  it('needs no more than a time zone, and is then always open', () => {
    expect(calendarSchema.parse({ timeZone: 'Asia/Taipei' })).toEqual(alwaysOpen('Asia/Taipei'))
  })

  it.each<[string, unknown, string]>([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['an opening that ends before it begins', { timeZone: 'UTC', week: { mon: ['22:00-06:00'] } }, 'week.mon'],
    ['openings that overlap', { timeZone: 'UTC', week: { mon: ['09:00-12:00', '11:00-13:00'] } }, 'week.mon'],
    ['a time that is none', { timeZone: 'UTC', week: { mon: ['9-18'] } }, 'week.mon.0'],
    ['a week without an opening', { timeZone: 'UTC', week: {} }, 'week'],
    ['a date that is none', { timeZone: 'UTC', holidays: ['2026-02-30'] }, 'holidays.0'],
    [
      'a holiday that is a workday',
      { timeZone: 'UTC', holidays: ['2026-10-01'], workdays: ['2026-10-01'] },
      'workdays',
    ],
    ['an unknown key', { timeZone: 'UTC', weekend: true }, ''],
  ])('%s is refused, with its place', (_name, written, path) => {
    const read = calendarSchema.safeParse(written)
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })
})

describe('a duration', () => {
  it.each([
    ['90m', 5_400_000],
    ['4h', 14_400_000],
    ['3d', 259_200_000],
  ])('%s', (text, length) => {
    expect(durationSchema.parse(text)).toBe(text)
    expect(milliseconds(text)).toBe(length)
    expect(addClock('2026-01-01T00:00:00.000Z', text)).toBe(new Date(Date.UTC(2026, 0, 1) + length).toISOString())
  })

  it.each(['', '2', 'h', '2 h', '-1h', '1.5h', '2w', '99999h'])('%j is none', (text) => {
    expect(durationSchema.safeParse(text).success).toBe(false)
  })
})
