import { folded } from './recognize'

/** The columns of a form, in their order. */
export const formColumns = ['item', 'text', 'category', 'position', 'comment', 'wording'] as const
export type FormColumn = (typeof formColumns)[number]

/** A column of tables that capitals make themselves, besides. */
export type PaperColumn = FormColumn | 'state'

// How the columns are headed in the six languages, and in the templates of standards bodies. Folded as `folded` does.
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

/**
 * Which column stands where, if the cells are the head of a table of comments: at least two columns that are known,
 * one of them a comment or a wording. Null for every other row.
 */
export function headOf(cells: readonly string[]): Map<PaperColumn, number> | null {
  const columns = new Map<PaperColumn, number>()
  cells.forEach((cell, index) => {
    const column = COLUMN.get(folded(cell))
    if (column && !columns.has(column)) columns.set(column, index)
  })
  const speaks = columns.has('comment') || columns.has('wording')
  return speaks && columns.size >= 2 ? columns : null
}
