import type { ReactNode } from 'react'
import { Difference } from '@/components/text/difference'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { ConsolidatedItemView } from '@/lib/consolidation/views'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { apart } from '@/lib/text/apart'

/**
 * The corrigenda of an adopted item, each marked against the text before it, and for people who may correct the form
 * that proposes another.
 */
export function Corrigenda({
  item,
  slug,
  issue,
  children,
}: {
  item: ConsolidatedItemView
  slug: string
  /** Null for people who may not propose one now. `over` is the SHA-256 of the present text. */
  issue: { action: FormAction; over: string } | null
  /** The one that waits for release. */
  children?: ReactNode
}) {
  const t = translations('corrigenda')
  const { corrigenda } = item
  if (corrigenda.length === 0 && !issue && !children) return null
  return (
    <section aria-labelledby="corrigenda" className="mt-12">
      <h2 id="corrigenda" className="mb-1 font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      <p className="mb-5 max-w-prose text-sm text-quiet">{t('about')}</p>
      <ol className="grid gap-6">
        {corrigenda.map(({ number, text, reason, issuedAt }, index) => (
          <li key={number}>
            <p className="text-sm text-quiet">
              {t('issued', { number, time: printSeatTime(issuedAt) })} · {apart(reason)}
            </p>
            <p
              lang={item.language}
              dir={directionOf(item.language)}
              className="max-w-prose whitespace-pre-line font-serif"
            >
              <Difference
                base={corrigenda[index - 1]?.text ?? item.text}
                next={text}
                locale={item.language}
              />
            </p>
          </li>
        ))}
      </ol>
      {children}
      {issue && (
        <Form action={issue.action} className="no-print sheet mt-6 grid gap-5 p-5">
          <HiddenValues values={{ slug, id: item.id, over: issue.over }} />
          <TextField
            name="text"
            label={t('text')}
            hint={t('textHint')}
            rows={9}
            lang={item.language}
            dir={directionOf(item.language)}
            defaultValue={corrigenda.at(-1)?.text ?? item.text}
          />
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
          <div>
            <SubmitButton>{t('issue')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
