export const BY_NIGHT: readonly string[]
