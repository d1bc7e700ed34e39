// Fixed texts in the six languages, beside the random ones of tests/support/texts.ts. Each base has an
// *italic*, brackets of [what is not agreed] and {what is not known yet}, a list, numbers, quotes and several
// paragraphs. An amendment has its deletions and insertions, and the changes that a drafter would mark.

type Marks = [remove: string, insert: string][]
type Amendment = { name: string; out: string; in: string; changes: Marks }
export type Language = { locale: string; base: string; amendments: Amendment[]; replaced: string }

const ITALIC: Marks = [
  ['\uE000', ''],
  ['\uE001', ''],
]
const BRACKETS: Marks = [
  ['\uE002', ''],
  ['\uE003', ''],
]

export const languages: Language[] = [
  {
    locale: 'en',
    base: `Member States shall share electronic evidence, *inter alia* by:
(a) Training 1,000 investigators [and prosecutors] before {30 June};
(b) Answering a "request" within 24 hours.
Each State's authority should keep records.`,
    amendments: [
      {
        name: 'one word for two',
        out: 'shall',
        in: 'should consider',
        changes: [['shall', 'should consider']],
      },
      {
        name: 'another word of the same sentence',
        out: 'evidence',
        in: 'data',
        changes: [['evidence', 'data']],
      },
      {
        name: 'a word put in',
        out: 'should keep',
        in: 'should always keep',
        changes: [['', 'always ']],
      },
      { name: 'a word taken out', out: 'electronic ', in: '', changes: [['electronic ', '']] },
      { name: 'a list stop', out: '};\n', in: '}; and\n', changes: [['', ' and']] },
      { name: 'a number', out: '1,000', in: '10,000', changes: [['1,000', '10,000']] },
      {
        name: 'curly quotes',
        out: '"request"',
        in: '“request”',
        changes: [
          ['"', '“'],
          ['"', '”'],
        ],
      },
      {
        name: 'a curly apostrophe',
        out: "State's",
        in: 'State’s',
        changes: [["State's", 'State’s']],
      },
      { name: 'without italics', out: '*inter alia*', in: 'inter alia', changes: ITALIC },
      { name: 'agreed', out: '[and prosecutors]', in: 'and prosecutors', changes: BRACKETS },
      {
        name: 'one bracket for the other',
        out: '{30 June}',
        in: '[30 June]',
        changes: [
          ['\uE004', '\uE002'],
          ['\uE005', '\uE003'],
        ],
      },
      { name: 'paragraphs joined', out: 'hours.\nEach', in: 'hours. Each', changes: [['\n', ' ']] },
      { name: 'a paragraph split', out: 'evidence, *', in: 'evidence,\n*', changes: [[' ', '\n']] },
    ],
    replaced:
      'The working group takes note of the report and closes its consideration of this item.',
  },
  {
    locale: 'fr',
    base: `Les États Membres doivent échanger des preuves électroniques, *inter alia* :
a) En formant 1 000 enquêteurs [et procureurs] avant le {30 juin} ;
b) En répondant à toute « demande » dans les 24 heures.
L'autorité de chaque État devrait tenir un registre.`,
    amendments: [
      {
        name: 'un mot pour deux',
        out: 'doivent ',
        in: 'devraient envisager d’',
        changes: [['doivent échanger', 'devraient envisager d’échanger']],
      },
      {
        name: 'un autre mot de la phrase',
        out: 'preuves',
        in: 'données',
        changes: [['preuves', 'données']],
      },
      {
        name: 'un mot ajouté',
        out: 'devrait tenir',
        in: 'devrait toujours tenir',
        changes: [['', 'toujours ']],
      },
      { name: 'un mot retiré', out: ' électroniques', in: '', changes: [[' électroniques', '']] },
      { name: 'ponctuation', out: '} ;\n', in: '} ; et\n', changes: [['', ' et']] },
      { name: 'un nombre', out: '24', in: '48', changes: [['24', '48']] },
      {
        name: 'guillemets',
        out: '« demande »',
        in: '“demande”',
        changes: [
          ['« ', '“'],
          [' »', '”'],
        ],
      },
      {
        name: 'apostrophe',
        out: "L'autorité",
        in: 'L’autorité',
        changes: [["L'autorité", 'L’autorité']],
      },
      { name: 'sans italique', out: '*inter alia*', in: 'inter alia', changes: ITALIC },
      { name: 'convenu', out: '[et procureurs]', in: 'et procureurs', changes: BRACKETS },
      { name: 'alinéas réunis', out: 'heures.\nL', in: 'heures. L', changes: [['\n', ' ']] },
    ],
    replaced: 'Le groupe de travail prend note du rapport et conclut l’examen de cette question.',
  },
  {
    locale: 'es',
    base: `Los Estados Miembros deberán compartir pruebas electrónicas, *inter alia*:
a) Capacitando a 1.000 investigadores [y fiscales] antes del {30 de junio};
b) Respondiendo a toda «solicitud» en 24 horas. ¿Con qué medios?
La autoridad de cada Estado debería llevar un registro.`,
    amendments: [
      {
        name: 'una palabra por dos',
        out: 'deberán',
        in: 'deberían considerar',
        changes: [['deberán', 'deberían considerar']],
      },
      {
        name: 'otra palabra de la frase',
        out: 'pruebas',
        in: 'datos',
        changes: [['pruebas', 'datos']],
      },
      {
        name: 'una palabra añadida',
        out: 'debería llevar',
        in: 'debería siempre llevar',
        changes: [['', 'siempre ']],
      },
      { name: 'puntuación', out: '};\n', in: '}; y\n', changes: [['', ' y']] },
      { name: 'un número', out: '1.000', in: '10.000', changes: [['1.000', '10.000']] },
      {
        name: 'comillas',
        out: '«solicitud»',
        in: '"solicitud"',
        changes: [
          ['«', '"'],
          ['»', '"'],
        ],
      },
      {
        name: 'una pregunta retirada',
        out: ' ¿Con qué medios?',
        in: '',
        changes: [[' ¿Con qué medios?', '']],
      },
      { name: 'sin cursiva', out: '*inter alia*', in: 'inter alia', changes: ITALIC },
      { name: 'convenido', out: '[y fiscales]', in: 'y fiscales', changes: BRACKETS },
      { name: 'párrafos unidos', out: 'medios?\nLa', in: 'medios? La', changes: [['\n', ' ']] },
    ],
    replaced:
      'El grupo de trabajo toma nota del informe y da por concluido el examen de este tema.',
  },
  {
    locale: 'ru',
    base: `Государства-члены обязаны обмениваться электронными доказательствами, *inter alia*:
a) обучить 1000 следователей [и прокуроров] до {30 июня};
b) отвечать на каждый «запрос» в течение 24 часов.
Компетентный орган каждого государства должен вести учёт.`,
    amendments: [
      {
        name: 'одно слово на два',
        out: 'обязаны',
        in: 'могли бы',
        changes: [['обязаны', 'могли бы']],
      },
      {
        name: 'другое слово той же фразы',
        out: 'доказательствами',
        in: 'данными',
        changes: [['доказательствами', 'данными']],
      },
      {
        name: 'слово добавлено',
        out: 'должен вести',
        in: 'должен постоянно вести',
        changes: [['', 'постоянно ']],
      },
      { name: 'знаки перечня', out: '};\n', in: '}; и\n', changes: [['', ' и']] },
      { name: 'число', out: '1000', in: '10 000', changes: [['1000', '10 000']] },
      {
        name: 'кавычки',
        out: '«запрос»',
        in: '"запрос"',
        changes: [
          ['«', '"'],
          ['»', '"'],
        ],
      },
      {
        name: 'ё из двух знаков',
        out: 'учёт',
        in: 'уче\u0308т',
        changes: [['учёт', 'уче\u0308т']],
      },
      { name: 'без курсива', out: '*inter alia*', in: 'inter alia', changes: ITALIC },
      { name: 'согласовано', out: '[и прокуроров]', in: 'и прокуроров', changes: BRACKETS },
      { name: 'абзацы соединены', out: 'часов.\nКом', in: 'часов. Ком', changes: [['\n', ' ']] },
    ],
    replaced: 'Рабочая группа принимает к сведению доклад и завершает рассмотрение этого вопроса.',
  },
  {
    locale: 'zh',
    base: `会员国应当分享电子证据，*除其他外*包括：
(a) 在{6月30日}之前培训1000名调查人员[和检察官]；
(b) 在24小时内答复“请求”。
各国主管机关应保存记录。`,
    amendments: [
      { name: '一词换一词', out: '应当', in: '可以', changes: [['应当', '可以']] },
      { name: '同句另一词', out: '证据', in: '数据', changes: [['证据', '数据']] },
      { name: '增加一词', out: '应保存', in: '应妥善保存', changes: [['', '妥善']] },
      { name: '删去一词', out: '电子', in: '', changes: [['电子', '']] },
      { name: '数字', out: '1000', in: '10000', changes: [['1000', '10000']] },
      {
        name: '引号',
        out: '“请求”',
        in: '"请求"',
        changes: [
          ['“', '"'],
          ['”', '"'],
        ],
      },
      { name: '不用斜体', out: '*除其他外*', in: '除其他外', changes: ITALIC },
      { name: '已商定', out: '[和检察官]', in: '和检察官', changes: BRACKETS },
      { name: '合并段落', out: '。\n各国', in: '。各国', changes: [['\n', '']] },
      { name: '罕用字', out: '记录', in: '𠮷录', changes: [['记录', '𠮷录']] },
    ],
    replaced: '工作组注意到该报告，并结束对本项目的审议。',
  },
  {
    locale: 'ar',
    base: `ينبغي للدول الأعضاء أن تتبادل الأدلة الإلكترونية، *بما في ذلك* عبر WhatsApp (v2.1):
(أ) تدريب 1000 محقق [ومدع عام] قبل {30 حزيران/يونيه}؛
(ب) الرد على كل "طلب" في غضون 24 ساعة.
وتحتفظ السلطة المختصة بسجلات مُحْكَمة.`,
    amendments: [
      { name: 'كلمة مكان كلمة', out: 'ينبغي', in: 'يجب', changes: [['ينبغي', 'يجب']] },
      {
        name: 'كلمة أخرى في الجملة',
        out: 'الأدلة',
        in: 'البيانات',
        changes: [['الأدلة', 'البيانات']],
      },
      {
        name: 'إضافة كلمة',
        out: 'وتحتفظ السلطة',
        in: 'وتحتفظ دائما السلطة',
        changes: [['', 'دائما ']],
      },
      {
        name: 'رموز لاتينية',
        out: 'WhatsApp (v2.1)',
        in: 'Signal (v2.1)',
        changes: [['WhatsApp', 'Signal']],
      },
      { name: 'عدد', out: '24', in: '48', changes: [['24', '48']] },
      {
        name: 'علامات اقتباس',
        out: '"طلب"',
        in: '«طلب»',
        changes: [
          ['"', '«'],
          ['"', '»'],
        ],
      },
      { name: 'بدون تشكيل', out: 'مُحْكَمة', in: 'محكمة', changes: [['مُحْكَمة', 'محكمة']] },
      { name: 'واو العطف', out: 'وتحتفظ', in: 'تحتفظ', changes: [['وتحتفظ', 'تحتفظ']] },
      { name: 'بدون خط مائل', out: '*بما في ذلك*', in: 'بما في ذلك', changes: ITALIC },
      { name: 'متفق عليه', out: '[ومدع عام]', in: 'ومدع عام', changes: BRACKETS },
      { name: 'جمع فقرتين', out: 'ساعة.\nوت', in: 'ساعة. وت', changes: [['\n', ' ']] },
    ],
    replaced: 'يحيط الفريق العامل علما بالتقرير ويختتم نظره في هذا البند.',
  },
]
