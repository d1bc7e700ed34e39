-- A comment has a category and a position instead of one kind, and can end: replaced or withdrawn.
CREATE TYPE "CommentCategory" AS ENUM ('general', 'substantive', 'technical', 'editorial', 'translation');
CREATE TYPE "CommentPosition" AS ENUM ('supports', 'supportsWithChange', 'reserves', 'doesNotSupport', 'question', 'none');

DROP TRIGGER "Comment_immutable" ON "Comment";

ALTER TABLE "Comment"
  ADD COLUMN "category" "CommentCategory",
  ADD COLUMN "position" "CommentPosition",
  ADD COLUMN "replacedById" UUID,
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawnById" UUID;
ALTER TABLE "CommentDraft"
  ADD COLUMN "category" "CommentCategory",
  ADD COLUMN "position" "CommentPosition",
  ADD COLUMN "replacesId" UUID;

-- What a State said of its comment, and nothing that it did not say:
--   kind                category    position
--   support             general     supports
--   supportWithChange   general     supportsWithChange
--   oppose              general     doesNotSupport
--   question            general     question
--   editorial           editorial   none
--   general             general     none
UPDATE "Comment" SET
  "category" = CASE "kind" WHEN 'editorial' THEN 'editorial' ELSE 'general' END::"CommentCategory",
  "position" = CASE "kind" WHEN 'support' THEN 'supports' WHEN 'supportWithChange' THEN 'supportsWithChange'
    WHEN 'oppose' THEN 'doesNotSupport' WHEN 'question' THEN 'question' ELSE 'none' END::"CommentPosition";
UPDATE "CommentDraft" SET
  "category" = CASE "kind" WHEN 'editorial' THEN 'editorial' ELSE 'general' END::"CommentCategory",
  "position" = CASE "kind" WHEN 'support' THEN 'supports' WHEN 'supportWithChange' THEN 'supportsWithChange'
    WHEN 'oppose' THEN 'doesNotSupport' WHEN 'question' THEN 'question' ELSE 'none' END::"CommentPosition";

ALTER TABLE "Comment"
  ALTER COLUMN "category" SET NOT NULL,
  ALTER COLUMN "position" SET NOT NULL,
  DROP COLUMN "kind";
ALTER TABLE "CommentDraft"
  ALTER COLUMN "category" SET NOT NULL,
  DROP COLUMN "kind";
DROP TYPE "CommentKind";

CREATE INDEX "Comment_withdrawnById_idx" ON "Comment"("withdrawnById");
CREATE UNIQUE INDEX "Comment_id_proposalId_delegationId_key" ON "Comment"("id", "proposalId", "delegationId");
CREATE UNIQUE INDEX "Comment_replacedById_proposalId_delegationId_key" ON "Comment"("replacedById", "proposalId", "delegationId");
CREATE INDEX "CommentDraft_replacesId_proposalId_delegationId_idx" ON "CommentDraft"("replacesId", "proposalId", "delegationId");
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_replacesId_proposalId_delegationId_fkey" FOREIGN KEY ("replacesId", "proposalId", "delegationId") REFERENCES "Comment"("id", "proposalId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_replacedById_proposalId_delegationId_fkey" FOREIGN KEY ("replacedById", "proposalId", "delegationId") REFERENCES "Comment"("id", "proposalId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- It ends once, in one way.
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_end_check" CHECK (
  num_nulls("withdrawnAt", "withdrawnById") IN (0, 2) AND num_nonnulls("replacedById", "withdrawnAt") <= 1
  AND "replacedById" <> id);

CREATE FUNCTION refuse_change_of_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends CONSTANT text[] := ARRAY['replacedById', 'withdrawnAt', 'withdrawnById'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ends <> to_jsonb(NEW) - ends
    OR (num_nonnulls(OLD."replacedById", OLD."withdrawnAt") > 0 AND OLD IS DISTINCT FROM NEW) THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but to end it once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Comment_ends" BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_comment();

-- A comment is replaced by one that still counts, a reply by a reply.
CREATE FUNCTION refuse_replacement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Comment" WHERE id = NEW."replacedById"
    AND "replacedById" IS NULL AND "withdrawnAt" IS NULL
    AND ("parentId" IS NULL) = (NEW."parentId" IS NULL)) THEN
    RAISE EXCEPTION '% refuses this replacement of a row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Comment_replacement" BEFORE INSERT OR UPDATE OF "replacedById" ON "Comment"
  FOR EACH ROW WHEN (NEW."replacedById" IS NOT NULL) EXECUTE FUNCTION refuse_replacement();

-- A reply is one to a comment on the same proposal that still counts.
CREATE FUNCTION refuse_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Comment" WHERE id = NEW."parentId" AND "proposalId" = NEW."proposalId"
    AND "replacedById" IS NULL AND "withdrawnAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% refuses this reply in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Comment_reply" BEFORE INSERT ON "Comment"
  FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION refuse_reply();
