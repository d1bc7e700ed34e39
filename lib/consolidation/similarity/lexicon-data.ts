/**
 * What drafters know and letters do not show. One family a line: its name, then its words; a hyphen
 * joins the words of a phrase, an asterisk stands for any ending. Small words in a phrase are left out.
 */

/** Instruments, bodies and arrangements under all their names: the same thing, whatever it is called. */
export const INSTRUMENTS = `
cat: convention-torture, uncat, cat
opcat: optional-protocol-convention-torture, optional-protocol-cat, op-cat, opcat, protocol-convention-torture, protocol-cat
iccpr: covenant-civil-political-rights, convention-civil-political-rights, iccpr
iccpr-op2: second-optional-protocol, iccpr-op2, op-iccpr-2, iccpr-op-2, optional-protocol-aim*-abolition, optional-protocol-covenant-civil-political-rights, optional-protocol-iccpr
icescr: covenant-economic-social-cultural-rights, icescr, cescr
op-icescr: optional-protocol-covenant-economic-social-cultural-rights, optional-protocol-icescr, op-icescr
cedaw: convention-elimination-all-forms-discrimination-women, convention-elimination-discrimination-women, cedaw
op-cedaw: optional-protocol-convention-elimination-all-forms-discrimination-women, optional-protocol-convention-elimination-discrimination-women, optional-protocol-cedaw, op-cedaw
icerd: convention-elimination-all-forms-racial-discrimination, convention-elimination-racial-discrimination, icerd, cerd
crc: convention-rights-child, crc, child-rights-convention
op-crc: optional-protocol-convention-rights-child, optional-protocol-crc, op-crc, third-optional-protocol, communication-procedure, protocol-sale-children, protocol-involvement-children
crpd: convention-rights-persons-disab*, crpd
icrmw: convention-protection-rights-all-migrant-workers, convention-rights-all-migrant-workers, convention-rights-migrant-workers, convention-protection-rights-migrant-workers, convention-protection-migrant-workers, convention-migrant-workers, icrmw, cmw, icmw
cped: convention-protection-all-persons-enforced-disappear*, convention-protection-persons-enforced-disappear*, convention-enforced-disappear*, cped, ced, icpped, icppped
icc: rome-statute, international-criminal-court, icc
refugee-convention: convention-relating-status-refugees, convention-status-refugees, 1951-convention, refugee-convention, 1967-protocol
stateless-convention: convention-reduction-statelessness, convention-relating-status-stateless-persons, convention-status-stateless-persons, 1954-convention, 1961-convention
untoc: untoc, convention-transnational-organized-crime, organized-crime-convention, palermo-convention, palermo-protocol, protocol-prevent-suppress-punish-trafficking, protocol-prevent-suppress-trafficking
uncac: convention-corruption, uncac
paris-principles: paris-principles
ilo: ilo, international-labour-organization, international-labour-organisation
standing-invitation: standing-invitation, open-invitation, permanent-invitation
special-procedures: special-procedure, special-rapporteur, mandate-holder, special-mechanism, thematic-procedure, special-mandate
treaty-bodies: treaty-body, monitoring-body, treaty-committee, human-rights-committee, oversight-body
upr: universal-periodic-review, upr
ohchr: ohchr, high-commissioner-human-rights
nhri: national-human-rights-institution, national-human-rights-commission, national-commission-human-rights, nhri, human-rights-commission, commission-human-rights, human-rights-institution, national-institution, ombuds*, international-coordinating-committee, chr
mdg: millennium-development-goal, mdg*, sustainable-development-goal, sdg*
budapest: budapest-convention, convention-cybercrime, council-europe-convention, budapest
new-convention: new-convention, new-instrument, new-treaty, ad-hoc-committee, comprehensive-convention, universal-instrument, universal-convention, global-instrument, new-international-instrument, new-international-convention
mla: mutual-legal-assistance, mutual-assistance, mla, mlat, letter-rogatory, rogatory-letter, legal-assistance, judicial-assistance
24-7-network: 24-7, contact-point, point-contact, focal-point, round-clock
interpol: interpol
unodc: unodc, office-drugs-crime
ccpcj: ccpcj, commission-crime-prevention
isp: internet-service-provider, communication-service-provider, service-provider, isp, csp
cert: cert, csirt, incident-response-team, emergency-response-team
csam: child-sexual-abuse-material, child-pornography, child-sexual-exploitation, online-child-sexual, csam, child-sexual-abuse, sexual-exploitation-children, sexual-abuse-children
ppp: public-private-partnership, public-private-cooperation, public-private
`

/** Words that drafters use for one another. */
export const SYNONYMS = `
ratify: ratif*, acced*, accession*, adhe*, sign, signature, signatory, become-party, join, party
withdraw: withdraw*, lift, remov*, reservation
consider: consider*, examin*, explor*, study, studies, possibility, contemplat*, envisag*, reflect, favourably, assess*, evaluat*, re-evaluat*, review
continue: continu*, maintain, pursu*, keep, carry-on, persever*, sustain, ongoing, remain, follow-up, momentum
intensify: intensif*, strengthen*, enhanc*, reinforc*, step-up, stepping-up, redoubl*, increas*, accelerat*, boost, improv*, consolidat*, deepen, upgrad*, further, expand, build-up
establish: establish*, creat*, set-up, setting-up, put-place, putting-place, institut*, introduc*, set, building, elaborat*, develop*, formulat*, draw-up, launch, devis*, draft
enact: enact*, adopt*, pass, promulgat*, introduc*, approv*
amend: amend*, revis*, reform*, modif*, harmoni*, align*, conform*, complian*, compatib*, comply, repeal*, bring, line, approximat*, derogat*, accordance, mainstream*, transform*, updat*
combat: combat*, fight*, counter*, eliminat*, eradicat*, prevent*, tackl*, end, abol*, suppress*, address, stop, reduc*, alleviat*, curb, repress*, struggl*, overcom*, put-end
prohibit: prohibit*, ban, criminali*, outlaw*, penali*, abol*, punish*, illegal, repeal*, remov*, forbid*
promote: promot*, protect*, guarant*, ensur*, safeguard*, secur*, uphold*, respect*, defend*, advanc*, preserv*, foster, encourag*, realiz*
cooperate: cooperat*, co-operat*, collaborat*, engag*, coordinat*, co-ordinat*, partner*, interact*, dialogue
share: shar*, exchang*, experienc*, best-practice, good-practice, lesson, disseminat*
law: law, legislat*, legal, act, bill, statute, code, provision, regulation, framework, norm, constitution*, normative, decree, penal-code, criminal-code
plan: plan, programme, program, strateg*, policy, policies, agenda, roadmap, project, scheme, initiative, campaign
institution: institution*, commission, body, bodies, mechanism, office, agenc*, council, committee, authorit*, ministr*, centre, infrastructure
train: train*, capacit*, awareness, educat*, sensiti*, skill*, expertise, campaign, teach*, curricul*
investigate: investigat*, prosecut*, punish*, perpetrat*, impunity, justice, accountab*, sanction, inquir*, bring-justice
resources: resourc*, fund*, financ*, budget*, allocat*, means
assistance: assist*, support*, aid, technical, help, donor, advis*, capacity-building
visit: visit*, invit*, request
report: report*, submit*, submission, overdue, periodic
participate: participat*, consult*, inclusi*, involv*, represent*, stakeholder, engag*, integrat*
access: access*, availab*, provi*, service, deliver*
quality: quality, standard, level, condition, situation, living
independent: impartial*, independen*, autonom*, transparen*, fair*
victim: victim, survivor, compensat*, rehabilit*, redress, repara*, shelter, counsel*
all-people: people*, population, citizen*, everyone, individual*, person*, public
quickly: prompt*, immediat*, swift*, urgen*, soon, early, expedit*, timel*, without-delay, rapid*
data-keeping: preserv*, retain, retention, stor*, conserv*
obtain: obtain*, collect*, gather*, acqui*, seiz*, access*
`

/** What an item is about. The names of instruments count here as words. */
export const THEMES = `
women: women, woman, female, gender, girl, maternal, mother*, cedaw, op-cedaw, sexes, wife, wives, patriarch*
gender-violence: domestic-violence, violence-women, violence-girls, gender-based-violence, gender-violence, family-violence, sexual-violence, marital-rape, rape, spous*, sexual-harassment, honour-crime, honour-killing, protection-women-violence
equality: equal*, discriminat*, non-discriminat*, nondiscriminat*, intoleran*, equit*, stereotyp*, prejudic*, stigma*, xenophob*, racis*, disparit*, inequalit*
child: child*, crc, op-crc, girl, boy, minors, juvenile*, adolescen*, youth, young, infan*, corporal-punishment, caning, flogging
corporal-punishment: corporal-punish*, caning, flogging, whipping, corporal
child-labour: child-labour, children-labour, labour-children, worst-forms, minimum-age
trafficking: traffick*, smuggl*, slavery, exploitation, untoc, prostitut*, forced-labour, palermo
torture: tortur*, cat, opcat, ill-treatment, cruel, inhuman, degrading, mistreat*, maltreat*
detention: prison*, detention, detain*, custod*, penitentiar*, imprison*, jail*, overcrowd*, correctional, inmate, arrest*, incarcerat*, deprived-liberty
death-penalty: death-penalty, capital-punish*, execution, death-sentence, moratorium, death-row, iccpr-op2, mandatory-death
killings: extrajudicial, extra-judicial, killing, disappear*, summary-execution, cped, ced
judiciary: judiciar*, judicial*, judge*, court*, trial*, lawyer*, administration-justice, prosecutor*, magistra*, tribunal*, rule-law, legal-aid, state-law, due-process
accountability: impunit*, accountab*, bring-justice, perpetrat*, prosecut*, investigat*, brought-justice
police: police, law-enforcement, security-force, army, military, armed-force, officer, enforcement-official, enforcement-agenc*, security-personnel
race: racial*, racis*, race, xenophob*, ethnic*, icerd, interethnic, inter-ethnic, multiracial, multi-racial, intoleran*
minority: minorit*, ethnic*, roma, linguistic, hmong, interethnic, indigenous, tribal
indigenous: indigenous, tribal, ancestral, aborigin*
religion: religio*, belief*, faith*, interreligio*, interfaith, worship, conscience, harmony, sectarian, inter-religio*, church*, mosque*
expression: expression, press, media, journalis*, opinion, speech, censor*, defam*, libel, insult, broadcast*, newspaper*, internet-freedom, information-society
assembly: assembl*, association, demonstration, protest*, trade-union, union, ngo, registration, peaceful*, political-part*, opposition, non-governmental, civic
defenders: human-rights-defender, defender, activist
civil-society: civil-society, ngo, non-governmental, nongovernmental, civic
disability: disabilit*, disabled, crpd, handicap*, impair*
migrant: migrant, migrat*, immigra*, icrmw, foreign-worker, overseas, foreigner*, domestic-worker, expatriate*, sponsorship, domestic-help*
domestic-worker: domestic-worker, domestic-help*, foreign-domestic
refugee: refugee*, asylum, refugee-convention, displaced, stateless*, refoulement, idp*, stateless-convention, unhcr
nationality: national-law-nationality, nationality, citizenship, stateless*, birth-registration, stateless-convention
lgbt: lgbt*, homosexual*, sexual-orientation, same-sex, gay, lesbian, transgender*, gender-identity, consenting, sodomy
education: education*, school*, litera*, enrol*, teacher*, illitera*, curricul*, student*, pupil*, universit*
hr-education: human-rights-education, rights-education, rights-training, human-rights-training, rights-awareness, awareness-human-rights, culture-human-rights
health: health*, medical*, hospital*, mortality, hiv*, aids, disease*, nutrit*, reproductive, doctor*, maternal
poverty: poverty, poor*, socio-economic, socioeconomic, social-economic, economic-social, mdg, standard-living, living-standard, hunger, social-service, social-protection, welfare, wealth, disadvantaged, deprived, social-program*, social-policy
economic-rights: economic-social-cultural, economic-rights, economic-social-rights, social-rights, icescr, op-icescr
development: development-goal, socio-economic-development, economic-development, economic-growth, sustainable-development, national-development, development-plan, development-strateg*, mdg, prosperity
food-water-housing: food*, water, housing, sanita*, drinking, land, evict*, property
labour: labour, employ*, work-women, right-work, job*, workplace, wage*, unemploy*, worker*, ilo, occupation*, equal-pay
vulnerable: vulnerab*, marginal*, disadvantag*, elderly, older-person*, senior*, needy, needs-poor, weak*, underprivileged, less-privileged, deprived
rural: rural, remote, province*, mountain*, urban, infrastructur*, outlying
environment: climate, environment*, disaster*, nuclear, pollut*, sea-level, natural-disaster*, mercury
corruption: corrupt*, brib*, anti-corrupt*, uncac
elections: election*, elector*, vot*, democrat*, democrac*, parliament*, political-life, political-part*
decision-making: decision-making, senior-position*, senior-level*, representation-women, participation-women, political-participation, public-life, political-life, leadership, women-participation
treaties: international-instrument, human-rights-instrument, human-rights-treat*, core-treat*, core-instrument, human-rights-convention, international-convention, international-treat*, iccpr, icescr, cedaw, cat, crc, crpd, icrmw, cped, opcat, op-icescr, op-cedaw, op-crc, icerd, icc, rights-instrument, covenant*
un-mechanisms: special-procedures, standing-invitation, treaty-bodies, rapporteur*, ohchr, upr, human-rights-mechanism, human-rights-council, un-mechanism, nations-mechanism, international-mechanism, international-organi*, international-institution, international-cooperation
upr-follow: upr, recommendation*, accepted-recommendation*, follow-up-recommendation*
nhri: nhri, paris-principles
family: family, families, marriage*, marital, divorc*, inherit*, polygam*, custody-children, parent*, married
terrorism: terror*, counter-terror*, extremis*, national-security, security-law, internal-security
culture: cultur*, tradition*, heritage, custom, customs, language*, intercultural
peace: conflict*, peace*, war, occupation, reconciliat*, cease-fire, arms
cybercrime: cybercrim*, cyber*, cyberattack*, ransomware, malware, phishing, hack*, botnet*, computer*, ict, icts, online*, digital*, darknet*, dark-web, internet-crime, technolog*
evidence: evidence*, evident*, forensic*, admissib*, chain-custody, authentic*, integrit*, laborator*, proof, exhibit*
data-access: electronic-data, data, subscriber*, traffic-data, content-data, metadata, preservation-data, data-preserv*, data-retention, disclos*, stored, logs, encrypt*, preserve*, traffic
jurisdiction: jurisdict*, sovereign*, territor*, cross-border, transborder, trans-border, extraterritor*, transnational*, cloud*
mutual-assistance: mla, extradit*, 24-7-network, central-authorit*, interpol, joint-investigat*, foreign-request*, mutual, request-preserv*, requests
private-sector: private-sector, industr*, isp, ppp, compan*, business*, enterprise*, platform*, service-provider*, private-compan*, providers
criminalization: criminali*, offence*, dual-criminal*, substantive-criminal, crimes, criminal-law, penal*, tipif*
investigative-powers: investigat*, surveil*, undercover, intercept*, search*, seizure*, covert, confiscat*, freez*, procedural-power*, special-technique*
privacy: privac*, data-protect*, personal-data, proportional*, confidential*, safeguard*, human-rights-safeguard*
proceeds: cryptocurrenc*, crypto*, virtual-currenc*, virtual-asset*, bitcoin, proceeds, launder*, assets, asset-recover*
child-online: csam, grooming, bullying, cyberbully*, children-online, online-children
cybersecurity: cybersecurity, cyber-security, cert, resilien*, critical-infrastruct*, incident*, vulnerabilities, hygiene, security-incident*, weakness*
awareness: awareness*, public-campaign*, sensiti*, cyber-hygiene, public-information, digital-litera*
capacity: capacity-build*, training, technical-assistance, technical-cooperation, train*, developing-countr*, capacity, developing-nations
specialised-units: speciali*-unit*, unit, units, speciali*, dedicated-unit*, task-force*
un-process: expert-group, ccpcj, comprehensive-study, new-convention, negotiat*, unodc, repository
cyber-instruments: budapest, new-convention, multilateral, regional-instrument*, regional-convention*, existing-instrument*
statistics: statistic*, indicator*, survey*, research*, figures, measurement, disaggregat*, data-collect*
prevention: prevention, preventi*, early-warning, proactive
`
