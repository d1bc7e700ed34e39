import { translations } from '@/lib/messages'
import type { ImportProblem } from '@/lib/proposals/import/format'
import { problemSentence } from '@/lib/proposals/import/problem-sentence'

/** Everything that is wrong with a file, by its lines. */
export function ImportFaults({ problems }: { problems: readonly ImportProblem[] }) {
  const t = translations('imports')
  return (
    <section className="max-w-3xl border-s-4 border-alarm bg-alarm-wash px-4 py-3">
      <h2 className="font-semibold text-alarm">{t('faults', { count: problems.length })}</h2>
      <ul className="mt-2 grid gap-1 text-sm">
        {problems.map((problem, index) => (
          <li key={index} className="break-words">
            {problem.line > 0 && (
              <b>{t('line', { line: problem.line, item: problem.item ?? 0 })} </b>
            )}
            {problemSentence(problem)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">{t('nothing')}</p>
    </section>
  )
}
