/** The declarations of classes in a style sheet, such as that of Apple's programs: `span.s1 {…}`. */
export function classStyles(html: string): Map<string, string> {
  const styles = new Map<string, string>()
  for (const [, sheet = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi))
    for (const [, selectors = '', declarations = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      for (const selector of selectors.split(',')) {
        const name = /^\s*\w*\.([\w-]+)\s*$/.exec(selector)?.[1]
        if (name) styles.set(name, `${styles.get(name) ?? ''};${declarations}`)
      }
  return styles
}

// White and no colour, in the ways of browsers and word processors.
const NO_GROUND =
  /^(transparent|none|inherit|initial|unset|white|window|#fff|#ffffff|rgb\(255, ?255, ?255\)|rgba\(.*, ?0\)|repeat|0 0|0% 0%)/

/** Reads the styles that an element declares, by its attribute or its classes; not inherited ones. */
export class Styles {
  constructor(private readonly classes: ReadonlyMap<string, string>) {}

  /** The value that the element declares for a property, in lower case, or ''. */
  of(element: Element, property: string): string {
    const declarations = this.all(element)
    const pattern = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'gi')
    return [...declarations.matchAll(pattern)].at(-1)?.[1]?.trim().toLowerCase() ?? ''
  }

  isStruck = (element: Element): boolean =>
    element.matches('del, s, strike') || /line-through/.test(this.decoration(element))

  isUnderlined = (element: Element): boolean =>
    element.matches('u') || /underline/.test(this.decoration(element))

  isBold = (element: Element): boolean => {
    const weight = this.of(element, 'font-weight')
    if (weight) return /^(bold|bolder|[6-9]00)/.test(weight)
    return element.matches('b, strong')
  }

  /** Whether the words have a coloured ground, as a marker leaves it. */
  isHighlighted = (element: Element): boolean => {
    if (element.matches('mark')) return true
    if (!element.matches('span, font, b, i, u, em, strong')) return false
    if (this.of(element, 'mso-highlight')) return true
    const ground = this.of(element, 'background-color') || this.of(element, 'background')
    return ground !== '' && !NO_GROUND.test(ground)
  }

  /** Whether the words are shown in capitals; undefined if the element leaves them as they are. */
  isCapitals = (element: Element): boolean | undefined => {
    const transform = this.of(element, 'text-transform')
    return transform ? transform === 'uppercase' : undefined
  }

  /** Whether the element makes its words italic or upright; undefined if it leaves them as they are. */
  italic(element: Element): boolean | undefined {
    const style = this.of(element, 'font-style')
    if (style) return /italic|oblique/.test(style)
    return element.matches('em, i, cite, dfn, var') ? true : undefined
  }

  level(element: Element): 'raised' | 'lowered' | undefined {
    const align = this.of(element, 'vertical-align')
    if (element.matches('sup') || /super/.test(align)) return 'raised'
    if (element.matches('sub') || align.startsWith('sub')) return 'lowered'
    return undefined
  }

  /** Whether letters are drawn as other signs. */
  isSymbolFont = (element: Element): boolean =>
    /^["']?(symbol|wingdings|webdings|zapf ?dingbats)/.test(this.of(element, 'font-family'))

  isHidden = (element: Element): boolean =>
    element.hasAttribute('hidden') ||
    this.of(element, 'display') === 'none' ||
    this.of(element, 'visibility') === 'hidden' ||
    this.of(element, 'mso-hide') === 'all'

  private decoration = (element: Element): string =>
    this.of(element, 'text-decoration') + this.of(element, 'text-decoration-line')

  private all(element: Element): string {
    const style = element.getAttribute('data-style') ?? ''
    if (this.classes.size === 0) return style
    return [...Array.from(element.classList, (name) => this.classes.get(name) ?? ''), style].join(
      ';',
    )
  }
}
