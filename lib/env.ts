import { z } from 'zod'

/** A condition that the person who starts the server must mend; the message is one clear sentence. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

const flag = z.stringbool({ truthy: ['1', 'true', 'yes'], falsy: ['0', 'false', 'no'] })

/** An address as people type it is an origin: a path would be cut off without a word. */
const withoutPath = (url: string): boolean => !URL.canParse(url) || new URL(url).pathname === '/'

const SINGLE_SIGN_ON = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** Every variable that Stocktake reads, declared once; `.env.example` says the same to operators. */
const Variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** The port that the server listens on; 0 takes any free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address that the server listens on. Loopback with the embedded database, else every one. */
  HOST: z.string().optional(),
  /** The address that people type, without a path; links in mails and the origin check use it. */
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .refine(withoutPath, 'Give the address without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  /** The address of an own PostgreSQL, 15 or later. Without it an embedded server starts in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The same database as the owner of its tables, for migrations and backups; else DATABASE_URL's role is that. */
  MIGRATE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connections of this process to the database: pages and acts share them. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
  /** The folder of the embedded database and its secret. */
  DATA_DIR: z.string().default('.data'),
  /** The folder of the production build, relative to the project. */
  BUILD_DIR: z.string().default('.next'),
  /** Signs the sign-in cookies. Required with DATABASE_URL, otherwise made in DATA_DIR. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** The number of own proxies before the server; 0 ignores all X-Forwarded headers. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** The mail server. Without it mail stays in the database, where an administrator reads it. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Stocktake <stocktake@localhost>'),
  /** The address to which people write for help. The help page shows it. */
  CONTACT_EMAIL: z.email().optional(),
  /** Sign-in through an OpenID Connect provider: all of the first three, or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Single sign-on'),
  /** Whether Chair, Rapporteur and Secretariat must use an authenticator app. */
  REQUIRE_SECOND_FACTOR: flag.default(false),
  /** Set by the server itself when it runs the embedded database and its demonstration. */
  DEMONSTRATION: flag.default(false),
})

const Environment = Variables.superRefine((variables, context) => {
  const missing = SINGLE_SIGN_ON.filter((name) => !variables[name])
  if (missing.length === SINGLE_SIGN_ON.length) return
  for (const name of missing)
    context.addIssue({
      code: 'custom',
      path: [name],
      message: 'Missing, though single sign-on is set up by the others',
    })
})

/** The checked environment. */
export type Env = z.output<typeof Environment>

let checked: Env | undefined

/**
 * The environment, checked at the first call and then kept. Throws CannotStart, naming each wrong
 * variable. Call it inside functions, never while a module loads: a build has no environment.
 */
export function env(): Env {
  checked ??= check(process.env)
  return checked
}

/** Sets variables for this process and its children; the next `env()` checks them all again. */
export function provideEnv(values: Partial<Record<keyof Env | 'NEXTAUTH_URL', string>>): void {
  Object.assign(process.env, values)
  checked = undefined
}

function check(source: NodeJS.ProcessEnv): Env {
  const variables = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(variables)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new CannotStart(`The configuration is wrong: ${wrong.join('; ')} (see .env.example).`)
}
