import 'server-only'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { plainText, readWording, type TextDocument } from '@/lib/text/document'
import { rewordWithin } from './item-commands'
import { lockList, lockScreen, requireItem } from './list-lock'
import type { FixScreenText, TypeOnScreen } from './plenary-schema'
import { canRunScreen } from './policy'

/**
 * Keeps what is typed into the text on the screen; everybody sees it at once, marked against the
 * wording. Refused on an older version of the screen, so that two who type do not overwrite each
 * other. Returns the version that is kept now, and that of the list, by which a page that was drawn
 * earlier is known.
 */
export function typeOnScreen(
  actor: SignedIn,
  input: TypeOnScreen,
): Promise<{ version: number; listVersion: number }> {
  return transaction(async (tx) => {
    const list = await lockScreen(tx, actor, input.slug, canRunScreen)
    const item = await requireItem(tx, list, input.id)
    if (item.currentNumber !== input.baseNumber) throw new Refused('conflict', 'wordingMoved')
    const body = readWording(input, item.language, { allowEmpty: true })
    const kept = await tx.$queryRaw<{ version: number }[]>`
      INSERT INTO "ScreenText" ("itemId", "baseNumber", body, text, "updatedById")
      VALUES (${item.id}::uuid, ${input.baseNumber}, ${JSON.stringify(body)}::jsonb,
        ${plainText(body)}, ${actor.personId}::uuid)
      ON CONFLICT ("itemId") DO UPDATE SET "baseNumber" = EXCLUDED."baseNumber",
        body = EXCLUDED.body, text = EXCLUDED.text, version = "ScreenText".version + 1,
        "updatedAt" = now(), "updatedById" = EXCLUDED."updatedById"
      WHERE "ScreenText".version = ${input.version}
      RETURNING version`
    if (!kept[0]) throw new Refused('conflict', 'screenMoved')
    return { version: kept[0].version, listVersion: list.version }
  })
}

/** Makes the typed text the item's wording, and clears the screen of its marks. */
export function fixScreenText(actor: SignedIn, input: FixScreenText): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canRunScreen)
    const item = await requireItem(tx, list, input.id)
    const typed = await tx.screenText.findUnique({ where: { itemId: item.id } })
    if (!typed) throw new Refused('conflict', 'screenMoved')
    const body = typed.body as TextDocument
    readWording({ body: JSON.stringify(body), text: '' }, item.language)
    await rewordWithin(tx, actor, list, item, {
      baseNumber: typed.baseNumber,
      body,
      reason: input.reason,
    })
    await tx.screenText.delete({ where: { itemId: item.id } })
  })
}

/** Takes away what was typed; the wording stands as it was. */
export function clearScreenText(actor: SignedIn, input: FixScreenText): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockScreen(tx, actor, input.slug, canRunScreen)
    const item = await requireItem(tx, list, input.id)
    await tx.screenText.deleteMany({ where: { itemId: item.id } })
  })
}
