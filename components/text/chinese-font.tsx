/** They are many, so only a page that shows Chinese asks for them. */
export const ChineseFont = () => (
  <link rel="stylesheet" href="/fonts/noto-serif-sc/wght.css" precedence="fonts" />
)
