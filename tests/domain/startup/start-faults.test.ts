import { expect, test } from 'vitest'
import { CannotStart } from '@/lib/env'
import { explain } from '@/lib/startup/explain'

const fault = (code: string, about: object = {}) =>
  Object.assign(new Error('as the system says it'), { code, ...about })

test.each([
  ['EACCES', /^\/data cannot be written by this user\. .*DATA_DIR/],
  ['EPERM', /^\/data cannot be written by this user/],
  ['EROFS', /^\/data is on a file system that takes no writes/],
  ['ENOSPC', /^\/data cannot be written because the disk is full/],
  ['ENOTDIR', /^\/data is a file where a folder is needed/],
])('a data folder that fails with %s is named in one sentence', (code, sentence) => {
  expect(explain(fault(code, { path: '/data' }))).toMatch(sentence)
})

test.each(['53100', '53300', '25006', '42501', '28P01', '57P03'])(
  'a database that refuses with %s is told in one sentence',
  (code) => {
    expect(explain(fault(code))).toMatch(/^The database refused to work: as the system says it\./)
  },
)

test('what the person who starts the server cannot mend stays an error with its stack', () => {
  const defect = fault('23505')
  expect(explain(defect)).toBe(defect)
  expect(explain(new CannotStart('One sentence.'))).toBe('One sentence.')
})
