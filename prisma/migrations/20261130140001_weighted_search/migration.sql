-- Results are ordered by relevance: names, numbers and titles weigh more (A) than the words of a text (D). Entries of
-- before are made anew beside the working server.
CREATE OR REPLACE FUNCTION search_version() RETURNS int LANGUAGE sql IMMUTABLE RETURN 2;

CREATE OR REPLACE FUNCTION search_write(subject uuid, subject_kind "SearchKind") RETURNS void LANGUAGE plpgsql
-- Planned once for all kinds, which takes longer than the work.
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('search index', 0));
  PERFORM 1 FROM "SearchEntry" WHERE "subjectId" = subject FOR UPDATE;
  INSERT INTO "SearchEntry" ("subjectId", kind, "sessionId", audience, "agendaItemId", "entityIds", language, label,
    printed, "proposalNumber", "amendmentNumber", names, text, withdrawn, at, place, vector, version)
  SELECT "subjectId", kind, "sessionId", audience, "agendaItemId", "entityIds", language, search_label(printed),
    printed, "proposalNumber", "amendmentNumber", names, text, withdrawn, at, place,
    -- The text of a delegation, a list and a document is its name, symbol or title.
    setweight(search_vector(text, search_written_in(language)),
      CASE WHEN kind IN ('delegation', 'list', 'document') THEN 'A' ELSE 'D' END::"char")
    || setweight(search_vector(array_to_string(names, ' ') || ' ' || printed || ' ' || coalesce(more, ''),
      search_written_in(language)), 'A'), search_version()
  FROM "Searchable" WHERE "subjectId" = subject AND kind = subject_kind
  ON CONFLICT ("subjectId") DO UPDATE SET "sessionId" = EXCLUDED."sessionId", audience = EXCLUDED.audience,
    "agendaItemId" = EXCLUDED."agendaItemId", "entityIds" = EXCLUDED."entityIds", language = EXCLUDED.language,
    label = EXCLUDED.label, printed = EXCLUDED.printed, "proposalNumber" = EXCLUDED."proposalNumber",
    "amendmentNumber" = EXCLUDED."amendmentNumber", names = EXCLUDED.names, text = EXCLUDED.text,
    withdrawn = EXCLUDED.withdrawn, at = EXCLUDED.at, place = EXCLUDED.place, vector = EXCLUDED.vector,
    version = EXCLUDED.version;
  IF NOT FOUND THEN DELETE FROM "SearchEntry" WHERE "subjectId" = subject; END IF;
END $$;
