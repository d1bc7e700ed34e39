import { folded } from './recognize'

/** The columns of a form, in their order. */
export const formColumns = ['item', 'text', 'category', 'position', 'comment', 'wording'] as const
type FormColumn = (typeof formColumns)[number]

/** A column of tables that capitals make themselves, besides. */
export type PaperColumn = FormColumn | 'state'

// The titles of the columns in the six languages, and in the templates of standards bodies. Folded as `folded` does.
const TITLES: Record<PaperColumn, string[]> = {
  item: [
    'item',
    'paragraph',
    'para',
    'number',
    'no',
    'nr',
    'clause',
    'recommendation',
    'reference',
    'ref',
    'point',
    'paragraphe',
    'numero',
    'recommandation',
    'parrafo',
    'recomendacion',
    'tema',
    'пункт',
    'номер',
    'рекомендация',
    '项目',
    '段落',
    '编号',
    '建议',
    'البند',
    'الفقرة',
    'الرقم',
    'التوصية',
  ],
  text: [
    'text',
    'original text',
    'current text',
    'texte',
    'texte original',
    'texto',
    'texto original',
    'текст',
    '案文',
    '文本',
    '原文',
    'النص',
    'النص الأصلي',
  ],
  category: [
    'category',
    'type',
    'type of comment',
    'kind',
    'categorie',
    'type de commentaire',
    'nature',
    'categoria',
    'tipo',
    'tipo de comentario',
    'категория',
    'тип',
    'вид',
    '类别',
    '类型',
    'الفئة',
    'النوع',
  ],
  position: ['position', 'posicion', 'позиция', '立场', 'الموقف'],
  comment: [
    'comment',
    'comments',
    'remarks',
    'observations',
    'commentaire',
    'commentaires',
    'comentario',
    'comentarios',
    'observaciones',
    'комментарий',
    'комментарии',
    'замечания',
    '评论',
    '意见',
    '评论意见',
    'التعليق',
    'التعليقات',
    'الملاحظات',
  ],
  wording: [
    'proposed wording',
    'proposed text',
    'proposed change',
    'suggested wording',
    'suggested text',
    'proposal',
    'libelle propose',
    'texte propose',
    'modification proposee',
    'redaccion propuesta',
    'texto propuesto',
    'предлагаемая формулировка',
    'предлагаемый текст',
    '建议案文',
    '拟议案文',
    '建议措辞',
    'الصياغة المقترحة',
    'النص المقترح',
  ],
  state: [
    'state',
    'member state',
    'country',
    'delegation',
    'entity',
    'member',
    'mb',
    'mb/nc',
    'etat',
    'etat membre',
    'pays',
    'estado',
    'estado miembro',
    'pais',
    'государство',
    'страна',
    '国家',
    '会员国',
    'الدولة',
    'البلد',
  ],
}

const COLUMN = new Map(
  Object.entries(TITLES).flatMap(([column, titles]) =>
    titles.map((title): [string, PaperColumn] => [folded(title), column as PaperColumn]),
  ),
)

// Words that head a column among others ("Comment / justification", "Para. No."), the plainest first. Folded.
const HINTS: [PaperColumn, RegExp][] = [
  [
    'wording',
    /\b(?:propos(?:ed|al)s?|suggested|amendments?|rewording|propuest[oa]|propose|modification)\b|предлага|拟议|建议案文|المقترح/u,
  ],
  ['category', /\b(?:type|category|categorie|kind|categoria|tipo)\b|категори|类别|类型|الفئة/u],
  ['position', /\b(?:position|posicion)\b|позици|立场|الموقف/u],
  [
    'comment',
    /\b(?:comment(?:s|aires?)?|remarks?|observations?|justification|rationale|comentarios?|observaciones)\b|комментари|замечани|评论|意见|التعليق|الملاحظات/u,
  ],
  [
    'item',
    /\b(?:para(?:graphs?)?|item|recommendation|clause|paragraphe|parrafo)\b|пункт|段落|الفقرة/u,
  ],
  [
    'state',
    /\b(?:state|states|country|delegation|submitted by|pays|estado|pais)\b|государств|国家|الدولة/u,
  ],
  ['text', /\b(?:text|texte|texto)\b|текст|案文|النص/u],
]
const LONGEST_TITLE = 60

const hintedColumn = (cell: string): PaperColumn | undefined =>
  cell.length <= LONGEST_TITLE
    ? HINTS.find(([, words]) => words.test(folded(cell)))?.[0]
    : undefined

/**
 * The kind of each column, if the cells are the head of a table of comments: at least two columns that are known, one
 * of them a comment or a wording. Null for every other row. If the table has a head already, its titles must be titles
 * of the form or of known templates; a first head may have other titles that hint at the column.
 */
export function headOf(
  cells: readonly string[],
  { isFirst = false }: { isFirst?: boolean } = {},
): Map<PaperColumn, number> | null {
  const columns = new Map<PaperColumn, number>()
  const add = (columnOf: (cell: string) => PaperColumn | undefined) =>
    cells.forEach((cell, index) => {
      const column = [...columns.values()].includes(index) ? undefined : columnOf(cell)
      if (column && !columns.has(column)) columns.set(column, index)
    })
  add((cell) => COLUMN.get(folded(cell)))
  if (isFirst) add(hintedColumn)
  const speaks = columns.has('comment') || columns.has('wording')
  return speaks && columns.size >= 2 ? columns : null
}
