import type { Entry, Masthead, Paper, Paragraph, Run } from '@/lib/export/paper'
import { plain } from '@/lib/export/paper'

export const masthead: Masthead = {
  kind: 'office',
  symbol: 'UNODC/CCPCJ/EG.4/2020/L.1',
  date: '27 July 2020',
  original: 'English',
  body: 'Expert Group to Conduct a Comprehensive Study on Cybercrime',
  session: 'Sixth session',
  datesAndPlace: 'Vienna, 27–29 July 2020',
  agendaItem: { number: '5', title: 'Adoption of the report' },
  jobNumber: 'V.20-xxxxx (E)',
}

/** A paper with these blocks and nothing else of interest. */
export const paperOf = (blocks: Paper['blocks'], more: Partial<Paper> = {}): Paper => ({
  language: 'en',
  masthead,
  title: 'Draft report',
  created: '2020-07-29T16:00:00.000Z',
  blocks,
  ...more,
})

export const item = (text: string, more: Partial<Entry> = {}): Entry => ({
  text: [plain(text)],
  ending: ';',
  ...more,
})

const sentences = [
  'Member States should strengthen the training of investigators and prosecutors in obtaining electronic evidence across borders, and should keep such training up to date',
  'Member States should consider establishing points of contact that answer requests at any hour, and should make their addresses known to one another',
  'Service providers should be encouraged to preserve data upon a lawful request while the formal request for mutual legal assistance is being prepared',
  'States are encouraged to exchange, inter alia, model requests and checklists, so that requests are complete when they are first made',
  'Public authorities should work with schools, universities and the private sector on awareness campaigns for children, parents and small enterprises',
]
const states = ['Arvenia', 'Belmara', 'Cordania', 'Dravonia', 'Estelia']

/** Items in number, each with one to three authors, as a session's list has them. */
export const manyItems = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) =>
    item(`${sentences[index % sentences.length]} [item ${index + 1}]`, {
      attribution: states.slice(index % 3, (index % 3) + 1 + (index % 3)),
      ending: index === count - 1 ? '.' : index === count - 2 ? '; and' : ';',
    }),
  )

/** An amended sentence: two States changed it, one took out a paragraph end. */
export const amended: Paragraph[] = [
  {
    runs: [
      { text: 'Member States ' },
      { text: 'shall', tracked: by('deleted', 'Belmara') },
      { text: 'should consider', tracked: by('inserted', 'Belmara') },
      { text: ' the ratification of the instrument' },
      { text: ', ', tracked: by('inserted', 'Cordania') },
      { text: 'inter alia', italic: true, tracked: by('inserted', 'Cordania') },
      { text: ',', tracked: by('inserted', 'Cordania') },
      { text: ' and its application. ' },
    ],
    end: by('deleted', 'Dravonia'),
  },
  { runs: [{ text: 'They should report on it.' }] },
]

export function by(kind: 'inserted' | 'deleted', author: string): NonNullable<Run['tracked']> {
  return { kind, author, date: '2020-07-28T09:30:00.000Z' }
}

export const ARABIC =
  'ينبغي للدول الأعضاء أن تعزز التعاون الدولي في مجال الأدلة الإلكترونية (WhatsApp) بحلول عام 2025'
export const CHINESE = '会员国应加强对调查人员和检察官的培训，以获取跨境电子证据。'

/** One block of each kind: headings, paragraphs, items past z, sub-items, an alternative, changes, scripts, a table, a note. */
export const everything: Paper = paperOf(
  [
    { kind: 'heading', level: 1, text: 'Introduction' },
    {
      kind: 'paragraph',
      text: [
        {
          runs: [
            {
              text: 'In its resolution 65/230, the General Assembly requested the Commission to establish an open-ended intergovernmental expert group,',
              note: [
                { text: 'The group met for the first time in Vienna from 17 to 21 January 2011.' },
              ],
            },
            { text: ' which considered, ' },
            { text: 'inter alia', italic: true },
            { text: ', the questions listed below.' },
          ],
        },
      ],
    },
    {
      kind: 'paragraph',
      unnumbered: true,
      text: [
        plain(
          'This paragraph has no number and begins one step in, as paragraphs without a number do in issued papers of the organization.',
        ),
      ],
    },
    { kind: 'heading', level: 1, text: 'List of preliminary recommendations and conclusions' },
    { kind: 'heading', level: 2, text: 'International cooperation' },
    {
      kind: 'paragraph',
      text: [
        plain(
          'In line with the workplan, Member States suggested the following with regard to international cooperation:',
        ),
      ],
      items: manyItems(29),
    },
    { kind: 'heading', level: 2, text: 'Prevention' },
    {
      kind: 'paragraph',
      text: [plain('The following was suggested with regard to prevention:')],
      items: [
        item('Member States should adopt national strategies that provide for:', {
          ending: '',
          items: [
            item('Education of the public'),
            item('Support for victims', { ending: '; and' }),
            item('Evaluation of results', {
              items: [item('every year', { ending: '; or' }), item('every two years')],
            }),
          ],
        }),
        { text: amended, ending: ';' },
        item('[Member States should publish an annual report]'),
        item('[Member States may wish to publish a report from time to time]', { alternative: 2 }),
        item(ARABIC, { language: 'ar', attribution: ['بلمارا', 'أرفينيا'], ending: '' }),
        item(CHINESE, { language: 'zh', ending: '' }),
      ],
    },
    { kind: 'heading', level: 3, text: 'Ways of follow-up' },
    {
      kind: 'paragraph',
      unnumbered: true,
      text: [plain('Without a number of its own, this paragraph has items of its own:')],
      items: [item('first'), item('second', { ending: '.' })],
    },
    {
      kind: 'paragraph',
      text: [plain('The numbers then go on.')],
      items: [item('again from the first letter', { ending: '.' })],
    },
    {
      kind: 'table',
      title: 'Concordance',
      columns: [
        { title: 'Item of the list', width: 1 },
        { title: 'Sources', width: 2 },
        { title: 'Outcome', width: 1 },
      ],
      rows: Array.from({ length: 45 }, (_, index) => [
        [plain(`${index + 1}`)],
        [
          plain(`2018, A. Legislation and frameworks, para. 4 (${'abc'[index % 3]})`),
          plain('2019, B. Electronic evidence, para. 2 (d)'),
        ],
        [plain('Merged')],
      ]),
    },
  ],
  {
    titleNote: 'The present document was not formally edited.',
    subtitle: 'List of preliminary conclusions and recommendations',
    notice: 'Demonstration: the States named in this paper and all texts are invented.',
  },
)
