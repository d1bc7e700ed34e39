'use client'

// The browser's half of ClientMessages: use-intl's own provider.
export { IntlProvider as MessagesProvider } from 'use-intl/react'
