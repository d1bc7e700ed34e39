'use server'

import type { PeopleListAnswer } from '@/components/delegations/people-import/people-list-answer'
import { formAction } from '@/lib/http/action'
import type { SignedIn } from '@/lib/delegations/actor'
import { registerPeople } from '@/lib/delegations/people-import/commands'
import { previewPeople } from '@/lib/delegations/people-import/queries'
import { RegisterPeople } from '@/lib/delegations/people-import/schema'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const checkOrRegister = formAction(RegisterPeople, async (actor, input) => {
  if (input.step === 'check') return { answer: await check(actor, input) }
  const { slug } = await registerPeople(actor, input)
  return { goTo: paths.delegations(slug), message: translations('said')('registeredMany') }
})

async function check(actor: SignedIn, input: RegisterPeople): Promise<PeopleListAnswer> {
  const t = translations('peopleList')
  const kinds = translations('entityKinds')
  const places = translations('delegation')
  const { registrations, problems, unchanged } = await previewPeople(actor, input)
  const lines = new Set(problems.map(({ line }) => line)).size
  const people = registrations.reduce((sum, registration) => sum + registration.people.length, 0)
  return {
    list: input.list,
    summary: [
      ...(lines > 0 ? [t('bad', { lines })] : []),
      ...(lines === 0 && registrations.length > 0
        ? [t('good', { delegations: registrations.length, people })]
        : []),
      ...(lines === 0 && unchanged > 0 ? [t('unchanged', { lines: unchanged })] : []),
      ...(lines === 0 && registrations.length === 0 ? [t('nothingNew')] : []),
    ].join(' '),
    problems: problems.map(({ line, key, values = {} }) => {
      const { kind } = values
      const translatedValues = kind
        ? { ...values, kind: kinds(kind as Parameters<typeof kinds>[0]) }
        : values
      return {
        line,
        reason: t(`problems.${key}` as 'problems.email', translatedValues as { word: string }),
      }
    }),
    suggestions: problems.flatMap(({ key, values }) =>
      key === 'stateSuggested'
        ? [{ name: String(values?.name), official: String(values?.official) }]
        : [],
    ),
    registrations:
      lines > 0
        ? []
        : registrations.map((registration) => ({
            name: registration.name,
            kind: kinds(registration.kind),
            state: t(
              registration.delegationId
                ? 'there'
                : registration.entityId
                  ? 'new'
                  : 'newOrganization',
            ),
            warning:
              registration.people.length > 0 && !registration.hasSubmitter ? t('noSubmitter') : '',
            people: registration.people.map(
              ({ honorific, name, email, role, maySubmit, namesakes }) => ({
                name: `${honorific} ${name}`.trim(),
                email,
                place: `${places(`roles.${role}`)}, ${t(maySubmit ? 'maySubmit' : 'draftsOnly')}`,
                notice:
                  namesakes.length > 0 ? t('namesakes', { addresses: namesakes.join(', ') }) : '',
              }),
            ),
          })),
  }
}
