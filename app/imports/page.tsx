import type { Metadata } from 'next'
import { ImportDesk } from '@/components/import/import-desk'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('imports')('title'),
})

export default page('secretariat', async () => {
  const t = translations('imports')
  const names = ['ordinal', 'title', 'place', 'startsOn', 'endsOn'] as const
  const fields = Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      <ImportDesk
        previewAddress={`${paths.imports}/preview`}
        runAddress={`${paths.imports}/run`}
        texts={{
          ...fields,
          file: t('file'),
          fileHint: t('fileHint'),
          csvOnly: t('csvOnly'),
          check: t('check'),
          run: t('run'),
          faults: t('faults'),
          nothing: t('nothing'),
          ready: t('ready'),
          first: t('first'),
          line: t('line', { line: '#' }),
          progress: t('progress'),
          failed: t('failed'),
          columns: {
            number: t('columns.number'),
            heading: t('columns.heading'),
            text: t('columns.text'),
            by: t('columns.by'),
          },
        }}
      />
      <details className="mt-12 max-w-3xl">
        <summary className="cursor-pointer font-semibold">{t('format')}</summary>
        <p className="mt-3 max-w-prose">{t('formatText')}</p>
        <pre className="mt-3 overflow-x-auto bg-sunk p-4 text-sm">{`{
  "format": "stocktake-list", "version": 1,
  "session": { "ordinal": 4, "title": "", "place": "Vienna",
               "startsOn": "2018-04-03", "endsOn": "2018-04-05" },
  "items": [
    { "number": "4 (c)", "heading": "Legislation and frameworks",
      "kind": "recommendation", "language": "en",
      "text": "…", "by": ["Arvenia", "Belmara"] }
  ]
}`}</pre>
        <pre className="mt-3 overflow-x-auto bg-sunk p-4 text-sm">{`number,heading,kind,language,text,by
4 (c),Legislation and frameworks,recommendation,en,"…",Arvenia; Belmara`}</pre>
      </details>
    </>
  )
})
