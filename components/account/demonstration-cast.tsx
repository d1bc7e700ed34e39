import type { DemonstrationPeople } from '@/lib/demonstration/people'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { ProofForm, type ProofValues } from './proof-form'

/** The tour of the demonstration, and its people, each a button that signs in as them with the common password. */
export function DemonstrationCast({
  people,
  proof,
}: {
  people: DemonstrationPeople
  proof: ProofValues
}) {
  const t = translations('signIn.demonstration')
  const roles = translations('account.roles')
  const offices = translations('offices')
  return (
    <div className="grid gap-10">
      <Tour people={people} proof={proof} />
      <section aria-labelledby="cast">
        <h2 id="cast" className="font-serif text-xl font-semibold">
          {t('title')}
        </h2>
        <p className="mb-5 mt-1 max-w-prose text-sm text-quiet">
          {t('lead')} <strong className="font-semibold text-ink">{people.password}</strong>
        </p>
        <ProofForm action={paths.prove('password')} proof={proof} className="gap-x-8 sm:columns-2">
          <input type="hidden" name="password" value={people.password} />
          <Group title={t('officers')}>
            {people.officers.map(({ name, email, office }) => (
              <Person key={email} name={name} email={email} part={offices(office)} />
            ))}
          </Group>
          {people.delegations.map((delegation) => (
            <Group key={delegation.name} title={delegation.name}>
              {delegation.people.map(({ name, email, role, maySubmit }) => (
                <Person
                  key={email}
                  name={name}
                  email={email}
                  part={maySubmit ? t('maySubmit', { role: roles(role) }) : roles(role)}
                />
              ))}
            </Group>
          ))}
        </ProofForm>
      </section>
    </div>
  )
}

/** The tour in five minutes, as three of the people: their names, and their acts. */
function Tour({ people, proof }: { people: DemonstrationPeople; proof: ProofValues }) {
  const t = translations('signIn.demonstration.tour')
  return (
    <section aria-labelledby="tour">
      <h2 id="tour" className="font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      <p className="mb-4 mt-1 max-w-prose text-sm text-quiet">{t('lead')}</p>
      <ProofForm action={paths.prove('password')} proof={{ ...proof, returnTo: '/' }} className="">
        <input type="hidden" name="password" value={people.password} />
        <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
          {people.tour.map(({ name, email, part }, index) => (
            <li key={email} className="border-t-2 border-accent pt-3">
              <p className="kicker">{t(`${part}.who`)}</p>
              <p className="mb-3 mt-1 text-sm">{t(`${part}.what`)}</p>
              <button type="submit" name="email" value={email} className="button">
                {index + 1}. {name}
              </button>
            </li>
          ))}
        </ol>
      </ProofForm>
    </section>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mb-6 break-inside-avoid">
      <h3 className="kicker border-b border-line-strong pb-1">{title}</h3>
      <ul>{children}</ul>
    </div>
  )
}

function Person({ name, email, part }: { name: string; email: string; part: string }) {
  return (
    <li className="border-b border-line">
      <button
        type="submit"
        name="email"
        value={email}
        className="block min-h-11 w-full cursor-pointer py-1.5 text-start leading-snug hover:bg-accent-wash"
      >
        <span className="flex flex-wrap justify-between gap-x-3">
          <span className="font-semibold text-accent underline underline-offset-4">{name}</span>
          <span className="text-sm">{part}</span>
        </span>
        <span className="block break-words text-xs text-quiet">{email}</span>
      </button>
    </li>
  )
}
