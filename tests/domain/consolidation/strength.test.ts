import { describe, expect, it } from 'vitest'
import { strength } from '@/lib/consolidation/strength/strength'

describe('the strength of the verb', () => {
  it.each([
    ['Member States should consider ratifying the Convention;', 3],
    ['Member States should ratify the Convention;', 5],
    ['Member States are encouraged to ratify the Convention;', 5],
    ['Member States should be encouraged to continue training judges;', 2],
    ['Member States may wish to share information on threats;', 1],
    ['Call on partners to give technical help.', 1],
    ['Continue and strengthen its efforts.', 2],
    ['Member States should, in line with their law, examine the matter;', 3],
    ['Legislation should be amended;', 5],
    ['Actively promote training.', 4],
    ['Take measures against fraud.', 4],
    ['In order to gain time, States should establish contact points;', 5],
    ['With that aim, strengthen the network.', 4],
    ['Support should be given to smaller States.', 4],
    ['Les États Membres devraient envisager de ratifier la Convention ;', 3],
    ['Les États Membres devraient renforcer la coopération ;', 4],
    ['Los Estados Miembros deberían adoptar normas;', 5],
    ['Государствам-членам следует рассмотреть вопрос о ратификации;', 3],
    ['Государствам-членам следует укреплять сотрудничество;', 4],
    ['会员国应考虑批准《公约》；', 3],
    ['会员国应批准《公约》；', 5],
    ['鼓励会员国分享经验；', 1],
    ['ينبغي للدول الأعضاء أن تنظر في التصديق على الاتفاقية؛', 3],
    ['ينبغي للدول الأعضاء أن تنشئ وحدات متخصصة؛', 5],
    ['ينبغي للدول الأعضاء أن تُعزِّز التعاون؛', 4],
    ['يَنبغي للدول الأعضاء أن تتّخـذ تدابير؛', 4],
  ] as const)('of “%s” is %i', (text, step) => {
    expect(strength(text)).toBe(step)
  })

  it.each(['', '   ', 'Cybercrime knows no borders.', '网络犯罪没有国界。', '!!!', '\u0000\uD800'])(
    'is none where nothing is asked: “%s”',
    (text) => {
      expect(strength(text)).toBeNull()
    },
  )
})
