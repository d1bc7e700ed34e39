/** The style sheet of the Chinese font: a hundred files, so only pages that show Chinese load it. */
export const ChineseFont = () => (
  <link rel="stylesheet" href="/fonts/noto-serif-sc/wght.css" precedence="fonts" />
)
