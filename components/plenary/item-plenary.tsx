import type { FormAction } from '@/components/ui/form'
import type { ActiveObjection, StatedSupport } from '@/lib/plenary/console-queries'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { InFavour } from './in-favour'
import { ObjectionForms } from './objection-forms'
import { Objections } from './objections'

/**
 * The positions of delegations on an item in the plenary: objections, which hinder agreement, and support, which
 * decides nothing. `own` is the reader's delegation if it may state a position itself.
 */
export function ItemPlenary({
  slug,
  item,
  objections,
  support,
  own,
  acts,
}: {
  slug: string
  item: { id: string; wording: number; status: StatusKind; text: string; language: string }
  objections: readonly ActiveObjection[]
  support: readonly StatedSupport[]
  own: string | null
  acts: Record<'object' | 'withdraw' | 'support' | 'supportNoMore', FormAction>
}) {
  const { object, withdraw } = acts
  const isOwn = ({ delegationId }: { delegationId: string }) => delegationId === own
  const objects = objections.some(isOwn)
  return (
    <div className="mt-10 grid max-w-3xl gap-8">
      <div className="grid gap-6">
        <Objections objections={objections} item={item} />
        {own && (
          <ObjectionForms slug={slug} item={item} objects={objects} acts={{ object, withdraw }} />
        )}
      </div>
      <InFavour
        support={support}
        wording={item.wording}
        acts={
          own && !objects
            ? {
                which: { slug, id: item.id },
                named: support.find(isOwn)?.wording ?? null,
                state: acts.support,
                withdraw: acts.supportNoMore,
              }
            : null
        }
      />
    </div>
  )
}
