import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WholeAdoption } from '@/components/report/whole-adoption'
import type { ReportView } from '@/lib/report/queries'

const report = {
  hindrances: { pending: [], open: [] },
  parts: [],
  version: 1,
} as unknown as ReportView
const drawn = (meetings: { number: number; date: Date }[]) =>
  renderToStaticMarkup(
    <WholeAdoption
      report={report}
      slug="sixth"
      meetings={meetings}
      adopt={(async () => ({ status: 'idle' })) as never}
    />,
  )

test('the adoption of a report is not offered where no meeting could adopt it, and the way on is', () => {
  expect(drawn([])).not.toContain('<button')
  expect(drawn([])).toContain('href="/sessions/sixth/steps"')
  expect(drawn([{ number: 6, date: new Date('2020-07-29') }])).toContain(
    'Declare the report adopted',
  )
})
