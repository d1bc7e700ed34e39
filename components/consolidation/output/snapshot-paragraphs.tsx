import { ChineseFont } from '@/components/text/chinese-font'
import { Difference } from '@/components/text/difference'
import type { SnapshotChange } from '@/lib/plenary/snapshots/snapshot'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

/** The agreed paragraphs under their headings; in a comparison, each shows its change and its marks. */
export function SnapshotParagraphs({
  changes,
  compared,
}: {
  changes: readonly SnapshotChange[]
  compared: boolean
}) {
  const t = translations('snapshots')
  return (
    <div className="grid gap-5">
      {changes.some(({ item }) => item.language === 'zh') && <ChineseFont />}
      {changes.map(({ heading, change, item, before }, index) => (
        <div key={`${change} ${item.id}`}>
          {heading !== changes[index - 1]?.heading && (
            <h2 className="mb-4 mt-3 border-b border-line pb-1 font-semibold">{heading}</h2>
          )}
          <div className="grid grid-cols-[3.2rem_minmax(0,1fr)]">
            <span className="font-serif text-quiet">{item.number}</span>
            <div className="min-w-0">
              <p
                lang={item.language}
                dir={directionOf(item.language)}
                className="max-w-prose whitespace-pre-line font-serif"
              >
                {!compared || change === 'same' || change === 'confirmed' ? (
                  item.text
                ) : change === 'added' ? (
                  <ins>{item.text}</ins>
                ) : change === 'removed' ? (
                  <del>{item.text}</del>
                ) : (
                  <Difference base={before?.text ?? ''} next={item.text} locale={item.language} />
                )}
              </p>
              <p className="text-sm text-quiet">
                {compared && change !== 'same' && <b>{t(change)}</b>}
                {compared && change !== 'same' && item.adReferendum && ' · '}
                {item.adReferendum && t('adReferendum')}
              </p>
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}
