import type { Metadata } from 'next'
import { LineageFigure } from '@/components/consolidation/output/lineage-figure'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { lineageOf } from '@/lib/consolidation/outputs/lineage/lineage'
import { lineageWords } from '@/lib/consolidation/outputs/lineage/lineage-labels'
import { outputTranslations } from '@/lib/consolidation/outputs/files'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('outputs.lineageOf')('title'),
})

/** The lineage drawn: sessions and topics on one side, the items of the consolidated list on the other. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('outputs.lineageOf')
  const consolidation = translations('consolidation')
  const list = await getPrintedList(actor, session)
  const lineage = lineageOf(list)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: consolidation('title') }]}
        title={t('title')}
      >
        {t('about')}
      </PageHeading>
      {lineage.bands.length === 0 ? (
        <Empty title={t('empty')}>{t('emptyHint')}</Empty>
      ) : (
        <LineageFigure
          lineage={lineage}
          words={lineageWords(lineage, outputTranslations())}
          slug={session.slug}
        />
      )}
    </>
  )
})
