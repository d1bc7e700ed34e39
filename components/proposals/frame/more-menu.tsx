'use client'

import { Ellipsis, FileDown } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { lazy, Suspense } from 'react'
import { useAwake } from '@/components/live/use-awake'
import { ActIcon } from './act-icon'
import { formOf } from './bar-act'
import { type MenuProps, narrow, OfHead } from './menu-parts'

/** Comes after the page: until then, and without script, the plain list stands in its place. */
const ScriptedMenu = lazy(() => import('./scripted-menu'))

/** The acts that have no room in the bar, and the files: a menu, or a plain list that opens without script. */
export function MoreMenu(props: MenuProps) {
  if (!useAwake()) return <PlainList {...props} />
  return (
    <Suspense fallback={<PlainList {...props} />}>
      <ScriptedMenu {...props} />
    </Suspense>
  )
}

function PlainList({ acts, beside, files, ofHead, texts }: MenuProps) {
  return (
    <details className="relative max-md:ms-auto">
      <summary aria-label={texts.more} className="button list-none px-3">
        <Icon of={Ellipsis} size={18} />
      </summary>
      <div className="menu absolute end-0 top-full z-30 mt-1 w-72 max-w-[calc(100vw-2rem)]">
        {acts.map((act, index) =>
          act.kind === 'form' ? (
            <button
              key={act.name}
              type="submit"
              form={formOf(act.name)}
              className={`menu-item${narrow(index, beside)}`}
            >
              <ActIcon name={act.name} />
              {act.label}
            </button>
          ) : (
            <a key={act.name} href={act.href} className={`menu-item${narrow(index, beside)}`}>
              <ActIcon name={act.name} />
              {act.label}
            </a>
          ),
        )}
        <OfHead ofHead={ofHead} others={texts.others} beside={acts.length <= beside} />
        <p className="menu-label">{texts.files}</p>
        {files.map(({ href, label }) => (
          <a key={href} href={href} className="menu-item">
            <Icon of={FileDown} size={16} />
            {label}
          </a>
        ))}
      </div>
    </details>
  )
}
