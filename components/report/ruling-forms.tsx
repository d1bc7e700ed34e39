import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { Difference } from '@/components/text/difference'
import { ActForm } from '@/components/ui/act-form'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { type PartView, placeIn } from '@/lib/report/parts/parts'
import { printParagraph } from '@/lib/report/printed'
import type { ParagraphView } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import { documentFromText } from '@/lib/text/document/document'
import { PrintedWords } from './printed-report'

/** One paragraph as it is read out, with the rulings that can be declared on it. */
export function RulingForms({
  paragraph,
  slug,
  readHash,
  parts,
  rule,
}: {
  paragraph: ParagraphView
  slug: string
  /** The SHA-256 of the text that stands here. */
  readHash: string
  /** In which document each main section stands. */
  parts: readonly PartView[]
  rule: FormAction
}) {
  const t = translations('report')
  const { key, number, text, composed, standing, written, open } = paragraph
  const language = languageOf(paragraph)
  const values = { slug, key, readHash }
  return (
    <section id="ruling" aria-labelledby="ruling-title" className="sheet grid gap-5 p-5">
      <h2 id="ruling-title" className="font-serif text-xl font-semibold">
        {t('paragraph', { number })}
      </h2>
      <p className="text-sm text-quiet">{placeIn(parts, key).join(' · ')}</p>
      <div className="font-serif text-lg leading-relaxed">
        <PrintedWords paragraph={printParagraph(paragraph)} />
      </div>
      {standing === 'adoptedAsAmended' && (
        <p className="font-serif">
          <Difference base={composed} next={text} locale={language} />
        </p>
      )}
      {open.length > 0 && <p className="text-sm text-quiet">{t('stillOpen')}</p>}
      <div className="flex flex-wrap gap-3">
        {standing !== 'adopted' && (
          <ActForm
            action={rule}
            values={{ ...values, kind: 'adopted' }}
            button={t('declareAdopted')}
          />
        )}
        {standing !== 'pending' && (
          <ActForm
            action={rule}
            values={{ ...values, kind: 'leftPending' }}
            button={t('leavePending')}
            tone="quiet"
          />
        )}
      </div>
      <details>
        <summary className="cursor-pointer font-semibold">{t('amend')}</summary>
        <Form action={rule} className="mt-3 grid gap-4">
          <HiddenValues values={{ ...values, kind: 'adoptedAsAmended' }} />
          <ClientMessages namespaces={['editor']}>
            <WordingField
              initial={written ?? documentFromText(text)}
              language={language}
              label={t('amendedText')}
              hint={t('amendedHint')}
            />
          </ClientMessages>
          <div>
            <SubmitButton>{t('declareAmended')}</SubmitButton>
          </div>
        </Form>
      </details>
    </section>
  )
}
