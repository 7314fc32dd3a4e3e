import { Fragment } from 'preact'
import { cutAtMarks } from '../../../src/marks.ts'

const LISTED = /^(•|\d{1,2}\.) (.*)$/
const TASK = /^#\d+ · /
/** A date, a range, a count, a share: torn apart at the end of a line none of them reads well. */
const WHOLE =
  /\d+年\d+月\d+日(?:至(?:\d+年)?(?:\d+月)?\d+日)?|\d+月\d+日[週周]. \d\d:\d\d|[A-Z]\w\w, [A-Z]\w\w \d+, \d\d:\d\d|\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?|n = [\d,]+|\d[\d.,]* (?:to|至) -?\d[\d.,]*/g

/** The bot's words line by line; those of a list with their number or dot hanging. A line break stays one for whoever copies them. */
export function Lines({ text }: { text: string }) {
  const lines = text.split('\n')
  const numbered = lines.some((line) => /^\d\d\. /.test(line)) ? 'numbered' : ''
  return (
    <>
      {lines.map((line, n) => {
        const [, sign, rest = line] = LISTED.exec(line) ?? []
        const after = LISTED.test(lines[n - 1] ?? '') && line !== '' ? 'after' : ''
        return (
          <Fragment key={n}>
            {n > 0 && '\n'}
            <span class={sign !== undefined ? `item ${numbered}` : TASK.test(line) ? 'item' : after}>
              {sign !== undefined && <span class="sign">{sign} </span>}
              <Together text={rest} />
            </span>
          </Fragment>
        )
      })}
    </>
  )
}

function Together({ text }: { text: string }) {
  const marks = [...text.matchAll(WHOLE)].map(({ 0: { length }, index }): [number, number] => [index, index + length])
  return (
    <>
      {cutAtMarks(text, marks).map((piece) =>
        piece.marked ? (
          <span class="whole" key={piece.from}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}
