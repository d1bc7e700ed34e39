-- A list is adopted when no circulation of its session receives comments: until the deadline, and for the two minutes in
-- which a comment that arrived in time may still be written.
CREATE FUNCTION refuse_while_circulated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Circulation" WHERE "sessionId" = NEW."sessionId" AND "openedAt" IS NOT NULL
    AND "openUntil" > clock_timestamp() - interval '2 minutes';
  IF FOUND THEN
    RAISE EXCEPTION '% refuses to % a row of "%": a circulation receives comments', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ConsolidatedList_received" BEFORE UPDATE OF "adoptedAt" ON "ConsolidatedList"
  FOR EACH ROW WHEN (OLD."adoptedAt" IS NULL AND NEW."adoptedAt" IS NOT NULL) EXECUTE FUNCTION refuse_while_circulated();

-- No circulation is opened for a session whose list is adopted.
CREATE FUNCTION refuse_circulation_of_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "ConsolidatedList" WHERE "sessionId" = NEW."sessionId" AND "adoptedAt" IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION '% refuses to % a row of "%": the list is adopted', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Circulation_before_adoption" BEFORE UPDATE OF "openedAt" ON "Circulation"
  FOR EACH ROW WHEN (OLD."openedAt" IS NULL AND NEW."openedAt" IS NOT NULL) EXECUTE FUNCTION refuse_circulation_of_adopted();

-- A wording that was taken into an item may be taken out again by undoing the act: the response then names no item, and when.
ALTER TABLE "ResponseDraft" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3);
ALTER TABLE "Response" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3);
ALTER TABLE "ResponseDraft" ADD CONSTRAINT "ResponseDraft_taken_or_back" CHECK ("takenIntoId" IS NULL OR "takenBackAt" IS NULL);
ALTER TABLE "Response" ADD CONSTRAINT "Response_taken_or_back" CHECK ("takenIntoId" IS NULL OR "takenBackAt" IS NULL);
CREATE OR REPLACE FUNCTION refuse_change_of_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reply CONSTANT text[] := ARRAY['reply', 'replyText', 'repliedAt', 'repliedById'];
  taken CONSTANT text[] := ARRAY['takenIntoId', 'takenBackAt'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - reply - taken <> to_jsonb(NEW) - reply - taken
    OR (OLD."reply" IS NOT NULL AND to_jsonb(OLD) - taken <> to_jsonb(NEW) - taken)
    -- Taken into another item only after it was taken out of the first.
    OR (OLD."takenIntoId" IS NOT NULL AND NEW."takenIntoId" IS NOT NULL AND OLD."takenIntoId" <> NEW."takenIntoId")
    OR (OLD."takenIntoId" IS NOT NULL AND NEW."takenIntoId" IS NULL AND NEW."takenBackAt" IS NULL) THEN
    RAISE EXCEPTION '% refuses to % a row of "%" but to reply once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
