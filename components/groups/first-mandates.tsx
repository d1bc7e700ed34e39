import { Field, TextField } from '@/components/ui/field'
import { translations } from '@/lib/messages'
import { firstMandates } from '@/lib/sessions/groups/schema'
import { FieldPart } from './group-fields'

/** The resolutions from which a first group has its task; all but the first are folded. */
export function FirstMandates() {
  const t = translations('groups')
  const names = translations('setUp')
  return (
    <FieldPart title={t('mandates')} hint={names('mandatesHint')}>
      {firstMandates.map((n) =>
        n === 1 ? (
          <MandateFields key={n} n={n} />
        ) : (
          <details key={n} className="border-s border-line-strong ps-4">
            <summary className="min-h-11 cursor-pointer content-center font-semibold">
              {names('mandate', { n })}
            </summary>
            <div className="mt-3 grid gap-5">
              <MandateFields n={n} />
            </div>
          </details>
        ),
      )}
    </FieldPart>
  )
}

function MandateFields({ n }: { n: number }) {
  const t = translations('groups')
  return (
    <>
      <Field name={`body${n}`} label={t('mandateBody')} hint={t('mandateBodyHint')} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name={`symbol${n}`} label={t('mandateSymbol')} hint={t('mandateSymbolHint')} />
        <Field name={`dated${n}`} label={t('mandateDated')} hint={t('mandateDatedHint')} />
      </div>
      <TextField name={`asked${n}`} label={t('mandateAsked')} hint={t('mandateAskedHint')} />
    </>
  )
}
