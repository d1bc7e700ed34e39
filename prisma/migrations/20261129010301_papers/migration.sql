ALTER TABLE "Paper" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "PaperPiece"
  ADD COLUMN "wording" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reasons" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "doubts" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "isRemainder" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "writtenAt" TIMESTAMPTZ(3);

-- The same file of a delegation in a circulation is one paper.
CREATE UNIQUE INDEX "Paper_once" ON "Paper" ("circulationId", "delegationId", "hash") WHERE "discardedAt" IS NULL;

ALTER TABLE "Paper"
  ADD CONSTRAINT "Paper_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Paper_size" CHECK ("size" = octet_length("bytes") AND "size" > 0),
  ADD CONSTRAINT "Paper_received" CHECK ("receivedAt" <= "enteredAt"),
  ADD CONSTRAINT "Paper_confirmed" CHECK ("confirmedAt" IS NULL OR ("confirmedById" IS NOT NULL AND "discardedAt" IS NULL));

ALTER TABLE "PaperPiece"
  ADD CONSTRAINT "PaperPiece_target" CHECK (
    ("itemId" IS NOT NULL) = ("target" IS NOT DISTINCT FROM 'item')
    AND ("headingId" IS NOT NULL) = ("target" IS NOT DISTINCT FROM 'heading')
    AND ("listId" IS NOT NULL) = ("target" IS NOT DISTINCT FROM 'list')),
  ADD CONSTRAINT "PaperPiece_written" CHECK (
    "writtenAt" IS NULL OR ("decidedAt" IS NOT NULL AND NOT "notComment" AND "target" IS NOT NULL));

-- What came in is kept as it came; only that it was confirmed or put aside is added, once.
CREATE FUNCTION keep_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'A paper is kept.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Paper_kept';
  END IF;
  IF (OLD."circulationId", OLD."delegationId", OLD."kind", OLD."fileName", OLD."contentType", OLD."hash",
      OLD."receivedAt", OLD."enteredAt", OLD."enteredById", OLD."enteredBySecretariat")
     IS DISTINCT FROM
     (NEW."circulationId", NEW."delegationId", NEW."kind", NEW."fileName", NEW."contentType", NEW."hash",
      NEW."receivedAt", NEW."enteredAt", NEW."enteredById", NEW."enteredBySecretariat")
     OR OLD."bytes" IS DISTINCT FROM NEW."bytes"
     OR (OLD."confirmedAt" IS NOT NULL AND OLD."confirmedAt" IS DISTINCT FROM NEW."confirmedAt")
     OR (OLD."discardedAt" IS NOT NULL AND OLD."discardedAt" IS DISTINCT FROM NEW."discardedAt") THEN
    RAISE EXCEPTION 'A paper is kept as it came.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Paper_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Paper_kept" BEFORE UPDATE OR DELETE ON "Paper" FOR EACH ROW EXECUTE FUNCTION keep_paper();

-- A piece that became a comment in hand stays what it was; so do the pieces of a paper that was put aside.
CREATE FUNCTION keep_paper_piece() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."writtenAt" IS NOT NULL THEN
    RAISE EXCEPTION 'This piece became a comment.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'PaperPiece_kept';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "PaperPiece_kept" BEFORE UPDATE OR DELETE ON "PaperPiece" FOR EACH ROW EXECUTE FUNCTION keep_paper_piece();
