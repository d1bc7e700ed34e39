-- An amendment may change another State's amendment, and the author of that one may take it in by a new version.

-- AlterTable
ALTER TABLE "Amendment" ADD COLUMN     "amendsId" UUID,
ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "takesInId" UUID;

-- AlterTable
ALTER TABLE "AmendmentDraft" ADD COLUMN     "amendsId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_replacesId_key" ON "Amendment"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_takesInId_key" ON "Amendment"("takesInId");

-- CreateIndex
CREATE INDEX "Amendment_amendsId_idx" ON "Amendment"("amendsId");

-- CreateIndex
CREATE INDEX "AmendmentDraft_amendsId_idx" ON "AmendmentDraft"("amendsId");

-- AddForeignKey
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_amendsId_fkey" FOREIGN KEY ("amendsId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_amendsId_fkey" FOREIGN KEY ("amendsId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_takesInId_fkey" FOREIGN KEY ("takesInId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_takesIn_check"
  CHECK ("takesInId" IS NULL OR "replacesId" IS NOT NULL);

-- What an amendment stands beside is of the same proposal. It changes another State's amendment, and no further one is
-- made of that; a version is its own delegation's and takes in only what amends the earlier version.
CREATE FUNCTION refuse_other_lineage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  amended "Amendment";
  earlier "Amendment";
  taken "Amendment";
BEGIN
  SELECT * INTO amended FROM "Amendment" WHERE id = NEW."amendsId";
  IF FOUND AND (amended."proposalId" <> NEW."proposalId" OR amended."delegationId" = NEW."delegationId"
    OR amended."amendsId" IS NOT NULL) THEN
    RAISE EXCEPTION '% refuses what a row of "%" amends', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_TABLE_NAME = 'AmendmentDraft' THEN
    RETURN NEW;
  END IF;
  IF NEW."replacesId" IS NOT NULL THEN
    SELECT * INTO earlier FROM "Amendment" WHERE id = NEW."replacesId";
    SELECT * INTO taken FROM "Amendment" WHERE id = NEW."takesInId";
    IF earlier."proposalId" <> NEW."proposalId" OR earlier."delegationId" <> NEW."delegationId"
      OR earlier."amendsId" IS NOT NULL OR NEW."amendsId" IS NOT NULL
      OR (taken.id IS NOT NULL AND taken."amendsId" IS DISTINCT FROM earlier.id) THEN
      RAISE EXCEPTION '% refuses the earlier version of a row of "%"', TG_NAME, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Amendment_lineage" BEFORE INSERT ON "Amendment"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_lineage();
CREATE TRIGGER "AmendmentDraft_lineage" BEFORE INSERT OR UPDATE OF "proposalId", "delegationId", "amendsId" ON "AmendmentDraft"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_lineage();

-- The authors of a text decide the changes to it, and do not co-sponsor them.
CREATE FUNCTION refuse_author_of_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."delegationId" = (SELECT p."delegationId" FROM "Amendment" a JOIN "Proposal" p ON p.id = a."proposalId"
    WHERE a.id = NEW."amendmentId") THEN
    RAISE EXCEPTION '% refuses the author of the text in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AmendmentCoSponsorship_author" BEFORE INSERT ON "AmendmentCoSponsorship"
  FOR EACH ROW EXECUTE FUNCTION refuse_author_of_text();
