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
  'account.nameCorrected',
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

/** Details that are no refusal: how a person signed in, who acted; the sentences stand in `messages` under `security.details`. */
export const securityDetails = [
  'password',
  'link',
  'oidc',
  'app',
  'recovery',
  'operator',
  'unknownPerson',
  'addressNotConfirmed',
  'tooManyAttempts',
  'waitAfterAttempts',
] as const
