import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentsSection } from '@/components/comments/comments-section'

const section = (withdrawn: boolean) =>
  renderToStaticMarkup(
    <CommentsSection
      comments={[]}
      drafts={[]}
      proposal={{ id: '', currentNumber: 1 }}
      deadline="Comments are closed."
      withdrawn={withdrawn}
      slug="x"
      own={null}
      opened={null}
      abilities={{
        write: null,
        withdraw: null,
        discard: null,
        restore: null,
        mayRelease: false,
        groups: [],
        clock: null,
      }}
      stream={null}
      address="/"
    />,
  )

test('a withdrawn proposal says that it was withdrawn, and nothing of the period', () => {
  expect(section(false)).toContain('Comments are closed.')
  expect(section(true)).toContain('This proposal was withdrawn. It takes no more comments.')
  expect(section(true)).not.toContain('Comments are closed.')
})
