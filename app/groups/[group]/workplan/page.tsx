import { WorkplanFields } from '@/components/groups/workplan-fields'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { ordinalWord } from '@/lib/clock'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canChangeGroup } from '@/lib/sessions/groups/policy'
import { getGroup, type GroupView } from '@/lib/sessions/groups/queries'
import { plan } from '../../actions'

const kind = () => translations('groups')('workplan')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const { name } = await getGroup(actor, asId(params.group))
  return `${kind()} · ${name}`
})

export default page('participant', async (actor, { params }) => {
  const group = await getGroup(actor, asId(params.group))
  const t = translations('groups')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.group(group.id), label: group.name }]}
        title={t('workplan')}
      >
        {t('workplanLead')}
      </PageHeading>
      {group.workplans.length === 0 && <p className="text-quiet">{t('noWorkplan')}</p>}
      {group.workplans.map((workplan) => (
        <Plan key={workplan.id} workplan={workplan} />
      ))}
      {canChangeGroup(actor).allowed && (
        <section className="sheet mt-10 max-w-xl p-5">
          <h2 className="mb-4 font-serif text-xl font-semibold">{t('setWorkplan')}</h2>
          <Form action={plan}>
            <input type="hidden" name="groupId" value={group.id} />
            <WorkplanFields group={group} />
            <div>
              <SubmitButton>{t('saveWorkplan')}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </>
  )
})

function Plan({ workplan }: { workplan: GroupView['workplans'][number] }) {
  const t = translations('groups')
  const { fromYear, untilYear, documentSymbol, adoptedAt, stockTakingYear, listRule } = workplan
  const years = [...new Set(workplan.topics.map(({ year }) => year))]
  const facts = [
    workplan.proposedByChair && t('byChair'),
    adoptedAt && t('adoptedAt', { ordinal: ordinalWord(adoptedAt.ordinal) }),
    documentSymbol,
    stockTakingYear && t('stockTakingBy', { year: String(stockTakingYear) }),
  ].filter(Boolean)
  return (
    <section className="mb-8">
      <h2 className="font-serif text-xl font-semibold">
        {fromYear}–{untilYear}
      </h2>
      <p className="text-sm text-quiet">{facts.join(' · ')}</p>
      {listRule && <p className="mt-2 max-w-prose">{t('listRuleIs', { rule: listRule })}</p>}
      <dl className="mt-3 grid gap-y-2.5">
        {years.map((year) => (
          <div key={year}>
            <dt className="kicker">{year}</dt>
            {workplan.topics
              .filter((topic) => topic.year === year)
              .map(({ id, title }) => (
                <dd key={id}>{title}</dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
