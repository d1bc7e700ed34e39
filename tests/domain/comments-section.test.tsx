import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentsSection } from '@/components/comments/comments-section'

const section = (withdrawn: boolean) =>
  renderToStaticMarkup(
    <CommentsSection
      comments={[]}
      drafts={[]}
      currentRevision={1}
      openUntil={null}
      withdrawn={withdrawn}
      writing={false}
      start={{
        id: '',
        turn: '',
        proposalId: '',
        revisionNumber: 1,
        parentId: null,
        replacesId: null,
        category: 'general',
        position: '',
        version: 0,
        passage: '',
        passageStart: null,
        text: '',
      }}
      answering={null}
      abilities={{ write: null, discard: null, mayRelease: false }}
      address="/"
    />,
  )

test('a withdrawn proposal says that it was withdrawn, and nothing of the period', () => {
  expect(section(false)).toContain('The period for comments is closed.')
  expect(section(true)).toContain('This proposal was withdrawn. It takes no more comments.')
  expect(section(true)).not.toContain('The period for comments is closed.')
})
