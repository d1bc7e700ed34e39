import { translations } from '@/lib/messages'
import { LiveRefresh } from './live-refresh'

/** Keeps a page up to date with a stream of versions, see LiveRefresh. */
export function SessionLive({
  address,
  version,
  asks = false,
}: {
  address: string
  version: number
  asks?: boolean
}) {
  const t = translations('live')
  const texts = { notLive: t('notLive'), changed: t('changed'), show: t('show') }
  return <LiveRefresh address={address} version={version} asks={asks} texts={texts} />
}
