import { translations } from '@/lib/messages'
import type { SetUpGroup } from '@/lib/sessions/groups/schema'
import type { CheckedGroup } from './set-up-form'

/** The facts of a first group, as its check page shows them. */
export function checkedGroup({ settings, mandates }: SetUpGroup, now: Date): CheckedGroup {
  const t = translations('groups')
  const check = translations('setUp.checked')
  const line = (label: string, value: string) => ({ label, value: value || check('nothing') })
  const answer = (is: boolean) => check(is ? 'yes' : 'no')
  const { morningFrom, morningUntil, afternoonFrom, afternoonUntil } = settings
  const year = String(now.getUTCFullYear())
  return [
    {
      title: t('parts.name'),
      lines: [
        line(t('name'), settings.name),
        line(t('shortName'), settings.shortName),
        line(check('describedAs'), settings.describedAs),
        line(check('symbols'), check('symbol', { root: settings.symbolRoot, year })),
        line(t('parentBody'), settings.parentBody),
      ],
    },
    {
      title: t('parts.seat'),
      lines: [
        line(t('seat'), settings.seat),
        line(t('timeZone'), settings.timeZone.replaceAll('_', ' ')),
        line(check('now'), timeAt(settings.timeZone, now)),
      ],
    },
    {
      title: t('mandates'),
      lines: mandates.length
        ? mandates.map(({ body, symbol, dated, asked }) =>
            line([body, symbol, dated && `(${dated})`].filter(Boolean).join(' '), asked),
          )
        : [line(t('mandates'), '')],
    },
    {
      title: t('parts.sessions'),
      lines: [
        line(check('eventWord'), t(settings.eventWord)),
        line(check('morning'), `${morningFrom}–${morningUntil}`),
        line(check('afternoon'), `${afternoonFrom}–${afternoonUntil}`),
      ],
    },
    {
      title: t('rights'),
      lines: (
        [
          'observersMayPropose',
          'stakeholdersMayComment',
          'observersMayTakePosition',
          'responsesRequired',
        ] as const
      ).map((name) => line(t(name), answer(settings[name]))),
    },
    {
      title: t('parts.silence'),
      lines: [
        line(check('silence'), check('silenceHours', { hours: settings.silenceHours })),
        line(check('grace'), check('graceMinutes', { minutes: settings.silenceGraceMinutes })),
      ],
    },
  ]
}

/** "29 November 2026 at 10:05" by a clock that is not that of the installation yet. */
const timeAt = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    instant,
  )
