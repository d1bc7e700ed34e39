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
