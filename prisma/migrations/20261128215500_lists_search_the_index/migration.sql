-- Lists look into the one index of all searches; a proposal keeps no words of its own.
DROP TRIGGER "Proposal_kept" ON "Proposal";
DROP INDEX "Proposal_words_idx";
ALTER TABLE "Proposal" DROP COLUMN "words";
CREATE TRIGGER "Proposal_kept" BEFORE UPDATE OR DELETE ON "Proposal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('agendaItemId', 'kind', 'currentNumber',
    'withdrawnAt', 'withdrawnById', 'withdrawalReason');

-- An act that changes several rows of one subject writes its entry once: all of them are there when the first of these
-- triggers runs at the end of the transaction.
CREATE OR REPLACE FUNCTION search_subject() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SearchEntry" WHERE "subjectId" = subject AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM search_write(subject, TG_ARGV[1]::"SearchKind");
  END IF;
  RETURN NULL;
END $$;
