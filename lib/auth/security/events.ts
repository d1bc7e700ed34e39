/** Everything that the security log can say; the sentences stand in `messages` under `security.events`. */
export const securityEvents = [
  'signIn.succeeded',
  'signIn.failed',
  'signIn.limited',
  'signIn.ended',
  'right.refused',
  'account.passwordChanged',
  'account.closed',
  'account.reopened',
  'account.signInsEnded',
  'account.addressChanged',
  'account.limitsLifted',
  'account.linkMade',
  'account.factorReset',
  'factor.setUp',
  'factor.passed',
  'factor.failed',
  'factor.turnedOff',
  'factor.codesMade',
] as const
export type SecurityEvent = (typeof securityEvents)[number]
