import { useId } from 'preact/hooks'
import type { Field } from './wire.ts'
import { useWords } from './words.ts'

interface Props {
  field: Field
  value: string
  problem: string | undefined
  onValue: (value: string) => void
}

/** A field with its label, its hint, and what is wrong with its value. */
export function FormField({ field, value, problem, onValue }: Props) {
  const { say } = useWords()
  const id = useId()
  const described = [field.hint === undefined ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`]
  const same = {
    id,
    value,
    'aria-required': field.required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': described.filter((one) => one !== null).join(' ') || undefined,
  }
  return (
    <div class={`field ${problem === undefined ? '' : 'wrong'}`}>
      <label for={id}>
        {field.label}
        {field.required && <span class="required">{say.form.required}</span>}
      </label>
      {field.kind === 'select' && (
        <select {...same} onInput={(event) => onValue(event.currentTarget.value)}>
          <option value="">{say.form.choose}</option>
          {field.options?.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {field.kind === 'text' && <input type="text" {...same} onInput={(event) => onValue(event.currentTarget.value)} />}
      {field.kind === 'long-text' && (
        <textarea rows={3} {...same} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
      {field.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
