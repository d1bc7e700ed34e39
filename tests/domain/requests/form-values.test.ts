import { expect, test } from 'vitest'
import { formValues, withoutSecrets } from '@/lib/http/form-state'

test('an answer to a refused form holds what was typed, but no password and no code', () => {
  const form = new FormData()
  const typed = {
    email: 'ada@arvenia.example',
    password: 'one',
    current: 'two',
    code: '3',
    token: 'f',
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, value)
  form.append('role[]', 'head')
  expect(withoutSecrets(formValues(form))).toEqual({ email: typed.email, role: ['head'] })
})

test('lines of a form end as those of a field', () => {
  const form = new FormData()
  form.append('text', 'We support this,\r\nin these words.')
  form.append('notes[]', 'One\r\n\r\nTwo')
  expect(formValues(form)).toEqual({
    text: 'We support this,\nin these words.',
    notes: ['One\n\nTwo'],
  })
})
