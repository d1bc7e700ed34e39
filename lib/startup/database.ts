import { planCluster } from '@/lib/db/embedded/plan'
import { ownDatabase } from '@/lib/db/embedded/start'
import { checkServer } from '@/lib/db/reach'
import { CannotStart, type Env } from '@/lib/env'
import { keptSecret } from './secret'

/** The database that this process works on, and the remark of the start on it. */
export type StartedDatabase = {
  url: string
  /** The address by which migrations run, as the owner of the tables. */
  ownerUrl: string
  secret: string
  embedded: boolean
  /** A sentence for the person who starts the server, if the data are in an unexpected place. */
  remark?: string
  stop: () => Promise<void>
}

/**
 * The external PostgreSQL if DATABASE_URL is set, after a check of access and version; otherwise the embedded one in
 * DATA_DIR, owned by this process alone. Throws CannotStart with one sentence.
 */
export async function startDatabase(
  env: Env,
  onLost: (error: unknown) => void,
): Promise<StartedDatabase> {
  if (!env.DATABASE_URL) return startEmbedded(env, onLost)
  if (!env.AUTH_SECRET)
    throw new CannotStart(
      'AUTH_SECRET is missing: with a database of your own, set it to at least 32 random characters (openssl rand -base64 33), the same for every instance.',
    )
  const { DATABASE_URL: url, MIGRATE_DATABASE_URL, AUTH_SECRET: secret } = env
  await checkServer(url, 'DATABASE_URL')
  if (MIGRATE_DATABASE_URL) await checkServer(MIGRATE_DATABASE_URL, 'MIGRATE_DATABASE_URL')
  return {
    url,
    ownerUrl: MIGRATE_DATABASE_URL ?? url,
    secret,
    embedded: false,
    stop: async () => {},
  }
}

async function startEmbedded(env: Env, onLost: (error: unknown) => void): Promise<StartedDatabase> {
  const plan = planCluster(env.DATA_DIR)
  const { url, ownerUrl, stop } = await ownDatabase(plan, onLost)
  const remark = plan.account
    ? `PostgreSQL refuses to run as root, so it runs as "${plan.account.name}"; the data are in ${plan.directory}`
    : undefined
  const secret = env.AUTH_SECRET ?? keptSecret(env.DATA_DIR)
  return { url, ownerUrl, secret, embedded: true, remark, stop }
}
