import { formatter } from '@/lib/messages'
import { ActForm } from '@/components/ui/act-form'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/**
 * The last step before a text leaves a delegation: a person who may submit releases it; anybody else reads who may.
 * `action` is null for those who may not.
 */
export function ReleaseForm({
  draft,
  action,
  submitters,
  writeOn,
  now,
  ask,
  texts,
}: {
  draft: { id: string; version: number }
  action: FormAction | null
  submitters: readonly string[]
  writeOn: string
  /** The address of the page on which this form stands. */
  now: string
  /** Asks the submitters to release it, with the words of the button. */
  ask?: { action: FormAction; button: (names: string) => string } | undefined
  texts: {
    means: string
    release: string
    writeOn: string
    onlySubmitters: (names: string) => string
    noSubmitters: string
  }
}) {
  const back = (
    <a href={writeOn} className="button">
      {texts.writeOn}
    </a>
  )
  if (action)
    return (
      <Form action={action} now={now}>
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="version" value={draft.version} />
        <p className="max-w-prose text-quiet">{texts.means}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{texts.release}</SubmitButton>
          {back}
        </div>
      </Form>
    )
  return (
    <>
      <p className="mb-4 max-w-prose">
        {submitters.length > 0
          ? texts.onlySubmitters(formatter.list(submitters))
          : texts.noSubmitters}
      </p>
      <div className="flex flex-wrap gap-3">
        {ask && submitters.length > 0 && (
          <ActForm
            action={ask.action}
            values={{ id: draft.id }}
            button={ask.button(formatter.list(submitters))}
            className="contents"
          />
        )}
        {back}
      </div>
    </>
  )
}
