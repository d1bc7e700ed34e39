-- The kind of a comment on a circulated list in the search, used by the next migration.
ALTER TYPE "SearchKind" ADD VALUE 'circulationComment';

-- One act that releases comments, with one receipt.
CREATE TABLE "CirculationRelease" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "releasedById" UUID,
    "count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "CirculationRelease_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CirculationRelease_id_circulationId_delegationId_key" ON "CirculationRelease"("id", "circulationId", "delegationId");
CREATE INDEX "CirculationRelease_circulationId_sessionId_idx" ON "CirculationRelease"("circulationId", "sessionId");
CREATE INDEX "CirculationRelease_delegationId_sessionId_idx" ON "CirculationRelease"("delegationId", "sessionId");
CREATE INDEX "CirculationRelease_releasedById_idx" ON "CirculationRelease"("releasedById");
ALTER TABLE "CirculationRelease" ADD CONSTRAINT "CirculationRelease_circulationId_sessionId_fkey" FOREIGN KEY ("circulationId", "sessionId") REFERENCES "Circulation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CirculationRelease" ADD CONSTRAINT "CirculationRelease_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CirculationRelease" ADD CONSTRAINT "CirculationRelease_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "CirculationRelease_immutable" BEFORE UPDATE OR DELETE ON "CirculationRelease"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "CirculationRelease" ADD CONSTRAINT "CirculationRelease_content_check" CHECK ("count" > 0 AND "hash" ~ '^[0-9a-f]{64}$');

-- A comment names the act of its release. Null where rows were made by no act, as in a fill of test data.
ALTER TABLE "CirculationComment" ADD COLUMN "releaseId" UUID;
CREATE INDEX "CirculationComment_releaseId_circulationId_delegationId_idx" ON "CirculationComment"("releaseId", "circulationId", "delegationId");
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_releaseId_circulationId_delegationId_fkey" FOREIGN KEY ("releaseId", "circulationId", "delegationId") REFERENCES "CirculationRelease"("id", "circulationId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- After the deadline a delegation can hand a draft to the Secretariat, which accepts it as late or refuses it.
ALTER TABLE "CirculationDraft"
  ADD COLUMN "handedAt" TIMESTAMPTZ(3),
  ADD COLUMN "handedById" UUID,
  ADD COLUMN "lateRefusedAt" TIMESTAMPTZ(3),
  ADD COLUMN "lateRefusedById" UUID,
  ADD COLUMN "lateRefusal" TEXT NOT NULL DEFAULT '';
CREATE INDEX "CirculationDraft_handedById_idx" ON "CirculationDraft"("handedById");
CREATE INDEX "CirculationDraft_lateRefusedById_idx" ON "CirculationDraft"("lateRefusedById");
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_handedById_fkey" FOREIGN KEY ("handedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_lateRefusedById_fkey" FOREIGN KEY ("lateRefusedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what no path may write

ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_target_check" CHECK (
  num_nonnulls("listId", "headingId", "itemId") = CASE WHEN target IN ('item', 'heading', 'list') THEN 1 ELSE 0 END
  AND CASE target WHEN 'item' THEN "itemId" IS NOT NULL WHEN 'heading' THEN "headingId" IS NOT NULL
    WHEN 'list' THEN "listId" IS NOT NULL ELSE true END);
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_of_item_check" CHECK (
  "itemId" IS NOT NULL OR (wording IS NULL AND passage = '' AND "passageStart" IS NULL));
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_end_check" CHECK (num_nonnulls("releasedAt", "discardedAt") <= 1);
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_handed_check" CHECK (
  num_nulls("handedAt", "handedById") IN (0, 2) AND num_nulls("lateRefusedAt", "lateRefusedById") IN (0, 2)
  AND ("lateRefusedAt" IS NULL OR ("handedAt" IS NOT NULL AND "lateRefusal" <> '' AND "releasedAt" IS NULL)));

ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_target_check" CHECK (
  num_nonnulls("listId", "headingId", "itemId") = CASE WHEN target IN ('item', 'heading', 'list') THEN 1 ELSE 0 END
  AND CASE target WHEN 'item' THEN "itemId" IS NOT NULL WHEN 'heading' THEN "headingId" IS NOT NULL
    WHEN 'list' THEN "listId" IS NOT NULL ELSE true END
  AND (target = 'other') = (subject <> ''));
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_of_item_check" CHECK (
  "itemId" IS NOT NULL OR num_nonnulls(wording, "passageStart") = 0);
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_passage_check" CHECK (
  num_nulls("passageStart", "passageEnd", "passageText") IN (0, 3)
  AND "passageStart" >= 0 AND "passageEnd" > "passageStart" AND "passageText" <> '');
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_wording_check" CHECK (num_nulls(wording, "wordingText") IN (0, 2));
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_textHash_check" CHECK ("textHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_says_check" CHECK (
  text <> '' OR wording IS NOT NULL OR position <> 'none');
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_end_check" CHECK (
  num_nulls("withdrawnAt", "withdrawnById") IN (0, 2) AND num_nonnulls("replacedById", "withdrawnAt") <= 1
  AND "replacedById" <> id);
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_retracted_check" CHECK (
  num_nulls("retractedAt", "retractedById") IN (0, 2) AND num_nonnulls("withdrawnAt", "retractedAt") <= 1);

-- A question states no position, and what was retracted counts no more.
DROP INDEX "CirculationComment_one_position";
CREATE UNIQUE INDEX "CirculationComment_one_position" ON "CirculationComment" ("circulationId", "delegationId", "itemId")
  WHERE "itemId" IS NOT NULL AND "position" NOT IN ('none', 'question')
    AND "replacedById" IS NULL AND "withdrawnAt" IS NULL AND "retractedAt" IS NULL;

-- The earlier comment ends before the one that replaces it is written, as one position alone may count.
ALTER TABLE "CirculationComment" ALTER CONSTRAINT "CirculationComment_replacedById_circulationId_delegationId_fkey"
  DEFERRABLE INITIALLY DEFERRED;

-- Ended once; taken down once, after that nothing changes.
CREATE FUNCTION refuse_change_of_circulation_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends CONSTANT text[] := ARRAY['replacedById', 'withdrawnAt', 'withdrawnById'];
  taken CONSTANT text[] := ARRAY['retractedAt', 'retractedById'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ends - taken <> to_jsonb(NEW) - ends - taken
    OR (num_nonnulls(OLD."replacedById", OLD."withdrawnAt") > 0 AND to_jsonb(OLD) - taken <> to_jsonb(NEW) - taken)
    OR (OLD."retractedAt" IS NOT NULL AND OLD IS DISTINCT FROM NEW) THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but to end it once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CirculationComment_ends" BEFORE UPDATE OR DELETE ON "CirculationComment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_circulation_comment();

-- A comment is replaced by one that counts.
CREATE FUNCTION refuse_circulation_replacement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "CirculationComment" WHERE id = NEW."replacedById"
    AND "replacedById" IS NULL AND "withdrawnAt" IS NULL AND "retractedAt" IS NULL) THEN
    RAISE EXCEPTION '% refuses this replacement of a row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE CONSTRAINT TRIGGER "CirculationComment_replacement" AFTER INSERT OR UPDATE OF "replacedById" ON "CirculationComment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."replacedById" IS NOT NULL)
  EXECUTE FUNCTION refuse_circulation_replacement();

-- A comment is on what its circulation sends out, and arrived before the deadline unless it is marked as late.
CREATE FUNCTION refuse_circulation_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Circulation" c WHERE c.id = NEW."circulationId" AND c."openedAt" IS NOT NULL
    AND (NEW.late OR NEW."receivedAt" < c."openUntil")
    AND (NEW.target IN ('circulation', 'other') OR EXISTS (SELECT 1 FROM "CirculatedList" l
      WHERE l."circulationId" = c.id AND l."listId" = coalesce(NEW."listId",
        (SELECT "listId" FROM "Item" WHERE id = NEW."itemId"), (SELECT "listId" FROM "ListHeading" WHERE id = NEW."headingId"))));
  IF NOT FOUND THEN
    RAISE EXCEPTION '% refuses this row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CirculationComment_circulated" BEFORE INSERT ON "CirculationComment"
  FOR EACH ROW EXECUTE FUNCTION refuse_circulation_comment();
