import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns/subDays'
import { subMinutes } from 'date-fns/subMinutes'
import { Document, Packer, Paragraph } from 'docx'
import { acceptLate, withdrawComment } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { KeepDraft } from '@/lib/circulation/comments/schema'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import { makeItem } from '@/lib/consolidation/desk/item-commands'
import { setAside } from '@/lib/consolidation/desk/source-commands'
import { takeWording } from '@/lib/consolidation/desk/take-wording'
import { db } from '@/lib/db/client'
import { says, sendsPaper } from './circulation-acts'
import { openOverAll } from './covering'
import { inThePast } from './in-the-past'
import { issuedList } from './issued-list'
import { filledForm } from './papers'
import { type Scenario, scenario } from './scenario'

const SHARE = 'Member States should share electronic evidence.'
const TRAIN = 'Member States should train police officers.'

/** A stock-taking with two issued lists, one of which is as an import leaves it. */
export async function twoLists() {
  const cast = await scenario({ kind: 'stockTaking' })
  const by = [cast.arvenia, cast.belmara]
  const past = await issuedList(cast.session.groupId, 3, [SHARE, TRAIN], by)
  const imported = await issuedList(cast.session.groupId, 4, ['Experts noted the trend.'], by)
  await inThePast((tx) =>
    tx.item.updateMany({ where: { listId: imported.listId }, data: { importedNumber: '4 (c)' } }),
  )
  const [share, train, noted] = [...past.items, ...imported.items] as [string, string, string]
  return { cast, slug: cast.session.slug, share, train, noted }
}

type Items = { share: string; train: string; noted: string }

/** Comments before the deadline: by form, by paper, as typed; one replaced, one withdrawn. */
export async function comments(cast: Scenario, circulationId: string, { share, train }: Items) {
  const { arvenia, corvina, belmara, lumeria } = cast
  const form = await filledForm(circulationId, arvenia.id, {
    [share]: { category: 'substantive', position: 'supports', text: 'We support this.' },
  })
  const sheet = { circulationId, delegationId: arvenia.id, fileName: 'form.xlsx', bytes: form }
  await sendsPaper(arvenia.head, sheet)
  const words = 'On the words “share electronic evidence”: we cannot accept them.'
  const paper = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph(words)] }] }),
  )
  const free = { circulationId, delegationId: corvina.id, fileName: 'note.docx', bytes: paper }
  await sendsPaper(cast.secretariat, free)
  const first = await says(belmara.head, circulationId, { itemId: train })
  await says(belmara.head, circulationId, {
    itemId: train,
    position: 'supportsWithChange',
    replacesId: first,
    text: 'Judges need this too.',
    words: 'Member States should train police officers and judges.',
  })
  const gone = await says(lumeria.head, circulationId, { text: 'To be withdrawn.' })
  await withdrawComment(lumeria.head, { id: gone })
  await says(lumeria.head, circulationId, { text: 'The observer welcomes the lists.' })
}

/** The deadline passed three minutes ago; the opening lies ten days back. */
export const deadlinePasses = (id: string): Promise<void> =>
  inThePast((tx) =>
    tx.circulation.update({
      where: { id },
      data: { openedAt: subDays(new Date(), 10), openUntil: subMinutes(new Date(), 3) },
    }),
  )

/** A comment after the deadline, which the Secretariat accepts as late. */
export async function comesLate(cast: Scenario, circulationId: string, itemId: string) {
  const id = randomUUID()
  const draft = { id, circulationId, target: 'item', itemId, position: 'supports', text: 'Late.' }
  await keepDraft(cast.ilmara.head, KeepDraft.parse(draft))
  await askForLate(cast.ilmara.head, { circulationId, ids: [id] })
  await acceptLate(cast.secretariat, { circulationId, ids: [id] })
}

/** The stock-taking opens and every source has an outcome. Returns the one item that was made. */
export async function settles(cast: Scenario, items: Items): Promise<string> {
  const { slug } = cast.session
  await openOverAll(cast.secretariat, slug)
  const itemId = randomUUID()
  const words = { slug, headingId: '', newHeading: 'Training', kind: 'recommendation' } as const
  await makeItem(cast.rapporteur, {
    ...words,
    id: itemId,
    itemIds: [items.train],
    body: '',
    text: TRAIN,
    reason: '',
    strengthConfirmed: true,
  })
  const aside = { slug, kind: 'deferred', reason: 'For the next session.' } as const
  await setAside(cast.rapporteur, { ...aside, itemIds: [items.share, items.noted] })
  return itemId
}

/** The same; a proposed wording is taken, and all States and the observer are answered. */
export async function consolidates(cast: Scenario, circulationId: string, items: Items) {
  const { slug } = cast.session
  const itemId = await settles(cast, items)
  const counting = { replacedById: null, withdrawnAt: null }
  const open = await db.circulationComment.findMany({
    where: { circulationId, ...counting, delegation: { entity: { invented: true } } },
  })
  const change = open.find(({ wordingText }) => wordingText !== null)!
  const take = { slug, id: itemId, commentId: change.id, baseNumber: 1, reason: 'As proposed.' }
  await takeWording(cast.rapporteur, take)
  for (const comment of open) {
    const outcome = comment.id === change.id ? ('takenUp' as const) : ('noted' as const)
    const version = comment.id === change.id ? 1 : 0
    const answer = { commentId: comment.id, text: 'Thank you.', outcome, version, also: [] }
    await releaseResponse(cast.rapporteur, answer)
  }
}
