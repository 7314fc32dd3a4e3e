import { pieces } from './pieces.ts'

/** Words with the parts that led to a reading set off. `marks` are UTF-16 positions in `text`. */
export function Marked({ text, marks }: { text: string; marks: [number, number][] }) {
  return (
    <>
      {pieces(text, marks).map((piece) =>
        piece.marked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>,
      )}
    </>
  )
}
