import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenForm } from './conversation.ts'
import { FormField } from './form-field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

interface Props {
  open: OpenForm
  onSubmit: (values: Record<string, string>) => void
  onClose: () => void
}

/** A form in a modal dialog. What has to be mended stands by its field, and the first such field gets the focus. */
export function FormDialog({ open: { form, problems, sending, failure }, onSubmit, onClose }: Props) {
  const { say } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState(() =>
    Object.fromEntries(form.fields.map((field) => [field.id, field.value ?? ''])),
  )
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('.field :is(select, input, textarea)')?.focus() // by itself it would be what closes it
    return () => {
      shown?.close() // the focus goes back to where it was, unless that has gone meanwhile
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.card')?.focus()
    }
  }, [])
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  return (
    <dialog
      ref={dialog}
      class="form"
      lang={form.locale}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(values)
        }}
      >
        <header>
          <h2 id={id}>{form.title}</h2>
          <button type="button" class="icon-button" aria-label={say.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="fields">
          {form.fields.map((field) => (
            <FormField
              key={field.id}
              field={field}
              value={values[field.id] ?? ''}
              problem={problems[field.id]}
              onValue={(value) => setValues((old) => ({ ...old, [field.id]: value }))}
            />
          ))}
        </div>
        <p class="failure" role="alert">
          {failure}
        </p>
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {say.form.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={sending}>
            {sending ? say.form.sending : form.submit}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
