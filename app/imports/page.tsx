import type { Metadata } from 'next'
import { ImportRows } from '@/components/import/import-rows'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listImports } from '@/lib/proposals/import/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('imports')('title'),
})

/** A file of a past list is kept as a draft here; the page of the draft shows all of it. */
export default page('secretariat', async (actor) => {
  const t = translations('imports')
  const imports = await listImports(actor)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.sessions, label: translations('sessions')('title') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      <form
        action={paths.importUpload}
        method="post"
        encType="multipart/form-data"
        className="grid max-w-3xl gap-5"
      >
        <label className="grid gap-1.5 text-sm font-semibold">
          {t('file')}
          <span className="max-w-prose font-normal text-quiet">{t('fileHint')}</span>
          <input
            type="file"
            name="file"
            required
            accept=".json,.csv,application/json,text/csv"
            className="input font-normal"
          />
        </label>
        <div>
          <button type="submit" className="button button-main">
            {t('keep')}
          </button>
        </div>
      </form>
      {imports.length > 0 && (
        <section aria-labelledby="kept" className="mt-12">
          <h2 id="kept" className="mb-3 font-serif text-xl font-semibold">
            {t('kept')}
          </h2>
          <ImportRows imports={imports} />
        </section>
      )}
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
