-- One index of all that can be found, written by triggers in the transaction that makes a text visible.
-- Rows of before are indexed by lib/search/indexing.ts beside the working server.

-- ---------------------------------------------------------------- words

-- Decomposed, in lower case, without what is not seen: soft hyphens, joiners, tatweel, vowel signs and hamza above or
-- below its letter. Asks no locale, so that every database folds alike.
CREATE FUNCTION search_light(raw text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(raw) = length(raw) THEN lower(raw COLLATE "C") ELSE translate(
  lower(regexp_replace(normalize(raw, NFKD),
    '[\u00AD\u034F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\U000E0100-\U000E01EF]',
    '', 'g') COLLATE "C"),
  'ØÆŒÞÐĐŁĦŊŦƏẞıΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐҒҖҚҜҢҤӨҮҰҲҶҺӘ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
  'øæœþðđłħŋŧəßiαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґғҗқҝңҥөүұҳҷһә01234567890123456789') END;

-- The same without diacritics, with one form of each Arabic letter and no ligatures. The Russian й is a letter.
CREATE FUNCTION search_bare(light text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN light ~ '^[0-9a-z]*$' THEN light ELSE
  replace(replace(replace(replace(translate(
    regexp_replace(replace(normalize(light, NFKD), 'и' || U&'\0306', 'й'),
      '[\u0300-\u036F\u0653-\u0655\u1AB0-\u1AFF\u1DC0-\u1DFF]', '', 'g'),
    'øđłħŧðŋٱىةۃکیء', 'odlhtdnايههكي'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END;

-- The words of a text in order: bare, and with their diacritics as dictionaries expect them. A Chinese character is a
-- word with the one after it, so that pairs are found; `ends` says that none follows in its
-- run.
-- lib/search/marks.ts counts words in the same way.
CREATE FUNCTION search_words(raw text)
RETURNS TABLE (run int, at int, word text, written text, chinese boolean, ends boolean)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  piece text;
BEGIN
  at := 0;
  run := 0;
  FOR piece IN SELECT match[1] FROM regexp_matches(search_light(raw),
    '[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]+'
    '|[^\u0001-\u002F\u003A-\u0060\u007B-\u00BF\u00D7\u00F7\u02B9-\u02FF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06FD\u06FE\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2100-\u2BFF\u2E00-\u3007\u3008-\u3020\u3030-\u303F\u30FB\u3400-\u4DBF\u4E00-\u9FFF\uE000-\uFAFF\uFD3E\uFD3F\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFF0F\uFFE0-\uFFFF\U0001F000-\U0001FAFF\U00020000-\U0003FFFF\U000E0000-\U0010FFFF]+',
    'g') AS match
  LOOP
    run := run + 1;
    chinese := piece ~ '^[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]';
    IF chinese THEN
      FOR n IN 1..length(piece) LOOP
        at := at + 1;
        word := substr(piece, n, 2);
        written := word;
        ends := n = length(piece);
        RETURN NEXT;
      END LOOP;
    ELSE
      at := at + 1;
      word := left(search_bare(piece), 100);
      written := CASE WHEN word = piece THEN piece ELSE left(normalize(piece, NFC), 100) END;
      ends := true;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

-- The dictionary of a language; null where PostgreSQL has none.
CREATE FUNCTION search_dictionary(language text) RETURNS regdictionary
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE language WHEN 'en' THEN 'pg_catalog.english_stem'::regdictionary
  WHEN 'fr' THEN 'pg_catalog.french_stem'::regdictionary WHEN 'es' THEN 'pg_catalog.spanish_stem'::regdictionary
  WHEN 'ru' THEN 'pg_catalog.russian_stem'::regdictionary WHEN 'ar' THEN 'pg_catalog.arabic_stem'::regdictionary END;

-- In which languages a word is looked up: by its script, and in Latin letters in those that are named.
CREATE FUNCTION search_languages(word text, languages text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN word ~ '^[a-z]' THEN languages WHEN word ~ '^[\u0400-\u052F]' THEN ARRAY['ru']
  WHEN word ~ '^[\u0600-\u06FF]' THEN ARRAY['ar'] ELSE '{}' END;

-- One stem, null of a stop word.
CREATE FUNCTION search_stem(language text, word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '=' || language || search_bare((ts_lexize(search_dictionary(language), word))[1]);

-- The stems of a word, each with its language, found with and without its diacritics and the Arabic article. None of
-- a stop word.
CREATE FUNCTION search_stems(word text, written text, languages text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  stems text[] := '{}';
  language text;
BEGIN
  FOREACH language IN ARRAY search_languages(word, languages) LOOP
    stems := stems || search_stem(language, written);
    IF word <> written THEN stems := stems || search_stem(language, word); END IF;
    IF language = 'ar' AND word ~ '^[وفبك]?(ال|لل)...' THEN
      stems := stems || search_stem(language, regexp_replace(word, '^[وفبك]?(ال|لل)', ''));
    END IF;
  END LOOP;
  RETURN array_remove(stems, NULL);
END $$;

CREATE FUNCTION search_is_stop_word(word text, written text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(bool_or(ts_lexize(search_dictionary(language), written) = '{}'), false)
  FROM unnest(search_languages(word, ARRAY['en', 'fr', 'es'])) AS language);

-- What the index keeps of a text: at the places of each word the word and its stems.
CREATE FUNCTION search_vector(raw text, languages text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''' || lexeme || ''':' || places, ' '), '')::tsvector
  FROM (SELECT word, written, string_agg(least(at, 16383)::text, ',') AS places
    FROM search_words(raw) WHERE word <> '' GROUP BY word, written) AS words,
    unnest(word || search_stems(word, written, languages)) AS lexeme
$$;

-- What a typed text asks of the index, word by word: the stems of the word in any language, and itself or, from three
-- letters on, its beginning. The last character of a Chinese run stands in the pair before it.
CREATE FUNCTION search_terms(raw text) RETURNS TABLE (run int, at int, term text, stops boolean)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT run, at, '(''' || word || ''''
    || CASE WHEN chinese AND ends OR NOT chinese AND length(word) > 2 AND word !~ '^[0-9]+$' THEN ':*' ELSE '' END
    || coalesce((SELECT string_agg(' | ''' || stem || '''', '')
      FROM unnest(search_stems(word, written, ARRAY['en', 'fr', 'es'])) AS stem), '') || ')',
    search_is_stop_word(word, written)
  FROM (SELECT *, lag(run, 1, 0) OVER (ORDER BY at) = run AS follows FROM search_words(raw)) AS words
  WHERE word <> '' AND NOT (follows AND ends)
$$;

-- What was typed as a query: all words wherever they stand, and all phrases. Stop words and what stands before an
-- apostrophe count in phrases alone, unless nothing else was typed. Null where no word was typed.
CREATE FUNCTION search_query(typed text, phrases text[]) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  WITH part AS (
    SELECT '"' || n AS part, at, term, false AS stops
    FROM unnest(phrases) WITH ORDINALITY AS phrase (raw, n), search_terms(phrase.raw)
    UNION ALL SELECT run::text, at, term, stops FROM search_terms(typed)),
  spaced AS (SELECT *, at - lag(at) OVER (PARTITION BY part ORDER BY at) AS apart FROM part),
  joined AS (SELECT bool_and(stops) AS stops,
    string_agg(CASE WHEN apart IS NULL THEN '' ELSE ' <' || apart || '> ' END || term, '' ORDER BY at) AS query
    FROM spaced GROUP BY part)
  SELECT string_agg(query, ' & ')::tsquery FROM joined
  WHERE NOT stops OR NOT EXISTS (SELECT 1 FROM joined WHERE NOT stops)
$$;

-- A number or a symbol as it is compared: its letters and digits.
CREATE FUNCTION search_label(raw text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(string_agg(word, '' ORDER BY at), '') FROM search_words(raw));

-- ---------------------------------------------------------------- the index

CREATE TYPE "SearchKind" AS ENUM ('list', 'delegation', 'proposal', 'amendment', 'comment', 'item', 'consolidated');
CREATE TYPE "SearchAudience" AS ENUM ('public', 'group', 'session');

CREATE TABLE "SearchEntry" (
  "subjectId" UUID NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "sessionId" UUID NOT NULL,
  "audience" "SearchAudience" NOT NULL,
  "agendaItemId" UUID,
  "entityIds" UUID[],
  "language" TEXT,
  "label" TEXT NOT NULL,
  "printed" TEXT NOT NULL,
  "proposalNumber" INTEGER,
  "amendmentNumber" INTEGER,
  "names" TEXT[],
  "text" TEXT NOT NULL,
  "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "place" INTEGER NOT NULL,
  "vector" tsvector NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("subjectId")
);
CREATE INDEX "SearchEntry_sessionId_idx" ON "SearchEntry"("sessionId");
CREATE INDEX "SearchEntry_agendaItemId_idx" ON "SearchEntry"("agendaItemId");
CREATE INDEX "SearchEntry_audience_label_idx" ON "SearchEntry"("audience", "label");
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An index for each audience: whoever may not see the rows of one does not read it.
CREATE INDEX "SearchEntry_public_idx" ON "SearchEntry" USING GIN ("vector") WITH (fastupdate = off) WHERE audience = 'public';
CREATE INDEX "SearchEntry_group_idx" ON "SearchEntry" USING GIN ("vector") WITH (fastupdate = off) WHERE audience = 'group';
CREATE INDEX "SearchEntry_session_idx" ON "SearchEntry" USING GIN ("vector") WITH (fastupdate = off) WHERE audience = 'session';

ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_audience_check" CHECK (CASE
  WHEN kind IN ('list', 'item') THEN audience = 'public'
  WHEN kind = 'consolidated' THEN audience IN ('public', 'session')
  ELSE audience = 'group' END);

-- Raised by each migration after which entries must be made anew.
CREATE FUNCTION search_version() RETURNS int LANGUAGE sql IMMUTABLE RETURN 1;

-- In which language a text is looked up: its own where that is known, else by the script of each word.
CREATE FUNCTION search_written_in(language text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN language IN ('en', 'fr', 'es') THEN ARRAY[language] ELSE ARRAY['en', 'fr', 'es'] END;

-- What can be found, as it stands now for those who may see it, and nothing that was not released. The names of those
-- whose it is, its number and words of its kind are found too; `text` comes first, so that places in it are known.
CREATE VIEW "Searchable" AS
SELECT p.id AS "subjectId", 'proposal'::"SearchKind" AS kind, p."sessionId", 'group'::"SearchAudience" AS audience,
  p."agendaItemId", d."entityId" || ARRAY(SELECT e."entityId" FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
    WHERE c."proposalId" = p.id AND c."leftAt" IS NULL) AS "entityIds", p."originalLanguage" AS language,
  p.number::text AS printed, p.number AS "proposalNumber", NULL::int AS "amendmentNumber",
  d.name || ARRAY(SELECT e.name FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
    WHERE c."proposalId" = p.id AND c."leftAt" IS NULL ORDER BY e."sortKey") AS names, r.text, '#' || p.number || ' proposal ' || p.kind AS more,
  p."withdrawnAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TakeOver" t WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS withdrawn,
  p."submittedAt" AS at, p.number AS place
FROM "Proposal" p JOIN "Delegation" d ON d.id = p."delegationId"
JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
UNION ALL
SELECT a.id, 'amendment', a."sessionId", 'group', p."agendaItemId", ARRAY[d."entityId"], p."originalLanguage",
  '', p.number, a.number, ARRAY[d.name],
  a.text || CASE WHEN a.reason = '' THEN '' ELSE E'\n' || a.reason END,
  '#' || p.number || ' suggested change amendment ' || a.number, a."withdrawnAt" IS NOT NULL, a."releasedAt", a.number
FROM "Amendment" a JOIN "Proposal" p ON p.id = a."proposalId" JOIN "Delegation" d ON d.id = a."delegationId"
UNION ALL
SELECT c.id, 'comment', c."sessionId", 'group', p."agendaItemId", ARRAY[d."entityId"], NULL,
  '', p.number, NULL, ARRAY[d.name], c.text, '#' || p.number || ' comment', false, c."releasedAt", p.number
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
WHERE i."deletedAt" IS NULL;

-- Writes the index's row of a subject, or takes it away where the subject can no longer be found: the one writer of the
-- index. Whoever writes the same subject waits, and then reads what was committed. Acts write beside each other, but
-- not beside search_batch.
CREATE FUNCTION search_write(subject uuid, subject_kind "SearchKind") RETURNS void LANGUAGE plpgsql
-- Planned once for all kinds, which takes longer than the work.
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('search index', 0));
  PERFORM 1 FROM "SearchEntry" WHERE "subjectId" = subject FOR UPDATE;
  INSERT INTO "SearchEntry" ("subjectId", kind, "sessionId", audience, "agendaItemId", "entityIds", language, label,
    printed, "proposalNumber", "amendmentNumber", names, text, withdrawn, at, place, vector, version)
  SELECT "subjectId", kind, "sessionId", audience, "agendaItemId", "entityIds", language, search_label(printed),
    printed, "proposalNumber", "amendmentNumber", names, text, withdrawn, at, place,
    search_vector(text || E'\n' || array_to_string(names, ' ') || ' ' || printed || ' ' || coalesce(more, ''),
      search_written_in(language)), search_version()
  FROM "Searchable" WHERE "subjectId" = subject AND kind = subject_kind
  ON CONFLICT ("subjectId") DO UPDATE SET "sessionId" = EXCLUDED."sessionId", audience = EXCLUDED.audience,
    "agendaItemId" = EXCLUDED."agendaItemId", "entityIds" = EXCLUDED."entityIds", language = EXCLUDED.language,
    label = EXCLUDED.label, printed = EXCLUDED.printed, "proposalNumber" = EXCLUDED."proposalNumber",
    "amendmentNumber" = EXCLUDED."amendmentNumber", names = EXCLUDED.names, text = EXCLUDED.text,
    withdrawn = EXCLUDED.withdrawn, at = EXCLUDED.at, place = EXCLUDED.place, vector = EXCLUDED.vector,
    version = EXCLUDED.version;
  IF NOT FOUND THEN DELETE FROM "SearchEntry" WHERE "subjectId" = subject; END IF;
END $$;

-- Writes entries that are missing or older than the rules, and takes away those of subjects that can no longer be
-- found: at most so many, whose number it returns. Null while somebody else writes, as it waits for nobody.
CREATE FUNCTION search_batch(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  entry record;
  done int := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('search index', 0)) THEN RETURN NULL; END IF;
  FOR entry IN
    SELECT "subjectId", kind FROM "SearchEntry" WHERE version < search_version()
    UNION ALL SELECT "subjectId", kind FROM "Searchable" s
      WHERE NOT EXISTS (SELECT 1 FROM "SearchEntry" e WHERE e."subjectId" = s."subjectId")
    LIMIT most
  LOOP
    PERFORM search_write(entry."subjectId", entry.kind);
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;

-- The subjects that a changed row is about.
CREATE FUNCTION search_subject() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  PERFORM search_write((changed ->> TG_ARGV[0])::uuid, TG_ARGV[1]::"SearchKind");
  RETURN NULL;
END $$;

CREATE FUNCTION search_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'PreliminaryList' THEN
    PERFORM search_write(NEW.id, 'list');
    PERFORM search_write(id, 'item') FROM "Item" WHERE "listId" = NEW.id;
  ELSE
    PERFORM search_write(id, 'consolidated') FROM "ConsolidatedItem" WHERE "listId" = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write("delegationId", 'delegation') FROM "Representative" WHERE "personId" = NEW.id AND "endedAt" IS NULL;
  RETURN NULL;
END $$;

-- At the end of the transaction, when all that an act writes is there.
CREATE CONSTRAINT TRIGGER "Revision_search" AFTER INSERT ON "Revision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('proposalId', 'proposal');
CREATE CONSTRAINT TRIGGER "Proposal_search" AFTER UPDATE OF "withdrawnAt" ON "Proposal" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('id', 'proposal');
CREATE CONSTRAINT TRIGGER "CoSponsorship_search" AFTER INSERT OR UPDATE ON "CoSponsorship" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('proposalId', 'proposal');
CREATE CONSTRAINT TRIGGER "TakeOver_search" AFTER INSERT OR UPDATE ON "TakeOver" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('proposalId', 'proposal');
CREATE CONSTRAINT TRIGGER "Amendment_search" AFTER INSERT OR UPDATE ON "Amendment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('id', 'amendment');
CREATE CONSTRAINT TRIGGER "Comment_search" AFTER INSERT OR UPDATE ON "Comment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('id', 'comment');
CREATE CONSTRAINT TRIGGER "Delegation_search" AFTER INSERT OR UPDATE ON "Delegation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('id', 'delegation');
CREATE CONSTRAINT TRIGGER "Representative_search" AFTER INSERT OR UPDATE ON "Representative" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('delegationId', 'delegation');
CREATE CONSTRAINT TRIGGER "Person_search" AFTER UPDATE OF name, honorific ON "Person" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_person();
CREATE CONSTRAINT TRIGGER "PreliminaryList_search_new" AFTER INSERT ON "PreliminaryList" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."issuedAt" IS NOT NULL) EXECUTE FUNCTION search_list();
CREATE CONSTRAINT TRIGGER "PreliminaryList_search" AFTER UPDATE OF "issuedAt" ON "PreliminaryList" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."issuedAt" IS NOT NULL) EXECUTE FUNCTION search_list();
CREATE CONSTRAINT TRIGGER "ConsolidatedText_search" AFTER INSERT ON "ConsolidatedText" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('itemId', 'consolidated');
CREATE CONSTRAINT TRIGGER "ConsolidatedItem_search" AFTER UPDATE OF "currentNumber", "deletedAt" ON "ConsolidatedItem"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_subject('id', 'consolidated');
CREATE CONSTRAINT TRIGGER "ConsolidatedList_search" AFTER UPDATE OF "adoptedAt" ON "ConsolidatedList" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_list();
CREATE CONSTRAINT TRIGGER "Corrigendum_search" AFTER INSERT ON "Corrigendum" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search_subject('itemId', 'consolidated');
