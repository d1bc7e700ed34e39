import 'server-only'
import { databaseTime } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { Refused } from '@/lib/errors'
import { plainText } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { lockList, lockScreen, requireItem } from '@/lib/consolidation/ledger/lock'
import { rewordItemIn } from '@/lib/consolidation/ledger/wordings/reword'
import type { ClearScreenText, FixScreenText, TypeOnScreen } from '@/lib/plenary/schema'
import { canTypeOnScreen, canUseScreen } from '@/lib/consolidation/policy'

/**
 * Saves the typed text of the screen; everybody sees it at once, marked against the wording. Refused on an older
 * version of the screen, so that two people who type do not overwrite each other; version 0 means that nothing was
 * typed. Refused on an agreed item, whose words stand. Returns the version that is kept now.
 */
export function typeOnScreen(actor: SignedIn, input: TypeOnScreen): Promise<{ version: number }> {
  return transaction(actor, async (tx) => {
    const list = await lockScreen(tx, actor, input.slug, canUseScreen)
    const item = await requireItem(tx, list, input.id)
    requireAllowed(canTypeOnScreen(actor, list, item))
    if (item.currentNumber !== input.baseNumber) throw new Refused('conflict', 'wordingMoved')
    const body = readWording(input, item.language, { allowEmpty: true })
    const before = await tx.screenText.findUnique({ where: { itemId: item.id } })
    if ((before?.version ?? 0) !== input.version) throw new Refused('conflict', 'screenMoved')
    const typed = {
      baseNumber: input.baseNumber,
      body,
      text: plainText(body),
      // The list's: it grows with every act, so that no two texts have one version.
      version: list.version,
      updatedAt: await databaseTime(tx),
      updatedById: actor.personId,
    }
    await tx.screenText.upsert({
      where: { itemId: item.id },
      create: { itemId: item.id, ...typed },
      update: typed,
    })
    return { version: list.version }
  })
}

/**
 * Makes the text on the screen the item's wording, and clears the screen of its marks: `body` as the console shows it,
 * refused if somebody has typed since `version`, or else the last typed text. Refused if the item has another wording than
 * the one against which the console marked the text.
 */
export function fixScreenText(actor: SignedIn, input: FixScreenText): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canUseScreen)
    const item = await requireItem(tx, list, input.id)
    requireAllowed(canTypeOnScreen(actor, list, item))
    const typed = await tx.screenText.findUnique({ where: { itemId: item.id } })
    if (!typed && !input.body) throw new Refused('conflict', 'screenMoved')
    const stored = typed ? JSON.stringify(typed.body) : ''
    const body = readWording({ body: input.body || stored, text: '' }, item.language)
    // The person's own last words may have come meanwhile: the same text is no other text.
    const hasMoved = (typed?.version ?? 0) !== (input.version ?? typed?.version ?? 0)
    if (hasMoved && typed?.text !== plainText(body)) throw new Refused('conflict', 'screenMoved')
    await rewordItemIn(tx, actor, list, item, {
      baseNumber: input.baseNumber ?? typed?.baseNumber ?? item.currentNumber,
      body,
      reason: input.reason,
      may: canTypeOnScreen,
    })
    await tx.screenText.deleteMany({ where: { itemId: item.id } })
  })
}

/** Removes the typed text; the wording stays. */
export function clearScreenText(actor: SignedIn, input: ClearScreenText): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockScreen(tx, actor, input.slug, canUseScreen)
    const item = await requireItem(tx, list, input.id)
    await tx.screenText.deleteMany({ where: { itemId: item.id } })
  })
}
