-- The procedure, kept by the database whoever asks. A refusal carries the trigger's name as its constraint.

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% refuses to % a row of "%"', TG_NAME, lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;

-- Rows stay, and of their columns only those change that the trigger names.
CREATE FUNCTION refuse_change_but_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - TG_ARGV <> to_jsonb(NEW) - TG_ARGV THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but for %', TG_NAME, lower(TG_OP), TG_TABLE_NAME, TG_ARGV
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- The same for rows that can end: the columns are those of the end, the time first, and an end stays.
CREATE FUNCTION refuse_change_but_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - TG_ARGV <> to_jsonb(NEW) - TG_ARGV
    OR (to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL AND OLD IS DISTINCT FROM NEW) THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but to end it once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Lineage_ends" BEFORE UPDATE OR DELETE ON "Lineage"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('unlinkedAt', 'unlinkedById');
CREATE TRIGGER "Outcome_ends" BEFORE UPDATE OR DELETE ON "Outcome"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('supersededAt');
CREATE TRIGGER "ItemStanding_ends" BEFORE UPDATE OR DELETE ON "ItemStanding"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('supersededAt');
CREATE TRIGGER "Objection_ends" BEFORE UPDATE OR DELETE ON "Objection"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawnAt', 'withdrawnById');
CREATE TRIGGER "Support_ends" BEFORE UPDATE OR DELETE ON "Support"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawnAt', 'withdrawnById');
CREATE TRIGGER "Disagreement_ends" BEFORE UPDATE OR DELETE ON "Disagreement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawnAt', 'withdrawnById');
CREATE TRIGGER "CoSponsorship_ends" BEFORE UPDATE OR DELETE ON "CoSponsorship"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('leftAt', 'leftById');
CREATE TRIGGER "AmendmentCoSponsorship_ends" BEFORE UPDATE OR DELETE ON "AmendmentCoSponsorship"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('leftAt', 'leftById');
DROP TRIGGER "Amendment_immutable" ON "Amendment";
CREATE TRIGGER "Amendment_ends" BEFORE UPDATE OR DELETE ON "Amendment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawnAt', 'withdrawnById', 'withdrawalReason');
DROP TRIGGER "Snapshot_immutable" ON "Snapshot";
CREATE TRIGGER "Snapshot_ends" BEFORE UPDATE OR DELETE ON "Snapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('undoneAt', 'undoneById');
CREATE TRIGGER "PowersDelegation_ends" BEFORE UPDATE OR DELETE ON "PowersDelegation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('endedAt', 'endedById');
CREATE TRIGGER "DeskAct_immutable" BEFORE UPDATE OR DELETE ON "DeskAct"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A proposal keeps its session, its number and its authors. What a revision changes may change; a
-- withdrawal stays.
CREATE TRIGGER "Proposal_kept" BEFORE UPDATE OR DELETE ON "Proposal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('agendaItemId', 'kind', 'currentNumber', 'words',
    'withdrawnAt', 'withdrawnById', 'withdrawalReason');
CREATE TRIGGER "Proposal_withdrawn" BEFORE UPDATE ON "Proposal"
  FOR EACH ROW WHEN (OLD."withdrawnAt" IS NOT NULL
    AND (OLD."withdrawnAt", OLD."withdrawnById", OLD."withdrawalReason", OLD."currentNumber")
      IS DISTINCT FROM (NEW."withdrawnAt", NEW."withdrawnById", NEW."withdrawalReason", NEW."currentNumber"))
  EXECUTE FUNCTION refuse_change();

-- From its issue on, a preliminary list with its headings, items and what they stand for is frozen.
-- The list's row is held against an issue at the same moment.
CREATE FUNCTION refuse_on_issued_list() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lists uuid[];
BEGIN
  IF TG_TABLE_NAME = 'ItemProposal' THEN
    SELECT array_agg("listId") INTO lists FROM "Item" WHERE id IN (OLD."itemId", NEW."itemId");
  ELSE
    lists := ARRAY[OLD."listId", NEW."listId"];
  END IF;
  IF (SELECT bool_or(issued) FROM (
    SELECT "issuedAt" IS NOT NULL AS issued FROM "PreliminaryList" WHERE id = ANY (lists) FOR SHARE) held) THEN
    RAISE EXCEPTION '% refuses to % a row of "%": the list is issued', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "PreliminaryList_issued" BEFORE UPDATE ON "PreliminaryList"
  FOR EACH ROW WHEN (OLD."issuedAt" IS NOT NULL AND OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PreliminaryList_kept" BEFORE DELETE ON "PreliminaryList"
  FOR EACH ROW WHEN (OLD."issuedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ListHeading_issued" BEFORE INSERT OR UPDATE OR DELETE ON "ListHeading"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_issued_list();
CREATE TRIGGER "Item_issued" BEFORE INSERT OR UPDATE OR DELETE ON "Item"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_issued_list();
CREATE TRIGGER "ItemProposal_issued" BEFORE INSERT OR UPDATE OR DELETE ON "ItemProposal"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_issued_list();

-- From its adoption on, a consolidated list is frozen with all that stands on it; corrigenda stand beside it.
CREATE FUNCTION refuse_on_adopted_list() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lists uuid[];
BEGIN
  IF TG_ARGV[0] = 'itemId' THEN
    SELECT array_agg("listId") INTO lists FROM "ConsolidatedItem" WHERE id IN (OLD."itemId", NEW."itemId");
  ELSE
    lists := ARRAY[OLD."listId", NEW."listId"];
  END IF;
  IF (SELECT bool_or(adopted) FROM (
    SELECT "adoptedAt" IS NOT NULL AS adopted FROM "ConsolidatedList" WHERE id = ANY (lists) FOR SHARE) held) THEN
    RAISE EXCEPTION '% refuses to % a row of "%": the list is adopted', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "ConsolidatedList_adopted" BEFORE UPDATE ON "ConsolidatedList"
  FOR EACH ROW WHEN (OLD."adoptedAt" IS NOT NULL AND OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ConsolidatedList_kept" BEFORE DELETE ON "ConsolidatedList"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ConsolidatedHeading_adopted" BEFORE INSERT OR UPDATE OR DELETE ON "ConsolidatedHeading"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "ConsolidatedItem_adopted" BEFORE INSERT OR UPDATE OR DELETE ON "ConsolidatedItem"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "Lineage_adopted" BEFORE INSERT OR UPDATE ON "Lineage"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "Outcome_adopted" BEFORE INSERT OR UPDATE ON "Outcome"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "ItemStanding_adopted" BEFORE INSERT OR UPDATE ON "ItemStanding"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "Disagreement_adopted" BEFORE INSERT OR UPDATE ON "Disagreement"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "DeskAct_adopted" BEFORE INSERT ON "DeskAct"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('listId');
CREATE TRIGGER "ConsolidatedText_adopted" BEFORE INSERT ON "ConsolidatedText"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('itemId');
CREATE TRIGGER "Objection_adopted" BEFORE INSERT OR UPDATE ON "Objection"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('itemId');
CREATE TRIGGER "Support_adopted" BEFORE INSERT OR UPDATE ON "Support"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_list('itemId');

-- A delegation acts at its own session, and authors do not co-sponsor what is theirs.
CREATE FUNCTION refuse_of_other_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here uuid;
  author uuid;
BEGIN
  CASE TG_ARGV[0]
    WHEN 'proposalId' THEN
      SELECT "sessionId", "delegationId" INTO here, author FROM "Proposal" WHERE id = NEW."proposalId";
    WHEN 'amendmentId' THEN
      SELECT "sessionId", "delegationId" INTO here, author FROM "Amendment" WHERE id = NEW."amendmentId";
    WHEN 'itemId' THEN
      SELECT l."sessionId" INTO here FROM "ConsolidatedItem" i
        JOIN "ConsolidatedList" l ON l.id = i."listId" WHERE i.id = NEW."itemId";
    WHEN 'listId' THEN
      SELECT "sessionId" INTO here FROM "ConsolidatedList" WHERE id = NEW."listId";
  END CASE;
  IF NEW."delegationId" IS NOT NULL AND here <> (SELECT "sessionId" FROM "Delegation" WHERE id = NEW."delegationId") THEN
    RAISE EXCEPTION '% refuses a delegation of another session in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_ARGV[1] = 'no author' AND NEW."delegationId" = author THEN
    RAISE EXCEPTION '% refuses the author in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CoSponsorship_delegation" BEFORE INSERT ON "CoSponsorship"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('proposalId', 'no author');
CREATE TRIGGER "AmendmentCoSponsorship_delegation" BEFORE INSERT ON "AmendmentCoSponsorship"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('amendmentId', 'no author');
CREATE TRIGGER "AmendmentAnswer_delegation" BEFORE INSERT ON "AmendmentAnswer"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('amendmentId');
CREATE TRIGGER "AmendmentDraft_delegation" BEFORE INSERT OR UPDATE OF "proposalId", "delegationId" ON "AmendmentDraft"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('proposalId');
CREATE TRIGGER "CommentDraft_delegation" BEFORE INSERT OR UPDATE OF "proposalId", "delegationId" ON "CommentDraft"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('proposalId');
CREATE TRIGGER "Objection_delegation" BEFORE INSERT ON "Objection"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('itemId');
CREATE TRIGGER "Support_delegation" BEFORE INSERT ON "Support"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('itemId');
CREATE TRIGGER "Disagreement_delegation" BEFORE INSERT ON "Disagreement"
  FOR EACH ROW EXECUTE FUNCTION refuse_of_other_session('listId');

-- A co-sponsorship of before that no path of this product could make stops the start.
DO $$
DECLARE impossible uuid;
BEGIN
  SELECT c.id INTO impossible FROM "CoSponsorship" c JOIN "Proposal" p ON p.id = c."proposalId"
    JOIN "Delegation" d ON d.id = c."delegationId"
    WHERE d."sessionId" <> p."sessionId" OR d.id = p."delegationId" LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The co-sponsorship % is by the author of the proposal or by a delegation of another session; correct it and start again', impossible
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;
