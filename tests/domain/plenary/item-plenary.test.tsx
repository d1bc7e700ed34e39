import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ItemPlenary } from '@/components/plenary/item-plenary'
import type { StatusKind } from '@/lib/consolidation/kinds'

const act = (async () => ({ status: 'idle' })) as never
const acts = { object: act, withdraw: act, support: act, supportNoMore: act }

/** The item's second wording, as Arvenia reads it, with the wording that Arvenia supports. */
const drawn = (supported: number | null, status: StatusKind = 'underDiscussion') =>
  renderToStaticMarkup(
    <ItemPlenary
      slug="seventh"
      item={{ id: 'i', wording: 2, status, text: 'Member States should act.', language: 'en' }}
      objections={[]}
      support={
        supported === null
          ? []
          : [{ delegationId: 'arvenia', delegationName: 'Arvenia', wording: supported }]
      }
      own="arvenia"
      acts={acts}
    />,
  )

test('support of an earlier wording can be withdrawn, and the present one supported', () => {
  const buttons = (html: string) =>
    ['Support this wording', 'Withdraw our support'].filter((button) => html.includes(button))
  expect(buttons(drawn(null))).toEqual(['Support this wording'])
  expect(buttons(drawn(2))).toEqual(['Withdraw our support'])
  expect(buttons(drawn(1))).toEqual(['Support this wording', 'Withdraw our support'])
})

test('an agreed item says how an objection is still heard', () => {
  expect(drawn(null)).toContain('Object to agreement')
  expect(drawn(null, 'agreed')).not.toContain('Object to agreement')
  expect(drawn(null, 'agreed')).toContain('Ask the presiding officer to reopen it')
})
