import type { ReactNode } from 'react'

/** The obstacles to an act, at the top of its check page: while there are any, the page does not offer the act. */
export const NotYet = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mb-8 grid max-w-3xl gap-3 border-s-4 border-alarm bg-alarm-wash px-4 py-3">
    <h2 className="font-serif text-xl font-semibold">{title}</h2>
    {children}
  </section>
)
