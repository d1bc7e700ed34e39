-- A list to be taken over: looked at whole by the Secretariat, then issued or discarded.
ALTER TABLE "PreliminaryList" ADD COLUMN "printedOn" DATE;

CREATE TABLE "ImportDraft" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "sessionId" UUID,
    "session" JSONB NOT NULL,
    "agendaNumber" INTEGER,
    "agendaTitle" TEXT NOT NULL DEFAULT '',
    "printedOn" DATE,
    "symbol" TEXT NOT NULL DEFAULT '',
    "issuedAt" TIMESTAMPTZ(3),
    "issuedById" UUID,
    "discardedAt" TIMESTAMPTZ(3),
    "discardedById" UUID,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ImportDraft_ends_once" CHECK ("issuedAt" IS NULL OR "discardedAt" IS NULL),
    CONSTRAINT "ImportDraft_issued_whole" CHECK (
      "issuedAt" IS NULL OR ("sessionId" IS NOT NULL AND "problems" = '[]'::jsonb))
);
CREATE INDEX "ImportDraft_contentHash_idx" ON "ImportDraft"("contentHash");
CREATE INDEX "ImportDraft_sessionId_idx" ON "ImportDraft"("sessionId");
-- The same contents are issued once into a session.
CREATE UNIQUE INDEX "ImportDraft_issued_once" ON "ImportDraft"("contentHash", "sessionId") WHERE "issuedAt" IS NOT NULL;
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_sessionId_fkey"
  FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_createdById_fkey"
  FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_issuedById_fkey"
  FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_discardedById_fkey"
  FOREIGN KEY ("discardedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was issued or discarded does not change; the items of a draft never do.
CREATE FUNCTION import_draft_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."issuedAt" IS NOT NULL OR OLD."discardedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'an import that was issued or discarded does not change' USING ERRCODE = '23514';
  END IF;
  IF NEW.items IS DISTINCT FROM OLD.items OR NEW."contentHash" <> OLD."contentHash" THEN
    RAISE EXCEPTION 'the items of an import are those of its file' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_draft_change BEFORE UPDATE ON "ImportDraft"
  FOR EACH ROW EXECUTE FUNCTION import_draft_change();
