/** The pattern of the root of a group's symbols: words in capitals and figures between strokes, "UNODC/CCPCJ/EG.4". */
export const SYMBOL_ROOT = '[A-Z][A-Z0-9]*(?:\\.[0-9]+)?(?:/[A-Z][A-Z0-9]*(?:\\.[0-9]+)?)*'
