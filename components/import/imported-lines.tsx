import { translations } from '@/lib/messages'
import { directionOf } from '@/lib/text/locales'
import type { StoredItem } from '@/lib/proposals/import/schema'
import { listed } from '@/lib/text/apart'

/** Every line of the list under its heading, in its order, with the line of the file. */
export function ImportedLines({ items }: { items: readonly StoredItem[] }) {
  const t = translations('imports')
  const headings = [...new Set(items.map(({ heading }) => heading))]
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="mb-4 font-serif text-xl font-semibold">
        {t('whole')}
      </h2>
      {headings.map((heading, index) => (
        <section key={heading} className="mb-8">
          <h3 className="mb-2 font-semibold">
            {index + 1}. {heading}
          </h3>
          <ol className="grid gap-4">
            {items
              .filter((item) => item.heading === heading)
              .map((item) => (
                <li
                  key={item.line}
                  className="grid gap-x-4 border-t border-line pt-2 sm:grid-cols-[5rem_1fr]"
                >
                  <span className="text-sm text-quiet">{item.number || t('noNumber')}</span>
                  <div className="min-w-0">
                    <p
                      lang={item.language}
                      dir={directionOf(item.language)}
                      className="max-w-prose whitespace-pre-line break-words font-serif"
                    >
                      {item.text}
                    </p>
                    <p className="text-sm text-quiet">
                      {[
                        listed(item.by) || t('noState'),
                        t(`kinds.${item.kind}`),
                        t('atLine', { line: item.line }),
                      ].join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
