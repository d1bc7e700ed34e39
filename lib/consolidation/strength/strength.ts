/** The strength of an item's request: 1 call on, share · 2 continue · 3 consider · 4 strengthen, ensure · 5 adopt, ratify. */
export type Strength = 1 | 2 | 3 | 4 | 5

/**
 * The verbs of the five steps (domain.md, "Suggest merges"), as beginnings of words: English, then
 * French, Spanish, Russian and Arabic. A space joins words that only together are the verb.
 */
const VERBS: Record<Strength, string> = {
  1: `call on, call upon, call for, share, sharing, shared, seek, request, ask, exchang, disseminate information,
    partag, échang, demand, solicit, comparti, intercambi, обменива, обмен, делиться, призва, просить, تتبادل, يتبادل, تبادل, تدعو, تتقاسم`,
  2: `continu, maintain, pursu, keep, remain, sustain, carry on, persever, retain, preserv,
    poursuiv, maint, mante, prosegui, persist, conserv, продолж, сохран, поддержива, تواصل, يواصل, مواصلة, تستمر, تحافظ, الاستمرار`,
  3: `consider, examin, re-examin, study, studie, explor, review, reconsider, envisag, evaluat, assess, reflect, look into, look at,
    contemplat, favourabl, analys, analyz, weigh, give consideration, give due consideration, give positive consideration, take into consideration,
    étudi, estudi, réfléch, considér, évalu, analiz, рассм, изуч, анализ, تنظر, ينظر, النظر, تدرس, يدرس, دراسة, تستعرض, تبحث`,
  4: `strengthen, promot, ensur, tak, improv, increas, enhanc, intensif, further, step up, speed, accelerat, reinforc,
    redoubl, guarante, safeguard, address, cooperat, co-operat, collaborat, work, mak, facilitat, expedit, support,
    protect, prevent, combat, fight, uphold, encourag, allocat, provid, giv, pay, prioriti, consolidat, expand,
    comply, respect, follow, engag, focus, deepen, advanc, endeavour, strive, exert, devote, involv, help, assist, build,
    tackl, counter, reduc, rais, foster, refrain, avoid, coordinat, identif, use, have, respond, train, educat, teach, offer,
    accomplish, report, participat, condemn, honour, chang, deploy, spare, do, see to, fulfil, mov, prepar, tell, rely,
    monitor, secur, inform, demonstrat, equip, exercis, lead, carry forward, speak,
    associ, form, sensibilis, propos, facilit, capacit,
    renforc, prom, assur, veill, garanti, prendre, favoris, foment, fortal, amélior, mejora, fomen, vel, asegur, tom, adoptar medidas,
    protég, proteg, coopér, coopera, aid, ayud, apoy, укреп, содейств, обеспеч, принимать меры, принять меры, поощр, сотруднич, совершенств, усил, предотвра,
    تعزز, يعزز, تعزيز, تكفل, يكفل, كفالة, تضمن, يضمن, ضمان, تتخذ, يتخذ, اتخاذ, تشجع, يشجع, تشجيع, تحسن, تحسين, تتعاون, التعاون, تحمي, حماية, تدعم, دعم`,
  5: `adopt, amend, establish, ratif, implement, enact, introduc, creat, develop, set up, put in place, sign, acced,
    becom, abolish, repeal, withdraw, remov, extend, issu, invit, investigat, prosecut, undertak, put, bring, pass, incorporat,
    criminali, decriminali, prohibit, ban, lift, revis, modif, reform, releas, finali, complet, conduct, carry out, elaborat,
    formulat, launch, harmoni, align, integrat, includ, submit, publish, accept, appoint, designat, initiat, conclud,
    apply, enforc, allow, grant, eliminat, end, stop, ceas, recogni, commut, defin, declar, impos, adher, join, approv, institut, draft,
    set, plac, legislat, eradicat, agree, acknowledg, transform, commit, formali, writ, reaffirm, resolv, domesticat, conform, proceed, admit, nam, revok, delet, replac,
    désign, design, inscri, supprim, interdi, prohib, publi,
    établ, establec, cré, crea, mettre en, ratific, modif, adhér, adher, appliqu, aplic, ejecut, abrog, derog, élabor, elabor, incrimin, tipific,
    tipifi, offrir, нача, принять, принима, ратифи, учре, созда, внес, вносить, осуществ, выполн, согласовать, ввести, вводить, разработ, присоедин, криминализ,
    تعتمد, يعتمد, اعتماد, تعدل, يعدل, تعديل, تنشئ, ينشئ, إنشاء, تصدق, يصدق, التصديق, تصادق, تنفذ, ينفذ, تنفيذ, تضع, يضع, تنضم, الانضمام, تسن, سن, تجرم, تجريم`,
}

/** In Chinese the verb follows without a space: the one that stands first counts. */
const CHINESE: Record<Strength, string> = {
  1: '呼吁 分享 共享 交流 交换',
  2: '继续 保持 维持',
  3: '考虑 审议 研究 探讨 审查',
  4: '加强 促进 确保 保证 采取 鼓励 推动 改进 提高 支持 保护 防止 打击',
  5: '批准 通过 修订 修正 设立 建立 制定 执行 实施 落实 加入 签署 颁布 废除',
}

const STEPS = [1, 2, 3, 4, 5] as const

/** Each first word of a verb with its possible continuations, the longest first. */
const verbs = new Map<string, { rest: string[]; step: Strength }[]>()
for (const step of STEPS)
  for (const verb of VERBS[step].split(',')) {
    const [first = '', ...rest] = verb.trim().split(/\s+/)
    verbs.set(
      first,
      [...(verbs.get(first) ?? []), { rest, step }].sort((a, b) => b.rest.length - a.rest.length),
    )
  }
const chineseVerbs = STEPS.flatMap((step) =>
  CHINESE[step].split(' ').map((verb) => [verb, step] as const),
)

/** Words before the verb; the subject before them is passed over. */
const ASKS =
  /(?:^|\s)(?:should|shall|must|needs? to|may wish to|wish to|ought to|(?:encouraged|invited|urged|called upon|called on|requested|recommended) to|(?<!as )recommend(?:s|ed)?(?: that)?|devraient|devrait|doivent|doit|(?:encouragés|invités|priés) (?:à|de)|deberían|debería|deben|debe|следует|должны|должен|рекомендуется|ينبغي|يجب)(?=\s|,|$)/giu

const ARE_ASKED =
  /^(?:be|are|is|also|not|able|et|être|ser|быть|encouraged|invited|urged|requested|to|для|لها|أن)$/u

/** The vowel signs and the stretching of Arabic, which a writer may add or leave out. */
const VOWELS = /[\u064B-\u0652\u0670\u0640]/gu

/**
 * The step of the verb of the request, or null if no verb is known: a conclusion states and asks nothing, and of the
 * other languages the table has few verbs. "Should
 * consider ratifying" is 3, for the governing verb counts; "are encouraged to ratify" is 5, for it asks to ratify.
 */
export function strength(text: string): Strength | null {
  const plain = text.normalize('NFC').toLowerCase().replace(VOWELS, '').slice(0, 4_000)
  if (/\p{Script=Han}/u.test(plain)) return chineseStrength(plain)
  const asks = plain.search(ASKS)
  const request = asks < 0 ? [] : wordsOf(plain.slice(asks).replace(ASKS, ' '))
  const near = asks >= 0 && wordsOf(plain.slice(0, asks)).length <= 15
  return (near ? null : imperative(wordsOf(plain))) ?? firstVerb(request)
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}-]+|[,;:.]/gu) ?? []

function chineseStrength(text: string): Strength | null {
  const asks = /应当|应该|应|须|需要|鼓励(?:会员国|各国)|请(?:会员国|各国)/u.exec(text)
  const request = asks ? text.slice(asks.index + asks[0].length) : text
  let first: { at: number; step: Strength } | null = null
  for (const [verb, step] of chineseVerbs) {
    const at = request.indexOf(verb)
    if (at >= 0 && (!first || at < first.at)) first = { at, step }
  }
  return first?.step ?? null
}

/** The first verb of the sentence; words between commas right after "should" are skipped. */
function firstVerb(words: readonly string[]): Strength | null {
  const from = words[0] === ',' ? Math.max(0, words.indexOf(',', 1)) : 0
  for (const [place, word] of words.entries()) {
    if (place < from || ARE_ASKED.test(word)) continue
    if (word === '.') return null
    const step = stepAt(words, place)
    if (step) return step
  }
  return null
}

/** Without "should": the verb opens the sentence, or follows an opening phrase and its comma. */
function imperative(words: readonly string[]): Strength | null {
  let opens = true
  for (const [place, word] of words.entries()) {
    if (opens) {
      const step = stepAt(words, place)
      if (step) return step
    }
    opens = (opens && /^(?:.|.+ly|also|and|that|[ivx]+)$/u.test(word)) || /^[,;:]$/.test(word)
  }
  return null
}

/** The step of the verb that begins at a place: the longest beginning that is known decides. */
function stepAt(words: readonly string[], place: number): Strength | null {
  const word = words[place] ?? ''
  for (let length = Math.min(word.length, 14); length > 1; length -= 1)
    for (const { rest, step } of verbs.get(word.slice(0, length)) ?? [])
      if (rest.every((next, index) => words[place + 1 + index]?.startsWith(next))) return step
  return null
}
