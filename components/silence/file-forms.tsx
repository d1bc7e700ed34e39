import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { translations } from '@/lib/messages'
import type { RollRow } from '@/lib/silence/queries'
import { locales } from '@/lib/text/locales'

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="grid gap-1.5 text-sm font-semibold">
    {label}
    {children}
  </label>
)

/** Sends an annex before the opening; the answer is the page of the question again. */
export function AnnexForm({ address, version }: { address: string; version: number }) {
  const t = translations('silence')
  const language = translations('proposals.languages')
  return (
    <form
      action={address}
      method="post"
      encType="multipart/form-data"
      className="grid gap-4"
      aria-label={t('addAnnex')}
    >
      <input type="hidden" name="version" value={version} />
      <Labelled label={translations('documents')('language')}>
        <select name="language" className="input font-normal">
          {locales.map((one) => (
            <option key={one} value={one}>
              {language(one)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t('addAnnex')}>
        <input type="file" name="file" required className="input font-normal" />
      </Labelled>
      <div>
        <button type="submit" className="button">
          {t('upload')}
        </button>
      </div>
    </form>
  )
}

/** The Secretariat enters a break that came by another way, with its scan. */
export function EnteredBreakForm({ address, roll }: { address: string; roll: readonly RollRow[] }) {
  const t = translations('silence')
  const form = translations('periodsForm')
  return (
    <details>
      <summary className="button list-none">{t('enter')} …</summary>
      <form
        action={address}
        method="post"
        encType="multipart/form-data"
        className="mt-3 grid gap-4"
        aria-label={t('enter')}
      >
        <p className="max-w-prose text-quiet">{t('enterLead')}</p>
        <input type="hidden" name="id" defaultValue={randomUUID()} />
        <Labelled label={t('member')}>
          <select name="memberId" required className="input font-normal">
            <option value="">{t('chooseMember')}</option>
            {roll
              .filter(({ entitled }) => entitled)
              .map(({ id, capacity }) => (
                <option key={id} value={id}>
                  {capacity}
                </option>
              ))}
          </select>
        </Labelled>
        <Labelled label={t('byWay')}>
          <select name="way" className="input font-normal">
            <option value="note">{t('ways.note')}</option>
            <option value="email">{t('ways.email')}</option>
          </select>
        </Labelled>
        <Labelled label={t('receivedWhen')}>
          <input type="datetime-local" name="openUntil" required className="input font-normal" />
        </Labelled>
        <Labelled label={form('hour')}>
          <select name="openUntilHour" className="input font-normal">
            <option value="">–</option>
            <option value="summer">{form('summer')}</option>
            <option value="winter">{form('winter')}</option>
          </select>
        </Labelled>
        <Labelled label={t('point')}>
          <input name="point" required className="input font-normal" />
        </Labelled>
        <Labelled label={t('reason')}>
          <textarea name="reason" required rows={3} className="input font-normal" />
        </Labelled>
        <Labelled label={t('scanField')}>
          <input type="file" name="file" className="input font-normal" />
        </Labelled>
        <div>
          <button type="submit" className="button">
            {t('enterNow')}
          </button>
        </div>
      </form>
    </details>
  )
}
