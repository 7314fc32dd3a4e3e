import { cutAtMarks } from '../../../src/marks.ts'

/** Words with the parts that led to a reading set off. `marks` are UTF-16 positions in `text`. */
export function Marked({ text, marks }: { text: string; marks: [number, number][] }) {
  return (
    <>
      {cutAtMarks(text, marks).map((piece) =>
        piece.marked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>,
      )}
    </>
  )
}
