-- What a row says must be possible. Addresses that an earlier version kept as typed become lower case,
-- unless another person has that address.
UPDATE "Person" p SET email = lower(email) WHERE email <> lower(email)
  AND NOT EXISTS (SELECT 1 FROM "Person" o WHERE o.id <> p.id AND lower(o.email) = lower(p.email));
UPDATE "SignInLink" SET email = lower(email) WHERE email <> lower(email);

-- An end is not before its beginning.
ALTER TABLE "Session" ADD CONSTRAINT "Session_dates_check" CHECK ("endsOn" >= "startsOn") NOT VALID;
ALTER TABLE "EarlierDates" ADD CONSTRAINT "EarlierDates_dates_check" CHECK ("endsOn" >= "startsOn") NOT VALID;
ALTER TABLE "Period" ADD CONSTRAINT "Period_dates_check" CHECK ("openUntil" > "openedAt" AND "closedAt" >= "openedAt") NOT VALID;

-- A passage has a beginning, an end and words, or is the whole text.
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_passage_check" CHECK (num_nulls("passageStart", "passageEnd", "passageText") IN (0, 3)
  AND ("passageStart" IS NULL OR "passageStart" >= 0 AND "passageEnd" > "passageStart")) NOT VALID;

-- Columns that say one thing together are both there or both not.
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_base_check" CHECK (num_nulls("proposalId", "baseNumber") IN (0, 2)) NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_wording_check" CHECK (num_nulls("consolidatedItemId", wording) IN (0, 2)) NOT VALID;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_words_check" CHECK (num_nulls(body, text) IN (0, 2)) NOT VALID;
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_delegation_check" CHECK ("delegationId" IS NULL OR "sessionId" IS NOT NULL) NOT VALID;

-- Who ended something stands with when.
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)) NOT VALID;
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_left_check" CHECK (num_nulls("leftAt", "leftById") IN (0, 2)) NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)) NOT VALID;
ALTER TABLE "AmendmentCoSponsorship" ADD CONSTRAINT "AmendmentCoSponsorship_left_check" CHECK (num_nulls("leftAt", "leftById") IN (0, 2)) NOT VALID;
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_adopted_check" CHECK (num_nulls("adoptedAt", "adoptedById") IN (0, 2)) NOT VALID;
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_deleted_check" CHECK (num_nulls("deletedAt", "deletedById") IN (0, 2)) NOT VALID;
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_unlinked_check" CHECK (num_nulls("unlinkedAt", "unlinkedById") IN (0, 2)) NOT VALID;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)) NOT VALID;
ALTER TABLE "Support" ADD CONSTRAINT "Support_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)) NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)) NOT VALID;
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_ended_check" CHECK (num_nulls("endedAt", "endedById") IN (0, 2)) NOT VALID;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_undone_check" CHECK (num_nulls("undoneAt", "undoneById") IN (0, 2)) NOT VALID;
-- A deadline that passed closes a period, and the operator issues an imported list: nobody then stands with the time.
ALTER TABLE "Period" ADD CONSTRAINT "Period_closed_check" CHECK ("closedById" IS NULL OR "closedAt" IS NOT NULL) NOT VALID;
ALTER TABLE "PreliminaryList" ADD CONSTRAINT "PreliminaryList_issued_check" CHECK ("issuedById" IS NULL OR "issuedAt" IS NOT NULL) NOT VALID;

-- Addresses are kept in lower case, hashes as SHA-256 in hexadecimal.
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_check" CHECK (email = lower(email)) NOT VALID;
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_email_check" CHECK (email = lower(email)) NOT VALID;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "PreliminaryList" ADD CONSTRAINT "PreliminaryList_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Item" ADD CONSTRAINT "Item_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "AmendmentAnswer" ADD CONSTRAINT "AmendmentAnswer_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "ConsolidatedText" ADD CONSTRAINT "ConsolidatedText_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_tokenHash_check" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$') NOT VALID;

-- Are the rows that there are in order? One sentence names all that are not.
DO $$
DECLARE
  added record;
  broken text := '';
  detail text;
BEGIN
  FOR added IN
    SELECT conname, conrelid::regclass AS place, relname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
    WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY relname, conname
  LOOP
    BEGIN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', added.place, added.conname);
    EXCEPTION WHEN foreign_key_violation OR check_violation THEN
      GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
      broken := broken || format(' %s (%s)', added.conname, coalesce(nullif(detail, ''), 'a row of ' || added.relname));
    END;
  END LOOP;
  IF broken <> '' THEN
    RAISE EXCEPTION 'Rows of this database break rules that it keeps from this version on; correct them and start again:%', broken
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;
