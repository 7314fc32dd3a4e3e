import type { Document, LineCounter } from 'yaml'
import { offsetOf } from '../yaml-line.ts'

export type Path = (string | number)[]

/** Something wrong in a flow, before it has a place: where in the tree, what, and how to mend it. */
export interface Finding {
  path: Path
  message: string
  remedy: string
}

/** Something wrong in a flow file; `line` and `column` count from 1, `path` reads like `questions.score.next.0.goto`. */
export interface Problem {
  file: string
  line: number
  column: number
  path: string
  message: string
  remedy: string
}

/** Gives a finding its place in the file: its own key or value, or the nearest one above it where it is missing. */
export function place(
  file: string,
  document: Document,
  lines: LineCounter,
  { path, message, remedy }: Finding,
): Problem {
  const { line, col } = lines.linePos(offsetOf(document, path))
  return { file, line, column: col, path: path.join('.'), message, remedy }
}

/** `file:line:column path: message. remedy` */
export const written = ({ file, line, column, path, message, remedy }: Problem): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}. ${remedy}.`
