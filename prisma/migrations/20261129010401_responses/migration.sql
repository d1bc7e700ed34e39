-- A wording that was taken from a comment names it, and a response in the making where the words went.
ALTER TABLE "ConsolidatedText" ADD COLUMN "commentId" UUID;
CREATE INDEX "ConsolidatedText_commentId_idx" ON "ConsolidatedText"("commentId");
ALTER TABLE "ConsolidatedText" ADD CONSTRAINT "ConsolidatedText_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "CirculationComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ResponseDraft" ADD COLUMN "takenIntoId" UUID;
CREATE INDEX "ResponseDraft_takenIntoId_idx" ON "ResponseDraft"("takenIntoId");
ALTER TABLE "ResponseDraft" ADD CONSTRAINT "ResponseDraft_takenIntoId_fkey" FOREIGN KEY ("takenIntoId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An outcome without words is one that needs none; a reply has an author and a time.
ALTER TABLE "Response" ADD CONSTRAINT "Response_text_check" CHECK (text <> '' OR outcome IN ('takenUp', 'noted'));
ALTER TABLE "Response" ADD CONSTRAINT "Response_taken_check" CHECK ("takenIntoId" IS NULL OR outcome IN ('takenUp', 'takenUpInPart'));
ALTER TABLE "Response" ADD CONSTRAINT "Response_reply_check" CHECK (
  num_nulls("reply", "repliedAt", "repliedById") IN (0, 3) AND ("reply" IS NOT NULL OR "replyText" = ''));

-- A released response stays; the commenter replies once, and a wording can be taken once afterwards.
CREATE FUNCTION refuse_change_of_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reply CONSTANT text[] := ARRAY['reply', 'replyText', 'repliedAt', 'repliedById'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - reply - 'takenIntoId' <> to_jsonb(NEW) - reply - 'takenIntoId'
    OR (OLD."reply" IS NOT NULL AND to_jsonb(OLD) - 'takenIntoId' <> to_jsonb(NEW) - 'takenIntoId')
    OR (OLD."takenIntoId" IS NOT NULL AND OLD."takenIntoId" IS DISTINCT FROM NEW."takenIntoId") THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but to reply once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Response_kept" BEFORE UPDATE OR DELETE ON "Response"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_response();

-- What was replaced, withdrawn or retracted is not answered.
CREATE FUNCTION refuse_response_to_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "CirculationComment" WHERE id = NEW."commentId"
    AND "replacedById" IS NULL AND "withdrawnAt" IS NULL AND "retractedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% refuses this row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Response_counting" BEFORE INSERT ON "Response"
  FOR EACH ROW EXECUTE FUNCTION refuse_response_to_ended();

-- Where the group asks for responses, a list is adopted once every comment that counts and came in time has one.
CREATE FUNCTION refuse_unanswered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Session" s JOIN "ExpertGroup" g ON g.id = s."groupId" AND g."responsesRequired"
    JOIN "CirculationComment" c ON c."sessionId" = s.id
    WHERE s.id = NEW."sessionId" AND NOT c.late AND c."replacedById" IS NULL AND c."withdrawnAt" IS NULL
      AND c."retractedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Response" r WHERE r."commentId" = c.id);
  IF FOUND THEN
    RAISE EXCEPTION '% refuses to % a row of "%": comments have no response', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ConsolidatedList_answered" BEFORE UPDATE OF "adoptedAt" ON "ConsolidatedList"
  FOR EACH ROW WHEN (OLD."adoptedAt" IS NULL AND NEW."adoptedAt" IS NOT NULL) EXECUTE FUNCTION refuse_unanswered();
