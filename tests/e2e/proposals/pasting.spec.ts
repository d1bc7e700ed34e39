import { expect, test } from '@playwright/test'
import { build } from 'esbuild'

type Cleaned = { html: string; noticed: { notice: string; words: string[] }[] }
type Case = { html: string; paragraphs: string[]; noticed?: Record<string, string[]> }

/** The markup that Word's desktop program puts around a selection. */
const word = (body: string, after = '') =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal{margin:0cm} --></style></head><body lang=EN-GB><!--StartFragment-->${body}<!--EndFragment-->${after}</body></html>`
const wordItem = (marker: string, text: string, font = 'Times New Roman') =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:"${font}"'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`

const cases: Record<string, Case> = {
  "Word's lists keep their letters": {
    html: word(
      wordItem('(c)', 'Keep records:') +
        wordItem('(ii)', 'of answers;') +
        wordItem('4.', 'Report.') +
        '<h2 style="mso-list:l1"><span style="mso-list:Ignore">IV.<span>&nbsp; </span></span>Capacity</h2>',
    ),
    paragraphs: ['(c) Keep records:', '(ii) of answers;', '4. Report.', 'IV. Capacity'],
    noticed: { headings: [] },
  },
  "Word's bullets are named": {
    html: word(
      wordItem('·', 'Train officers;', 'Symbol') + wordItem('o', 'Share tools.', 'Courier New'),
    ),
    paragraphs: ['Train officers;', 'Share tools.'],
    noticed: { bullets: [] },
  },
  'lists of browsers get the letters that they show': {
    html: '<ol type="a" start="3"><li>Name a judge:<ol style="list-style-type: lower-roman"><li>with a deputy;</li><li value="4">with a seal;</li></ol></li><li><p>Report as (c) (iv) says.</p><p>Every year.</p></li></ol><ol><li>First</li></ol><ol type="I"><li>Part</li></ol><ul><li>Point</li></ul>',
    paragraphs: [
      '(c) Name a judge:',
      '(i) with a deputy;',
      '(iv) with a seal;',
      '(d) Report as (c) (iv) says.',
      'Every year.',
      '1. First',
      'I. Part',
      'Point',
    ],
    noticed: { bullets: [] },
  },
  "Google's lists name their style at the first item": {
    html: '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><ol style="margin-top:0"><li dir="ltr" style="list-style-type:upper-alpha" aria-level="1"><p dir="ltr" role="presentation"><span>Cooperate:</span></p></li><ol><li style="list-style-type:decimal" aria-level="2"><p><span>daily;</span></p></li><li aria-level="2"><p><span>by night.</span></p></li></ol></ol></b>',
    paragraphs: ['A. Cooperate:', '1. daily;', '2. by night.'],
  },
  "Word Online's lists say how their numbers are written": {
    html: '<ol start="2" style="list-style-type: lower-alpha"><li data-leveltext="%1)" data-aria-level="1"><p>Second</p></li></ol><ol start="3" style="list-style-type: decimal"><li data-leveltext="%1.%2" data-aria-level="2"><p>Below</p></li></ol><ul><li data-leveltext="" data-aria-level="1"><p>Point</p></li></ul>',
    paragraphs: ['b) Second', 'b.3 Below', 'Point'],
    noticed: { bullets: [] },
  },
  'deleted words leave and are named, inserted words stay and are named': {
    html: word(
      '<p class=MsoNormal>States <s>may</s><del cite="mailto:x">could</del> <ins cite="mailto:x">shall <u>always</u></ins> act<span style="text-decoration:line-through"> and <b>wait</b></span>.</p>',
    ),
    paragraphs: ['States shall always act.'],
    noticed: { deleted: ['may', 'could', 'and wait'], inserted: ['shall always'] },
  },
  'what a style sheet strikes out is struck out': {
    html: '<style>p.p1 {margin: 0} span.s1 {text-decoration: line-through; color: red}</style><p class="p1">States may <span class="s1">not </span>act.</p>',
    paragraphs: ['States may act.'],
    noticed: { deleted: ['not'] },
  },
  'underlining is named with its words': {
    html: '<p>States <u>shall</u> act.</p>',
    paragraphs: ['States shall act.'],
    noticed: { underlining: ['shall'] },
  },
  'raised and lowered figures stay, ordinals too, other raised signs are named': {
    html: '<p>10<sup>-6</sup> of CO<sub>2</sub> on the 5<sup>th</sup> day, 3 km<span style="vertical-align:super">2</span>, see x<sup>abc</sup> and y<sub>max</sub>.</p>',
    paragraphs: ['10⁻⁶ of CO₂ on the 5th day, 3 km², see xabc and ymax.'],
    noticed: { raised: ['abc', 'max'] },
  },
  "Word's footnotes leave with their marks and are named": {
    html: word(
      `<p class=MsoNormal>Report<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> yearly.</p>`,
      `<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See document 7.</p></div></div>`,
    ),
    paragraphs: ['Report yearly.'],
    noticed: { notes: ['See document 7.'] },
  },
  "Google's and LibreOffice's footnotes too": {
    html: '<p>One<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> and two<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> First note.</p></div><div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Second note.</p></div>',
    paragraphs: ['One and two.'],
    noticed: { notes: ['First note.', 'Second note.'] },
  },
  'a footnote whose note was not copied is named by its mark': {
    html: word('<p>Report<a href="#_edn3" name="_ednref3">[iii]</a> yearly.</p>'),
    paragraphs: ['Report yearly.'],
    noticed: { notes: ['[iii]'] },
  },
  "Word's comments leave and are named": {
    html: word(
      '<p>Act<a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[A1]</a> now.</p>',
      "<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Why now?</p></div></div>",
    ),
    paragraphs: ['Act now.'],
    noticed: { comments: ['Why now?'] },
  },
  'rows of a table are paragraphs whose cells are parted': {
    html: '<p>Deadlines:</p><table><tr><th>Kind</th><th>Days</th></tr><tr><td><p>Urgent</p></td><td><b>1</b></td></tr><tr><td><p>One</p><p>Two</p></td><td>3</td></tr></table><p>End</p>',
    paragraphs: ['Deadlines:', 'Kind | Days', 'Urgent | 1', 'One', 'Two', '3', 'End'],
    noticed: { tables: [], bold: [] },
  },
  'an empty cell keeps its column': {
    html: '<table><tr><td>Case</td><td></td><td>72 hours</td></tr><tr><td></td><td>Urgent</td><td></td></tr><tr><td></td><td></td></tr></table>',
    paragraphs: ['Case | | 72 hours', '| Urgent'],
    noticed: { tables: [] },
  },
  'words that are shown in capitals stand in capitals': {
    html: word(
      '<p class=MsoNormal><span style="text-transform:uppercase">Unodc</span> and <span style="text-transform:none">states</span></p>',
    ),
    paragraphs: ['UNODC and states'],
  },
  'highlighted words stay, and the highlighting is named': {
    html: '<p>Within <span style="background:yellow;mso-highlight:yellow">72</span> <mark>hours</mark> <span style="background-color: rgb(255, 255, 255)">or</span> <span style="background-color: transparent">less</span>.</p>',
    paragraphs: ['Within 72 hours or less.'],
    noticed: { highlighting: ['72', 'hours'] },
  },
  'a picture is named by what it shows': {
    html: '<p>See the map <img src="x.png" alt="Map of contact points">.</p>',
    paragraphs: ['See the map .'],
    noticed: { pictures: ['Map of contact points'] },
  },
  'a table that only lays a page out is none': {
    html: '<table><tr><td>One<br>Two</td></tr><tr><td>Three</td></tr></table>',
    paragraphs: ['One', 'Two', 'Three'],
  },
  'each line is a paragraph': {
    html: '<div>States should:<br>(a) act;<br/>(b) report.<br><br>Soon.</div><pre>one\n  two</pre><div style="white-space: pre-wrap">three\nfour</div>words<p>five</p>',
    paragraphs: [
      'States should:',
      '(a) act;',
      '(b) report.',
      'Soon.',
      'one',
      'two',
      'three',
      'four',
      'words',
      'five',
    ],
  },
  'soft hyphens leave, no-break spaces stay where typography wants them': {
    html: '<p>Member&nbsp;States, para.&nbsp;7, 48&nbsp;hours, «&nbsp;oui&nbsp;»&nbsp;; cyber&shy;space&nbsp; and\n  M.&nbsp;Exemple waited.&nbsp;They act.&nbsp;</p>',
    paragraphs: [
      'Member States, para.\u00A07, 48\u00A0hours, «\u00A0oui\u00A0»\u00A0; cyberspace and M.\u00A0Exemple waited. They act.',
    ],
  },
  'hidden words and signs leave': {
    html: '<p>Seen<span style="display:none">unseen</span><span style="mso-hide:all">unseen</span>\u202E.\u{E0041}</p>',
    paragraphs: ['Seen.'],
    noticed: { marks: [] },
  },
  'Arabic keeps its isolates': {
    html: '<p>قال \u2067الوفد\u2069.</p>',
    paragraphs: ['قال \u2067الوفد\u2069.'],
  },
  'signs of a symbol font are named': {
    html: word('<p>a <span style="font-family:Symbol">b</span> c</p>'),
    paragraphs: ['a b c'],
    noticed: { symbols: ['b'] },
  },
  'a link that shows its address loses nothing': {
    html: '<p>See <a href="https://example.org/">https://example.org</a> and <a href="mailto:a@b.example">a@b.example</a>, <a href="https://example.org/guide">the guide</a>.</p>',
    paragraphs: ['See https://example.org and a@b.example, the guide.'],
    noticed: { links: ['https://example.org/guide'] },
  },
  'pictures, formulas and readings are named or written': {
    html: '<p>a<img src="x.png">b <ruby>漢<rt>kan</rt></ruby> <q>so</q> <math><mi>x</mi><mo>+</mo><mn>1</mn></math></p>',
    paragraphs: ['ab 漢 (kan) “so” x+1'],
    noticed: { pictures: [], formulas: ['x+1'] },
  },
  'words out of the editor keep the spaces at their ends, italics and brackets': {
    html: '<meta charset="utf-8"><p data-pm-slice="1 1 []"> and <em>inter</em> <span data-bracket="notAgreed">alia</span> </p>',
    paragraphs: [' and inter alia '],
  },
}

type Pasting = {
  cleanPaste(html: string): Cleaned
  cleanPastedText(text: string): { text: string; noticed: Cleaned['noticed'] }
}

test('what is pasted becomes words, and what was lost is named', async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: ['components/editor/paste/paste.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pasting',
  })
  await page.addScriptTag({ content: outputFiles[0]!.text })
  for (const [name, { html, paragraphs, noticed = {} }] of Object.entries(cases)) {
    const answer = await page.evaluate((pasted) => {
      const clean = (window as never as { pasting: Pasting }).pasting.cleanPaste(pasted)
      const drawn = document.createElement('div')
      drawn.innerHTML = clean.html
      return {
        paragraphs: Array.from(drawn.children, (paragraph) => paragraph.textContent),
        noticed: Object.fromEntries(clean.noticed.map(({ notice, words }) => [notice, words])),
      }
    }, html)
    expect.soft(answer, name).toEqual({ paragraphs, noticed })
  }
  const clean = await page.evaluate(
    (text) => (window as never as { pasting: Pasting }).pasting.cleanPastedText(text),
    '(a)\tcyber\u00ADspace  \r\n  next\u2028last \u2067x',
  )
  expect(clean).toEqual({
    text: '(a) cyberspace\nnext\nlast x',
    noticed: [{ notice: 'marks', words: [] }],
  })
})
