import { encode } from 'uqr'
import { ActForm } from '@/components/ui/act-form'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'

/** Setting up an authenticator app: a button first, then the picture, the key and the first code. */
export function FactorSetup({
  setup,
  begin,
  confirm,
  cancel,
}: {
  setup: { secret: string; address: string } | null
  begin: FormAction
  confirm: FormAction
  /** Without it, the app is required. */
  cancel?: FormAction
}) {
  const t = translations('secondFactor')
  if (!setup) return <ActForm action={begin} values={{}} button={t('begin')} />
  return (
    <section className="sheet p-5">
      <p className="mb-4 text-sm">{t('scan')}</p>
      <QrCode text={setup.address} label={t('picture')} />
      <p className="mb-5 mt-3 text-sm">
        {t('key')}: <code className="break-all">{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form action={confirm}>
        <Field name="code" label={t('code')} inputMode="numeric" autoComplete="one-time-code" />
        <SubmitButton>{t('confirm')}</SubmitButton>
      </Form>
      {cancel && (
        <ActForm action={cancel} values={{}} button={t('cancel')} tone="plain" className="mt-3" />
      )}
    </section>
  )
}

/** A QR code, dark on white in either look: cameras read no other. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 3 })
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={squares.join('')} />
    </svg>
  )
}
