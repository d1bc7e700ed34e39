export const schemes = ['system', 'light', 'dark'] as const
/** Light or dark pages, or as the reader's system has them. */
export type Scheme = (typeof schemes)[number]

export const SCHEME_COOKIE = 'scheme'

/** The scheme that a browser keeps in its cookies. */
export const schemeIn = (cookies: string | null | undefined): Scheme =>
  schemes.find((one) => cookies?.split('; ').includes(`${SCHEME_COOKIE}=${one}`)) ?? 'system'
