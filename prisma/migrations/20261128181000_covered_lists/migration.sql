-- Which issued lists a stock-taking covers: chosen by the Secretariat, fixed at the adoption.
CREATE TABLE "CoveredList" (
    "consolidatedListId" UUID NOT NULL,
    "preliminaryListId" UUID NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "chosenById" UUID,

    CONSTRAINT "CoveredList_pkey" PRIMARY KEY ("consolidatedListId", "preliminaryListId")
);
CREATE INDEX "CoveredList_preliminaryListId_idx" ON "CoveredList"("preliminaryListId");
ALTER TABLE "CoveredList" ADD CONSTRAINT "CoveredList_consolidatedListId_fkey"
  FOREIGN KEY ("consolidatedListId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CoveredList" ADD CONSTRAINT "CoveredList_preliminaryListId_fkey"
  FOREIGN KEY ("preliminaryListId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CoveredList" ADD CONSTRAINT "CoveredList_chosenById_fkey"
  FOREIGN KEY ("chosenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stock-takings cover today stays: the issued lists of the group, until the adoption where there was
-- one, and any list of which something was used.
INSERT INTO "CoveredList" ("consolidatedListId", "preliminaryListId")
SELECT l.id, p.id
FROM "ConsolidatedList" l
JOIN "Session" s ON s.id = l."sessionId"
JOIN "Session" origin ON origin."groupId" = s."groupId"
JOIN "PreliminaryList" p ON p."sessionId" = origin.id AND p."issuedAt" <= coalesce(l."adoptedAt", 'infinity')
UNION
SELECT o."listId", i."listId" FROM "Outcome" o JOIN "Item" i ON i.id = o."itemId"
UNION
SELECT k."listId", i."listId" FROM "Lineage" k JOIN "Item" i ON i.id = k."itemId";

-- The choice is of issued lists of the same group, is taken back only while nothing is used of the list,
-- and does not change after the adoption. The lock makes an adoption at the same moment wait.
CREATE FUNCTION covered_list_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  adopted timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'the choice of a list is added or taken back, never changed' USING ERRCODE = '23514';
  END IF;
  SELECT "adoptedAt" INTO adopted FROM "ConsolidatedList"
    WHERE id = coalesce(NEW."consolidatedListId", OLD."consolidatedListId") FOR SHARE;
  IF adopted IS NOT NULL THEN
    RAISE EXCEPTION 'an adopted list covers what it covered' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Outcome" o JOIN "Item" i ON i.id = o."itemId"
        WHERE o."listId" = OLD."consolidatedListId" AND i."listId" = OLD."preliminaryListId"
          AND o."supersededAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "Lineage" k JOIN "Item" i ON i.id = k."itemId"
        WHERE k."listId" = OLD."consolidatedListId" AND i."listId" = OLD."preliminaryListId"
          AND k."unlinkedAt" IS NULL) THEN
      RAISE EXCEPTION 'items of this list have outcomes at the stock-taking' USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "PreliminaryList" p
      JOIN "Session" origin ON origin.id = p."sessionId"
      JOIN "ConsolidatedList" l ON l.id = NEW."consolidatedListId"
      JOIN "Session" s ON s.id = l."sessionId" AND s."groupId" = origin."groupId"
      WHERE p.id = NEW."preliminaryListId" AND p."issuedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'a stock-taking covers issued lists of its group' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER covered_list_change BEFORE INSERT OR UPDATE OR DELETE ON "CoveredList"
  FOR EACH ROW EXECUTE FUNCTION covered_list_change();

-- Nothing is taken of, and no outcome given to, an item of a list that the stock-taking does not cover.
CREATE FUNCTION covered_item_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Item" i JOIN "CoveredList" c ON c."preliminaryListId" = i."listId"
      WHERE i.id = NEW."itemId" AND c."consolidatedListId" = NEW."listId") THEN
    RAISE EXCEPTION 'the stock-taking does not cover the list of this item' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER covered_item_only BEFORE INSERT ON "Outcome"
  FOR EACH ROW EXECUTE FUNCTION covered_item_only();
CREATE TRIGGER covered_item_only BEFORE INSERT ON "Lineage"
  FOR EACH ROW EXECUTE FUNCTION covered_item_only();
