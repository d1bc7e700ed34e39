export const schemes = ['system', 'light', 'dark'] as const
/** Light or dark pages, or as the reader's system has them. */
export type Scheme = (typeof schemes)[number]

export const SCHEME_COOKIE = 'scheme'
/** Holds 'off' in a browser in which single keys do nothing. */
export const KEYS_COOKIE = 'keys'

/** The scheme that a cookie names; the system's, if it names none. */
export const schemeOf = (value: string | undefined): Scheme =>
  schemes.find((scheme) => scheme === value) ?? 'system'

/** The scheme in all cookies of a request. */
export const schemeIn = (cookies: string | null): Scheme =>
  schemes.find((scheme) => cookies?.split('; ').includes(`${SCHEME_COOKIE}=${scheme}`)) ?? 'system'
