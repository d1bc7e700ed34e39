'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis, FileDown, Link2, Printer } from 'lucide-react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { ActIcon } from './act-icon'
import { type BarAct, type BarFile, type BarTexts, formOf } from './bar-act'

type MenuProps = {
  acts: readonly BarAct[]
  /** How many of the acts stand beside the menu where there is room. */
  beside: number
  files: readonly BarFile[]
  ofHead: readonly string[]
  texts: BarTexts
  onAsk: (name: string) => void
}

const never = () => () => {}

/** The acts that have no room in the bar, and the files: a menu, or a plain list that opens without script. */
export function MoreMenu(props: MenuProps) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return scripted ? <ScriptedMenu {...props} /> : <PlainList {...props} />
}

const narrow = (index: number, beside: number) => (index < beside ? ' md:hidden' : '')

function PlainList({ acts, beside, files, ofHead, texts }: MenuProps) {
  return (
    <details className="relative max-md:ms-auto">
      <summary aria-label={texts.more} className="button list-none px-3">
        <Ellipsis aria-hidden size={18} />
      </summary>
      <div className="menu absolute end-0 top-full z-30 mt-1 w-72 max-w-[calc(100vw-2rem)]">
        {acts.map((act, index) =>
          act.kind === 'form' ? (
            <button
              key={act.name}
              type="submit"
              form={formOf(act.name)}
              className={`menu-item${narrow(index, beside)}`}
            >
              <ActIcon name={act.name} />
              {act.label}
            </button>
          ) : (
            <a key={act.name} href={act.href} className={`menu-item${narrow(index, beside)}`}>
              <ActIcon name={act.name} />
              {act.label}
            </a>
          ),
        )}
        <OfHead ofHead={ofHead} others={texts.others} beside={acts.length <= beside} />
        <p className="menu-label">{texts.files}</p>
        {files.map(({ href, label }) => (
          <a key={href} href={href} className="menu-item">
            <FileDown aria-hidden size={16} />
            {label}
          </a>
        ))}
      </div>
    </details>
  )
}

function ScriptedMenu({ acts, beside, files, ofHead, texts, onAsk }: MenuProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(`${location.origin}${location.pathname}`)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={texts.more}
        title={texts.more}
        className="button px-3 max-md:ms-auto"
      >
        <Ellipsis aria-hidden size={18} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-30 outline-none">
          <Menu.Popup className="menu w-72 max-w-[calc(100vw-2rem)]">
            {acts.map((act, index) => (
              <ActItem key={act.name} act={act} onAsk={onAsk} className={narrow(index, beside)} />
            ))}
            <OfHead ofHead={ofHead} others={texts.others} beside={acts.length <= beside} />
            {(acts.length > 0 || ofHead.length > 0) && (
              <Menu.Separator
                className={`menu-line${ofHead.length > 0 ? '' : narrow(acts.length - 1, beside)}`}
              />
            )}
            <Menu.Group>
              <Menu.GroupLabel className="menu-label">{texts.files}</Menu.GroupLabel>
              {files.map(({ href, label }) => (
                <Item
                  key={href}
                  render={<a href={href} />}
                  icon={<FileDown aria-hidden size={16} />}
                >
                  {label}
                </Item>
              ))}
            </Menu.Group>
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" closeOnClick={false} onClick={() => void copy()}>
              <Link2 aria-hidden size={16} />
              <span role="status">{copied ? texts.copied : texts.copy}</span>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => setTimeout(() => print())}>
              <Printer aria-hidden size={16} />
              {texts.print}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function ActItem({
  act,
  onAsk,
  className,
}: {
  act: BarAct
  onAsk: (name: string) => void
  className: string
}) {
  const icon = <ActIcon name={act.name} />
  if (act.kind === 'link')
    return (
      <Item render={<a href={act.href} />} icon={icon} className={className}>
        {act.label}
      </Item>
    )
  const send = () =>
    document.querySelector<HTMLFormElement>(`#${formOf(act.name)}`)?.requestSubmit()
  return (
    <Menu.Item
      className={`menu-item${className}`}
      onClick={act.kind === 'sheet' ? () => onAsk(act.name) : send}
    >
      {icon}
      {act.label}
    </Menu.Item>
  )
}

const Item = ({
  render,
  icon,
  className = '',
  children,
}: {
  render: React.ReactElement
  icon: ReactNode
  className?: string
  children: ReactNode
}) => (
  <Menu.LinkItem render={render} className={`menu-item${className}`} closeOnClick>
    {icon}
    {children}
  </Menu.LinkItem>
)

/** What others of the delegation can do, named for whoever cannot. */
function OfHead({
  ofHead,
  others,
  beside,
}: {
  ofHead: readonly string[]
  others: string
  /** Whether all acts stand beside the menu where there is room. */
  beside: boolean
}) {
  if (ofHead.length === 0) return null
  return (
    <div className={`menu-line px-3 pb-1 pt-2 text-xs text-quiet${beside ? ' md:border-t-0' : ''}`}>
      <p>{others}</p>
      <ul className="mt-1 list-disc ps-4">
        {ofHead.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </div>
  )
}
