import { describe, expect, test } from 'vitest'
import { guessable } from '@/lib/auth/password/guessable'

const ada = {
  name: 'Ada Quill-Mérimée',
  email: 'a.quill@arvenia.example',
  group: ['Expert Group on Cybercrime', 'Vienna'],
}

describe('a new password', () => {
  test.each([
    ['password1234', 'passwordCommon'],
    ['1234Password!!', 'passwordCommon'],
    ['passwordpassword', 'passwordCommon'],
    ['qwertyuiop123', 'passwordCommon'],
    ['123456789012', 'passwordCommon'],
    ['aaaaaaaaaaaaaa', 'passwordCommon'],
    ['abcabcabcabc', 'passwordCommon'],
    ['dragonmonkey7', 'passwordCommon'],
    ['stocktake2026!', 'passwordCommon'],
    ['Cybercrime-2026', 'passwordCommon'],
    ['Vienna Cybercrime', 'passwordOwnWords'],
    ['quill.merimee 99', 'passwordOwnWords'],
    ['a.quill@arvenia.example', 'passwordOwnWords'],
  ])('“%s” is refused', (password, key) => {
    expect(guessable(password, ada)).toBe(key)
  })

  test.each([
    'a quiet corner by the window',
    'Ada reads the river in the morning',
    'q7#Vt9!mLz2x',
    '静かな窓辺の読書室で本を読む',
    'a lamp of one’s own',
  ])('“%s” is taken', (password) => {
    expect(guessable(password, ada)).toBeNull()
  })
})
