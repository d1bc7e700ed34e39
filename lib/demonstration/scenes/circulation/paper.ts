import { addDays } from 'date-fns/addDays'
import { loadForm } from '@/lib/circulation/forms/load'
import { writePieces } from '@/lib/circulation/papers/pieces'
import { readPaper } from '@/lib/circulation/papers/reading'
import type { Tx } from '@/lib/db/client'
import { sha256OfBytes } from '@/lib/record/record'
import type { CirculationScene } from './scene'

const NOTE = `Note of the delegation of Fenmark

The delegation of Fenmark presents its compliments and has the honour to send its comments.

General comments

Fenmark welcomes the two lists and thanks the Secretariat. It would prefer one heading for each topic.

2018, para. 1 (a)

Fenmark supports this paragraph, provided that it stays voluntary for States whose laws differ.

2018, para. 1 (b)

A comma is missing after the first clause.

Who will bear the costs of the training?

Fenmark avails itself of this opportunity to renew its assurances.`

/** A paper that came by note: the Secretariat entered it, the program cut it into pieces, and nobody has decided yet. */
export async function makePaper(tx: Tx, scene: CirculationScene): Promise<void> {
  const { id: circulationId, session, cast, diary, openedAt } = scene
  const { secretariat } = cast.officers
  const delegationId = session.delegations.fenmark
  const bytes = new TextEncoder().encode(NOTE)
  const [receivedAt, enteredAt] = [addDays(openedAt, 8), addDays(openedAt, 9)]
  const fileName = 'note of Fenmark.txt'
  const form = await loadForm(tx, circulationId, delegationId, 'office')
  const { kind, contentType, pieces } = await readPaper(bytes, fileName, form)
  const hash = sha256OfBytes(bytes)
  const { id } = await tx.paper.create({
    data: {
      circulationId,
      sessionId: session.id,
      delegationId,
      kind,
      fileName,
      contentType,
      size: bytes.length,
      hash,
      bytes,
      receivedAt,
      enteredAt,
      enteredById: secretariat.id,
      enteredBySecretariat: true,
    },
    select: { id: true },
  })
  await writePieces(tx, id, pieces, enteredAt)
  diary.push({
    sessionId: session.id,
    person: secretariat,
    actingFor: 'secretariat',
    subjectId: id,
    at: enteredAt,
    event: 'circulation.paperEntered',
    textHash: hash,
  })
}
