import { type RefObject, useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import { SAME } from '@/components/keeping/form-fields'

/**
 * Words that come back into a new form belong to the draft that was begun with them: this page may have saved it while it
 * was left. The form takes its id before the words stand in it, so that they do not become a second draft.
 */
export function useAdoptedId(
  inside: RefObject<HTMLElement | null>,
  adopt: (id: string) => void,
): void {
  const onSame = useEffectEvent((event: Event) => {
    const { id } = (event as CustomEvent<Record<string, string>>).detail
    if (id) flushSync(() => adopt(id))
  })
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    const listener = (event: Event) => onSame(event)
    form.addEventListener(SAME, listener)
    return () => form.removeEventListener(SAME, listener)
  }, [inside])
}
