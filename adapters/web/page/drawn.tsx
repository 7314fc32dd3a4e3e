import type { Drawing } from './wire.ts'
import { useWords } from './words.ts'

/** A picture, and below it the same data as a table for who wants the numbers or does not see it. */
export function Drawn({ drawing: { svg, alt, points, locale } }: { drawing: Drawing }) {
  const { say } = useWords()
  const [, width, height] = /^<svg[^>]* width="(\d+)"[^>]* height="(\d+)"/.exec(svg) ?? []
  const count = new Intl.NumberFormat(locale)
  const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <figure class="drawn">
      <img
        class="picture"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        alt={alt}
        {...(width === undefined || height === undefined ? {} : { width, height })}
      />
      <details onToggle={({ currentTarget: table }) => table.open && table.scrollIntoView({ block: 'nearest' })}>
        <summary>{say.data.open}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.data.what}</th>
              <th scope="col">{say.data.value}</th>
              <th scope="col">{say.data.interval}</th>
              <th scope="col">{say.data.n}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, shown, interval, n }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{shown || '–'}</td>
                <td>{interval === null ? '–' : `${figure.format(interval[0])} – ${figure.format(interval[1])}`}</td>
                <td>{count.format(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
