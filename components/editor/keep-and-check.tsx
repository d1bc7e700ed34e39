import { ClientMessages } from '@/components/messages/client-messages'
import { SubmitButton } from '@/components/ui/form'
import { DraftKeeper } from './draft-keeper'

/** The end of a form that edits a draft: the keeper, and the buttons to save and to check. */
export function KeepAndCheck({
  draft,
  address,
  checkAddress,
  texts,
}: {
  draft: { id: string; version: number }
  address: string
  checkAddress: string
  texts: { save: string; toCheck: string }
}) {
  return (
    <>
      <ClientMessages namespaces={['editor.keeper']}>
        <DraftKeeper
          draftId={draft.id}
          version={draft.version}
          saveAddress={`${address}/save`}
          checkAddress={checkAddress}
        />
      </ClientMessages>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="save" tone="quiet">
          {texts.save}
        </SubmitButton>
        <SubmitButton name="act" value="check">
          {texts.toCheck}
        </SubmitButton>
      </div>
    </>
  )
}
