import type { ReactNode } from 'react'

type Crumb = { href: string; label: string }

/** Breadcrumbs, the page's title, a line below it, and the page's actions. */
export function PageHeading({
  trail = [],
  title,
  children,
  actions,
}: {
  trail?: readonly Crumb[]
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-6">
      {trail.length > 0 && (
        <nav aria-label="Breadcrumb" className="no-print mb-1 text-sm text-quiet">
          {trail.map((crumb, index) => (
            <span key={crumb.href}>
              {index > 0 && (
                <span aria-hidden className="px-1.5">
                  ›
                </span>
              )}
              <a href={crumb.href} className="way">
                {crumb.label}
              </a>
            </span>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-serif text-2xl font-semibold">{title}</h1>
          {children && <div className="mt-1.5 max-w-prose text-pretty text-quiet">{children}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
