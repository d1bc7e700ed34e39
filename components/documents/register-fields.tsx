import { CheckGroup, Field, SelectField } from '@/components/ui/field'
import { distributions, documentKinds, documentSeries } from '@/lib/documents/kinds'
import { followings } from '@/lib/documents/schema'
import { translations } from '@/lib/messages'
import { locales } from '@/lib/text/locales'

type Choice = { value: string; label: string }

/** The fields of a new document: its kind and title, its symbol, its place and its languages. */
export function RegisterFields({
  next,
  documents,
  agenda,
  today,
}: {
  /** The next free symbol of each series. */
  next: Record<string, string>
  documents: readonly { id: string; symbol: string }[]
  agenda: readonly Choice[]
  today: string
}) {
  const t = translations('documents')
  const kinds = translations('documents.kinds')
  const series = translations('documents.series')
  const following = translations('documents.followings')
  const language = translations('proposals.languages')
  const none = { value: '', label: t('noChoice') }
  return (
    <>
      <SelectField
        name="kind"
        label={t('kind')}
        options={[
          { value: '', label: t('chooseKind') },
          ...documentKinds.map((kind) => ({ value: kind, label: kinds(kind) })),
        ]}
      />
      <Field name="title" label={t('titleOf')} />
      <fieldset className="grid items-end gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{t('symbolLead')}</legend>
        <SelectField
          name="series"
          label={t('seriesOf')}
          options={[
            { value: '', label: t('usualSeries') },
            ...documentSeries.map((kind) => ({
              value: kind,
              label: `${series(kind)}: ${next[kind] ?? ''}`,
            })),
          ]}
        />
        <Field name="symbol" label={t('symbol')} hint={t('symbolHint')} />
        <SelectField
          name="following"
          label={t('follows')}
          options={[
            none,
            ...followings.map((candidate) => ({
              value: candidate,
              label: following(candidate === '-*' ? 'again' : candidate),
            })),
          ]}
        />
        <SelectField
          name="followsId"
          label={t('earlier')}
          options={[none, ...documents.map(({ id, symbol }) => ({ value: id, label: symbol }))]}
        />
      </fieldset>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <SelectField name="agendaItemId" label={t('item')} options={[none, ...agenda]} />
        <Field name="datedOn" type="date" label={t('date')} defaultValue={today} />
        <SelectField
          name="originalLanguage"
          label={t('originalLanguage')}
          defaultValue="en"
          options={locales.map((locale) => ({ value: locale, label: language(locale) }))}
        />
        <SelectField
          name="distribution"
          label={t('distribution')}
          defaultValue="general"
          options={distributions.map((distribution) => ({
            value: distribution,
            label: translations('documents.distributions')(distribution),
          }))}
        />
      </div>
      <CheckGroup
        name="languages"
        legend={t('languagesOf')}
        options={locales.map((locale) => ({
          value: locale,
          label: language(locale),
          checked: locale === 'en',
        }))}
      />
    </>
  )
}
