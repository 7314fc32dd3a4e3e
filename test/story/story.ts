/**
 * The sentence the product was ordered by, from end to end: a customer rates low; the team's agents get a card; one of two has it;
 * the customer is written to and answers; it is resolved, is not put right, goes to another, is put right; the manager sees the score.
 */
import { say } from '../../src/words/say.ts'
import type { Colleague, Customer, Scene } from './scene.ts'
import { type Side, until } from './sides.ts'
import { type News, watch } from './watch.ts'
import { CUSTOMER, type CustomerLocale, STAFF, type StaffLocale } from './words.ts'

/** Who tells the story: a transcript, or a terminal. May take its time. */
export interface Teller {
  chapter(title: string): Promise<void>
  does(who: string, what: string): Promise<void>
  sees(who: string, news: News[]): Promise<void>
}

export interface Figures {
  /** Milliseconds from the customer's last word to the card on an agent's screen. */
  card: number
  /** Who had the task after two had claimed it at once. */
  winner: string
}

interface Languages {
  customer: CustomerLocale
  staff: StaffLocale
}

export async function story(scene: Scene, languages: Languages, teller: Teller): Promise<Figures> {
  const theirs = CUSTOMER[languages.customer]
  const ours = STAFF[languages.staff]
  const label = (choice: 'claim' | 'write' | 'resolve') => say(languages.staff, `task.choice.${choice}`)
  const line = (id: 'answered' | 'reopened_by' | 'passed' | 'confirmed', values = {}) =>
    say(languages.staff, `task.line.${id}`, { number: 1, ...values })
  const { first, second, lead, manager } = scene.staff

  await teller.chapter(ours.chapters.bad)
  const mei = customerOf(teller, await scene.customer({ id: 'mei', name: theirs.name, locale: languages.customer }))
  await come(scene, teller, mei.person)
  await mei.sees(theirs.asks.score)
  await mei.presses('2')
  await mei.sees(theirs.asks.reason)
  await mei.says(theirs.reason)
  await mei.sees(theirs.asks.contact)

  await teller.chapter(ours.chapters.card)
  const [anna, bo] = [colleagueOf(teller, first), colleagueOf(teller, second)]
  const [lin, max] = [colleagueOf(teller, lead), colleagueOf(teller, manager)]
  const [card] = await Promise.all([appears(first), mei.presses(theirs.yes)])
  const lastWord = mei.acted()
  await mei.sees(theirs.thanks.contact)
  await anna.sees('#1')
  await bo.hasSeen('#1')
  await lin.hasSeen('#1')

  await teller.chapter(ours.chapters.race)
  await teller.does(`${first.name}, ${second.name}`, `[${label('claim')}]`)
  await Promise.all([first.press(label('claim')), second.press(label('claim'))])
  const told = await until(
    () => 'one of the two is told that the other was quicker',
    () => [anna, bo].find(({ person }) => person.notices().length > 0) ?? null,
  )
  const [winner, loser] = told === bo ? [anna, bo] : [bo, anna]
  await loser.isTold()
  const claimed = say(languages.staff, 'task.history.claimed', { by: winner.person.name })
  await winner.sees(claimed)
  await loser.hasSeen(claimed)

  await teller.chapter(ours.chapters.talk)
  await winner.presses(label('write'))
  await winner.fills({ text: ours.note })
  await mei.sees(ours.note)
  await mei.says(theirs.reply)
  await winner.sees(line('answered', { text: theirs.reply }))
  await lin.hasSeen(line('answered', { text: theirs.reply }))

  await teller.chapter(ours.chapters.resolved)
  await winner.presses(label('resolve'))
  await winner.fills({ cause: 'process', action: ours.action, note: ours.resolved })
  await mei.sees(theirs.asks.right)
  await mei.presses(theirs.notYet)
  await mei.sees(theirs.asks.missing)
  await mei.says(theirs.missing)
  await mei.sees(theirs.thanks.reopened)

  await teller.chapter(ours.chapters.other)
  // The line comes with the "no", the words after it.
  await winner.sees(line('passed'), theirs.missing)
  await winner.presses(label('claim'))
  await winner.isTold()
  const again = line('reopened_by', { by: winner.person.name })
  await lin.sees(again, theirs.missing)
  await loser.sees(again, theirs.missing)
  await loser.presses(label('claim'))
  await loser.sees(say(languages.staff, 'task.history.claimed', { by: loser.person.name }))
  await loser.presses(label('resolve'))
  await loser.fills({ cause: 'system', action: ours.secondAction, note: '' })
  await mei.sees(theirs.asks.right)
  await mei.presses(theirs.fixed)
  await mei.sees(theirs.thanks.right)
  await loser.sees(line('confirmed'))

  await teller.chapter(ours.chapters.scores)
  const tom = customerOf(teller, await scene.customer({ id: 'tom', name: theirs.happy, locale: languages.customer }))
  await come(scene, teller, tom.person)
  await tom.sees(theirs.asks.score)
  await tom.presses('5')
  await tom.sees(theirs.asks.praise)
  await tom.presses(theirs.skip)
  await tom.sees(theirs.thanks.happy)
  await max.says(ours.scores)
  await max.sees(ours.scored)
  return { card: card - lastWord, winner: winner.person.name }
}

/** A service of theirs has ended; on some platforms the customer opens a link, on others the bot writes first. */
async function come(scene: Scene, teller: Teller, customer: Customer): Promise<void> {
  await teller.does('Kim', `POST /v1/interactions ${customer.id}`)
  const link = await scene.serve(customer)
  if (link === undefined) return
  await teller.does(customer.name, link)
  await customer.open(link)
}

/** @returns when it did, on the clock of `performance.now()` */
const appears = (colleague: Colleague): Promise<number> =>
  until(
    () => `a card for ${colleague.name}`,
    () => (colleague.screen().some(({ words }) => words.includes('#1')) ? performance.now() : null),
  )

/** A customer. A question that is answered loses its buttons sooner or later, as its platform's pace allows: that is waited for. */
function customerOf(teller: Teller, person: Customer) {
  return partOf(teller, person, () =>
    person
      .screen()
      .slice(0, -1)
      .every(({ buttons }) => buttons.length === 0),
  )
}

/** What somebody does and sees, told as it happens; `settled` says whether more is to come for them. */
function partOf<P extends Side & { name: string }>(teller: Teller, person: P, settled = () => true) {
  const { name } = person
  const screen = watch(person.screen)
  let acted = 0
  return {
    person,
    /** When they last did something, on the clock of `performance.now()`. */
    acted: () => acted,
    async says(words: string) {
      await teller.does(name, words)
      acted = performance.now()
      await person.say(words)
    },
    async presses(label: string) {
      await teller.does(name, `[${label}]`)
      acted = performance.now()
      await person.press(label)
    },
    /** Waits until they read all of `words`, and tells everything that has come for them up to then. */
    async sees(...words: string[]) {
      await teller.sees(name, await screen.until(name, words, settled))
    },
    /** The same for somebody whose screen need not be told. */
    async hasSeen(...words: string[]) {
      await screen.until(name, words)
    },
  }
}

function colleagueOf(teller: Teller, person: Colleague) {
  const { name } = person
  const told = (news: string) => teller.sees(name, [{ id: 'notice', mark: '!', lines: news.split('\n'), buttons: [] }])
  let notices = 0
  return {
    ...partOf(teller, person),
    /** Fills in the form that a press has opened. */
    async fills(values: Record<string, string>) {
      const { title } = await until(() => `a form for ${name}`, person.form)
      const filled = Object.entries(values).map(([field, value]) => `${field}: ${value}`)
      await teller.does(name, [title, ...filled].join('\n'))
      const problems = await person.fill(values)
      if (Object.keys(problems).length > 0) throw new Error(`the form is refused: ${JSON.stringify(problems)}`)
    },
    /** Waits for a word that only they get. */
    async isTold() {
      await told(
        await until(
          () => `a word to ${name} alone`,
          () => person.notices()[notices] ?? null,
        ),
      )
      notices += 1
    },
  }
}
