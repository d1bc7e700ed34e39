import { expect, test } from 'vitest'
import { statesNamed } from '@/lib/delegations/names/states-named'

const states = [
  { name: 'Chad', names: ['Chad', 'Tchad', '乍得'] },
  { name: 'Guinea', names: ['Guinea'] },
  { name: 'Türkiye', names: ['Türkiye'] },
]

test.each([
  ['Member States and Chad should ratify.', ['Chad']],
  ['Le Tchad, la Guinea-Bissau.', ['Chad', 'Guinea']],
  ['乍得应当批准公约', ['Chad']],
  ['Chadian experts, Guineans and chad', []],
  ['(Türkiye)', ['Türkiye']],
])('names of States in “%s”', (text, named) => {
  expect(statesNamed(text, states)).toEqual(named)
})
