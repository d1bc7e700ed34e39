import { NO_NUMBER } from '@/lib/text/files/word-numbering'
import type { Named } from '@/lib/circulation/papers/free/targets/target'
import type { Block, Cell, Paragraph, WordFile } from '@/lib/text/files/word'

/** Two circulated lists: of 2018 with two headings, of 2019 with one. Each heading is a paragraph with lettered items. */
export const twoLists: Named = {
  lists: [
    { id: 'list 2018', names: ['2018', 'EG.4/2018/CRP.1'] },
    { id: 'list 2019', names: ['2019'] },
  ],
  headings: [
    {
      id: 'legislation 2018',
      listId: 'list 2018',
      title: 'Legislation and frameworks',
      paragraph: 4,
    },
    { id: 'evidence 2018', listId: 'list 2018', title: 'Electronic evidence', paragraph: 5 },
    {
      id: 'legislation 2019',
      listId: 'list 2019',
      title: 'Legislation and frameworks',
      paragraph: 4,
    },
  ],
  items: [
    item(
      '4a',
      'list 2018',
      'legislation 2018',
      4,
      'a',
      'Member States should adopt laws that are neutral as to technology.',
    ),
    item(
      '4b',
      'list 2018',
      'legislation 2018',
      4,
      'b',
      'States may take part in the work of regional organizations.',
    ),
    item(
      '4c',
      'list 2018',
      'legislation 2018',
      4,
      'c',
      'Member States should exchange electronic evidence without delay.',
    ),
    item(
      '5a',
      'list 2018',
      'evidence 2018',
      5,
      'a',
      'Courts should be trained in the handling of electronic evidence.',
    ),
    item(
      '4a of 2019',
      'list 2019',
      'legislation 2019',
      4,
      'a',
      'Laws on cybercrime should protect human rights.',
    ),
    {
      ...item(
        'imported',
        'list 2019',
        'legislation 2019',
        4,
        'b',
        'Statistics should be gathered.',
      ),
      importedNumber: '17',
    },
  ],
}

function item(
  id: string,
  listId: string,
  headingId: string,
  paragraph: number,
  letter: string,
  text: string,
) {
  return { id, listId, headingId, paragraph, letter, importedNumber: null, text }
}

export const paragraph = (text: string, about: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  heading: 0,
  isListed: false,
  isBold: false,
  number: NO_NUMBER,
  marks: [],
  ...about,
})

export const table = (...rows: string[][]): Block => ({
  kind: 'table',
  rows: rows.map((cells) => ({
    cells: cells.map(
      (text, column): Cell => ({
        column,
        span: 1,
        continues: false,
        blocks: text.split('\n').map((line) => paragraph(line)),
      }),
    ),
  })),
})

export const wordFile = (blocks: Block[], beside: WordFile['beside'] = []): WordFile => ({
  blocks,
  beside,
  hasTrackedChanges: false,
  properties: {},
})
