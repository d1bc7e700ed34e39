/** A font family that is shipped with the app, by the package that holds it. */
export type Family = {
  name: string
  /** A divided font: its parts are loaded when a text needs them; of a large one only the characters used. */
  parts?: {
    package: string
    file: (part: string, weight: 400 | 700) => string
    isVariable: boolean
    isLarge: boolean
  }
  /** The files of a font that is always loaded. */
  files?: readonly string[]
}

const variable = (name: string, { isLarge = false } = {}): Family => {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return {
    name,
    parts: {
      package: `@fontsource-variable/${id}`,
      file: (part) => `${id}-${part}-wght-normal.woff2`,
      isVariable: true,
      isLarge,
    },
  }
}

const fixed = (name: string, weights: readonly number[]): Family => {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return {
    name,
    parts: {
      package: `@fontsource/${id}`,
      file: (part, weight) =>
        `${id}-${part}-${weights.includes(weight) ? weight : 400}-normal.woff2`,
      isVariable: false,
      isLarge: false,
    },
  }
}

/**
 * The families in the order of the search for a character. Times New Roman's measures for Latin, Cyrillic and Greek; a
 * Naskh with copyable text for Arabic; Chinese; then the scripts of other names of people and places.
 */
export const families: readonly Family[] = [
  {
    name: 'Tinos',
    files: [
      'tinos/400Regular/Tinos_400Regular',
      'tinos/400Regular_Italic/Tinos_400Regular_Italic',
      'tinos/700Bold/Tinos_700Bold',
      'tinos/700Bold_Italic/Tinos_700Bold_Italic',
    ],
  },
  { name: 'Amiri', files: ['amiri/400Regular/Amiri_400Regular', 'amiri/700Bold/Amiri_700Bold'] },
  variable('Noto Serif SC', { isLarge: true }),
  variable('Noto Serif KR', { isLarge: true }),
  variable('Noto Serif Armenian'),
  variable('Noto Serif Georgian'),
  variable('Noto Serif Ethiopic'),
  variable('Noto Serif Devanagari'),
  variable('Noto Serif Bengali'),
  variable('Noto Serif Tamil'),
  variable('Noto Serif Sinhala'),
  variable('Noto Serif Thai'),
  variable('Noto Serif Lao'),
  variable('Noto Serif Khmer'),
  variable('Noto Serif Tibetan'),
  variable('Noto Sans Thaana'),
  fixed('Noto Serif Myanmar', [400, 700]),
  fixed('Noto Sans Symbols 2', [400]),
]
