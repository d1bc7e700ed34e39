-- A search finds a proposal by the State that took it over. An issued item keeps the names under which it was issued, as the
-- public finds it. Entries of before are made anew beside the working server.
CREATE OR REPLACE FUNCTION search_version() RETURNS int LANGUAGE sql IMMUTABLE RETURN 3;

CREATE OR REPLACE VIEW "Searchable" AS
SELECT p.id AS "subjectId", 'proposal'::"SearchKind" AS kind, p."sessionId", 'group'::"SearchAudience" AS audience,
  p."agendaItemId", d."entityId" || ARRAY(SELECT e."entityId" FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
    WHERE c."proposalId" = p.id AND c."leftAt" IS NULL
    UNION SELECT e."entityId" FROM "TakeOver" t JOIN "Delegation" e ON e.id = t."delegationId"
    WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS "entityIds", p."originalLanguage" AS language,
  p.number::text AS printed, p.number AS "proposalNumber", NULL::int AS "amendmentNumber",
  d.name || ARRAY(SELECT e.name FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
    WHERE c."proposalId" = p.id AND c."leftAt" IS NULL ORDER BY e."sortKey")
  || ARRAY(SELECT e.name FROM "TakeOver" t JOIN "Delegation" e ON e.id = t."delegationId"
    WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS names, r.text, '#' || p.number || ' proposal ' || p.kind || coalesce((SELECT ' ' || g.name FROM "GroupAttribution" g WHERE g.id = p."attributionId"), '') AS more,
  p."withdrawnAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TakeOver" t WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS withdrawn,
  p."submittedAt" AS at, p.number AS place
FROM "Proposal" p JOIN "Delegation" d ON d.id = p."delegationId"
JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
UNION ALL
SELECT a.id, 'amendment', a."sessionId", 'group', p."agendaItemId", ARRAY[d."entityId"], p."originalLanguage",
  '', p.number, a.number, ARRAY[d.name],
  a.text || CASE WHEN a.reason = '' THEN '' ELSE E'\n' || a.reason END,
  '#' || p.number || ' suggested change amendment ' || a.number || coalesce((SELECT ' ' || g.name FROM "GroupAttribution" g WHERE g.id = a."attributionId"), ''), a."withdrawnAt" IS NOT NULL, a."releasedAt", a.number
FROM "Amendment" a JOIN "Proposal" p ON p.id = a."proposalId" JOIN "Delegation" d ON d.id = a."delegationId"
UNION ALL
SELECT c.id, 'comment', c."sessionId", 'group', p."agendaItemId", ARRAY[d."entityId"], NULL,
  '', p.number, NULL, ARRAY[d.name], c.text, '#' || p.number || ' comment' || coalesce((SELECT ' ' || g.name FROM "GroupAttribution" g WHERE g.id = c."attributionId"), ''), false, c."releasedAt", p.number
FROM "Comment" c JOIN "Proposal" p ON p.id = c."proposalId" JOIN "Delegation" d ON d.id = c."delegationId"
WHERE c."replacedById" IS NULL AND c."withdrawnAt" IS NULL
UNION ALL
SELECT d.id, 'delegation', d."sessionId", 'group', NULL, ARRAY[d."entityId"], NULL, '', NULL, NULL, ARRAY[d.name], d.name,
  concat_ws(' ', e.name, e."formalName", e.iso3, (SELECT string_agg(value, ' ') FROM jsonb_each_text(e.names)),
    (SELECT string_agg(concat_ws(' ', x.honorific, x.name), ' ') FROM "Representative" m JOIN "Person" x ON x.id = m."personId"
      WHERE m."delegationId" = d.id AND m."endedAt" IS NULL)),
  d."withdrawnAt" IS NOT NULL, d."createdAt", 0
FROM "Delegation" d JOIN "Entity" e ON e.id = d."entityId"
UNION ALL
SELECT l.id, 'list', l."sessionId", 'public', NULL, '{}', NULL, l.symbol, NULL, NULL, '{}',
  concat_ws(' ', l.symbol, s.title), (SELECT string_agg(h.title, ' ' ORDER BY h.position) FROM "ListHeading" h WHERE h."listId" = l.id),
  false, l."issuedAt", 0
FROM "PreliminaryList" l JOIN "Session" s ON s.id = l."sessionId" WHERE l."issuedAt" IS NOT NULL
UNION ALL
SELECT i.id, 'item', l."sessionId", 'public', (SELECT p."agendaItemId" FROM "ItemProposal" x JOIN "Proposal" p ON p.id = x."proposalId"
    WHERE x."itemId" = i.id ORDER BY p.number LIMIT 1),
  ARRAY(SELECT DISTINCT d."entityId" FROM "ItemProposal" x JOIN "Proposal" p ON p.id = x."proposalId"
    JOIN "Delegation" d ON d."sessionId" = p."sessionId" AND (d.id = p."delegationId" OR d.name = ANY (x.attribution))
    WHERE x."itemId" = i.id), i.language,
  coalesce(i.paragraph || coalesce(' (' || i.letter || ')', ''), i."importedNumber", ''), NULL, NULL,
  ARRAY(SELECT DISTINCT name FROM "ItemProposal" x, unnest(x.attribution) AS name WHERE x."itemId" = i.id ORDER BY name), i.text,
  h.title || ' item ' || i.kind, false, l."issuedAt", h.position * 10000 + i.position
FROM "Item" i JOIN "PreliminaryList" l ON l.id = i."listId" JOIN "ListHeading" h ON h.id = i."headingId"
WHERE l."issuedAt" IS NOT NULL
UNION ALL
SELECT i.id, 'consolidated', l."sessionId", CASE WHEN l."adoptedAt" IS NULL THEN 'session' ELSE 'public' END::"SearchAudience",
  NULL, '{}', i.language, coalesce(i.paragraph || coalesce(' (' || i.letter || ')', ''), i."importedNumber", ''), NULL, NULL, '{}',
  coalesce((SELECT k.text FROM "Corrigendum" k WHERE k."itemId" = i.id ORDER BY k.number DESC LIMIT 1), t.text),
  h.title || ' item ' || i.kind, false, coalesce(l."adoptedAt", i."createdAt"), h.position * 10000 + i.position
FROM "ConsolidatedItem" i JOIN "ConsolidatedList" l ON l.id = i."listId" JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
WHERE i."deletedAt" IS NULL
UNION ALL
SELECT c.id, 'circulationComment', c."sessionId", 'public', NULL, ARRAY[d."entityId"], c.language,
  coalesce(i.paragraph || coalesce(' (' || i.letter || ')', ''), i."importedNumber", ''), NULL, NULL, ARRAY[d.name],
  concat_ws(E'\n', nullif(c.text, ''), nullif(c.subject, ''), c."wordingText"), 'comment', false, c."releasedAt", 0
FROM "CirculationComment" c JOIN "Circulation" k ON k.id = c."circulationId" JOIN "Delegation" d ON d.id = c."delegationId"
LEFT JOIN "Item" i ON i.id = c."itemId"
WHERE c."replacedById" IS NULL AND c."withdrawnAt" IS NULL AND c."retractedAt" IS NULL
  AND circulation_posted_from(k."postingRule", k."openedAt", k."openUntil", k."postAt") <= clock_timestamp()
UNION ALL
SELECT d.id, 'document', d."sessionId",
  CASE WHEN d.distribution = 'restricted' OR (d.kind = 'draftReport' AND d."reportId" IS NOT NULL)
    THEN 'group' ELSE 'public' END::"SearchAudience",
  d."agendaItemId", '{}', NULL, d.symbol, NULL, NULL, '{}', d.title, 'document', false, d."issuedAt", 0
FROM "Document" d
WHERE d."issuedAt" IS NOT NULL AND d."withdrawnAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "PreliminaryList" l WHERE l.id = d."preliminaryListId" AND l.symbol = d.symbol);
