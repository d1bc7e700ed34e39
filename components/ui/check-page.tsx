import type { ReactNode } from 'react'

/** The obstacles to an act, at the top of its check page: while there are any, the page does not offer the act. */
export const NotYet = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mb-8 grid max-w-3xl gap-3 border-s-4 border-alarm bg-alarm-wash px-4 py-3">
    <h2 className="font-serif text-xl font-semibold">{title}</h2>
    {children}
  </section>
)

/** What the act brings about, sentence by sentence. */
export const Consequences = ({
  title,
  sentences,
}: {
  title: string
  sentences: readonly string[]
}) => (
  <section>
    <h2 className="font-serif text-xl font-semibold">{title}</h2>
    <ul className="mt-2 grid list-disc gap-1 ps-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
)

/** The act itself, at the end of its check page. */
export const CheckedAct = ({ title, children }: { title: string; children: ReactNode }) => (
  <section
    aria-labelledby="act"
    className="no-print mt-10 max-w-3xl border-t border-line-strong pt-6"
  >
    <h2 id="act" className="mb-3 font-serif text-xl font-semibold">
      {title}
    </h2>
    {children}
  </section>
)
