'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis, FileDown, Link2, Printer } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { type ReactNode, useState } from 'react'
import { ActIcon } from './act-icon'
import { type BarAct, formOf } from './bar-act'
import { type MenuProps, narrow, OfHead } from './menu-parts'

/** The menu of the bar, with the acts to copy the link and to print. */
export default function ScriptedMenu({ acts, beside, files, ofHead, texts, onAsk }: MenuProps) {
  const [copied, setCopied] = useState(false)
  // In the page's main part: people who move by landmark find the open menu there.
  const [main] = useState(() => document.querySelector('main'))
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
        <Icon of={Ellipsis} size={18} />
      </Menu.Trigger>
      <Menu.Portal container={main}>
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
                <Item key={href} render={<a href={href} />} icon={<Icon of={FileDown} size={16} />}>
                  {label}
                </Item>
              ))}
            </Menu.Group>
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" closeOnClick={false} onClick={() => void copy()}>
              <Icon of={Link2} size={16} />
              <span role="status">{copied ? texts.copied : texts.copy}</span>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => setTimeout(() => print())}>
              <Icon of={Printer} size={16} />
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
