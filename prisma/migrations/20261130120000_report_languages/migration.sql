-- AlterTable
ALTER TABLE "ReportParagraph" ADD COLUMN     "originalLanguage" TEXT NOT NULL DEFAULT 'en';

-- AlterTable
ALTER TABLE "ReportRevision" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "translatesId" UUID;

-- DropIndex
DROP INDEX "ReportRevision_paragraphId_number_key";

-- CreateIndex
CREATE INDEX "ReportRevision_translatesId_idx" ON "ReportRevision"("translatesId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRevision_paragraphId_language_number_key" ON "ReportRevision"("paragraphId", "language", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRevision_id_paragraphId_key" ON "ReportRevision"("id", "paragraphId");

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_translatesId_paragraphId_fkey" FOREIGN KEY ("translatesId", "paragraphId") REFERENCES "ReportRevision"("id", "paragraphId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportParagraph"
  ADD CONSTRAINT "ReportParagraph_language_check" CHECK ("originalLanguage" IN ('en', 'fr', 'es', 'ru', 'zh', 'ar'));
ALTER TABLE "ReportRevision"
  ADD CONSTRAINT "ReportRevision_language_check" CHECK (language IN ('en', 'fr', 'es', 'ru', 'zh', 'ar'));

-- A wording in another language than the original says which wording of the original it translates; the original says none.
CREATE FUNCTION refuse_unbound_translation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE original text := (SELECT p."originalLanguage" FROM "ReportParagraph" p WHERE p.id = NEW."paragraphId");
BEGIN
  IF (NEW.language = original) <> (NEW."translatesId" IS NULL)
    OR EXISTS (SELECT 1 FROM "ReportRevision" r WHERE r.id = NEW."translatesId" AND r.language <> original) THEN
    RAISE EXCEPTION '% refuses a wording in this language', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReportRevision_translates" BEFORE INSERT ON "ReportRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_unbound_translation();
