import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page's scripts run: false in the server's HTML and until React has taken it over. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
