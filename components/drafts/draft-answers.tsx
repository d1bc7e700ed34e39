import { CircleAlert } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { ReactNode } from 'react'
import { TextOfRecord } from '@/components/text/text-of-record'
import { UnprintableLetters } from '@/components/text/unprintable-letters'
import { formatter, translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { DraftCheck } from '@/lib/proposals/drafts/check/check'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { plainText } from '@/lib/text/document/document'
import { isLocale } from '@/lib/text/locales'
import { wordCount } from '@/lib/text/words'
import { type FieldFinding, FindingNotes } from './finding-notes'
import { type DraftField, FIELD_PLACES } from './fields'

/**
 * The content of a draft, field by field, each with its findings and a link to change it: the text first, as it will
 * stand, then a line for each answer.
 */
export function DraftAnswers({
  slug,
  draft,
  delegation,
  groups,
  check,
}: {
  slug: string
  draft: DraftView
  delegation: string
  /** The groups of States for which the delegation may submit, with their members today. */
  groups: readonly { id: string; name: string; members: readonly string[] }[]
  check: DraftCheck
}) {
  const t = translations('drafts')
  const tp = translations('proposals')
  const { body, language, kind, revises, onBehalfOf } = draft
  const text = plainText(body)
  const way = (field: DraftField) => `${paths.draft(slug, draft.id)}#${FIELD_PLACES[field]}`
  const answer = (field: DraftField, name: string, value: ReactNode, isFixed = false) => (
    <Answer
      key={field}
      name={name}
      value={value}
      findings={findingsOf(check, field)}
      {...(!isFixed && { change: way(field) })}
    />
  )
  return (
    <>
      <section aria-labelledby="answer-text">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="answer-text" className="kicker">
            {t('text')}
          </h2>
          <Change href={way('body')} name={t('text')} />
        </div>
        <div className="sheet p-5 sm:p-7">
          {text.trim() === '' ? <Missing /> : <TextOfRecord document={body} language={language} />}
        </div>
        <UnprintableLetters text={text} />
        <FindingNotes findings={findingsOf(check, 'body')} />
      </section>
      <dl className="mt-8 border-t border-line">
        {answer('kind', t('kind'), kind && tp(`kinds.${kind}`))}
        {answer('agendaItemId', t('agendaItem'), draft.agenda)}
        {answer(
          'originalLanguage',
          t('language'),
          isLocale(language) ? tp(`languages.${language}`) : language,
          revises !== null,
        )}
        {revises && answer('reason', t('reason'), draft.reason.trim())}
        {answer('explanation', t('explanation'), draft.explanation || t('noExplanation'))}
        <Answer name={t('words')} value={String(wordCount(text, language))} findings={[]} />
        <Answer name={t('delegation')} value={delegation} findings={[]} />
        {!revises &&
          (onBehalfOf || groups.length > 0) &&
          answer('onBehalfOfId', t('onBehalfOf'), groupOf(onBehalfOf, groups))}
      </dl>
    </>
  )
}

/** The chosen group with the members that it has today, or that the delegation speaks for itself. */
function groupOf(
  chosen: DraftView['onBehalfOf'],
  groups: readonly { id: string; members: readonly string[] }[],
): string {
  const t = translations('drafts')
  if (!chosen) return t('onBehalfOfNobody')
  const members = groups.find(({ id }) => id === chosen.id)?.members ?? []
  return members.length === 0
    ? chosen.name
    : t('onBehalfOfMembers', { group: chosen.name, names: formatter.list(members) })
}

/** The findings in one field: faults first, then advice. */
const findingsOf = ({ faults, advice }: DraftCheck, field: DraftField): FieldFinding[] => [
  ...faults.filter((fault) => fault.field === field).map((fault) => ({ ...fault, isFault: true })),
  ...advice
    .filter((finding) => finding.field === field)
    .map((finding) => ({ ...finding, isFault: false })),
]

function Answer({
  name,
  value,
  findings,
  change,
}: {
  name: string
  value: ReactNode
  findings: readonly FieldFinding[]
  change?: string
}) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[12rem_1fr_auto]">
      <dt className="text-sm text-quiet">{name}</dt>
      <dd
        dir="auto"
        className="col-span-2 row-start-2 min-w-0 whitespace-pre-line break-words sm:col-span-1 sm:col-start-2 sm:row-start-1"
      >
        {value || <Missing />}
        <FindingNotes findings={findings} />
      </dd>
      {change && (
        <dd className="col-start-2 row-start-1 sm:col-start-3">
          <Change href={change} name={name} />
        </dd>
      )}
    </div>
  )
}

function Missing() {
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold text-alarm">
      <Icon of={CircleAlert} size={17} />
      {translations('drafts')('missing')}
    </span>
  )
}

function Change({ href, name }: { href: string; name: string }) {
  const t = translations('drafts')
  return (
    <a href={href} className="way no-print" aria-label={t('changeField', { field: name })}>
      {t('change')}
    </a>
  )
}
