-- CreateEnum
CREATE TYPE "ReportRulingKind" AS ENUM ('adopted', 'adoptedAsAmended', 'leftPending');

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "reportId" UUID;

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "listInReport" BOOLEAN NOT NULL DEFAULT false,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedById" UUID,
    "adoptedAt" TIMESTAMPTZ(3),
    "adoptedById" UUID,
    "adoptedMeetingId" UUID,
    "content" JSONB,
    "textHash" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportParagraph" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,

    CONSTRAINT "ReportParagraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRevision" (
    "id" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "writtenById" UUID NOT NULL,

    CONSTRAINT "ReportRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRuling" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "ReportRulingKind" NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "amended" JSONB,
    "ruledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ruledById" UUID NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportRuling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportCompletion" (
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "markedById" UUID NOT NULL,

    CONSTRAINT "ReportCompletion_pkey" PRIMARY KEY ("reportId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_sessionId_key" ON "Report"("sessionId");

-- CreateIndex
CREATE INDEX "Report_releasedById_idx" ON "Report"("releasedById");

-- CreateIndex
CREATE INDEX "Report_adoptedById_idx" ON "Report"("adoptedById");

-- CreateIndex
CREATE INDEX "Report_adoptedMeetingId_idx" ON "Report"("adoptedMeetingId");

-- CreateIndex
CREATE INDEX "ReportParagraph_reportId_idx" ON "ReportParagraph"("reportId");

-- CreateIndex
CREATE INDEX "ReportParagraph_removedById_idx" ON "ReportParagraph"("removedById");

-- CreateIndex
CREATE INDEX "ReportRevision_writtenById_idx" ON "ReportRevision"("writtenById");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRevision_paragraphId_number_key" ON "ReportRevision"("paragraphId", "number");

-- CreateIndex
CREATE INDEX "ReportRuling_reportId_idx" ON "ReportRuling"("reportId");

-- CreateIndex
CREATE INDEX "ReportRuling_ruledById_idx" ON "ReportRuling"("ruledById");

-- CreateIndex
CREATE INDEX "ReportCompletion_markedById_idx" ON "ReportCompletion"("markedById");

-- CreateIndex
CREATE INDEX "Document_reportId_idx" ON "Document"("reportId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_adoptedById_fkey" FOREIGN KEY ("adoptedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_adoptedMeetingId_sessionId_fkey" FOREIGN KEY ("adoptedMeetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportParagraph" ADD CONSTRAINT "ReportParagraph_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportParagraph" ADD CONSTRAINT "ReportParagraph_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "ReportParagraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRuling" ADD CONSTRAINT "ReportRuling_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRuling" ADD CONSTRAINT "ReportRuling_ruledById_fkey" FOREIGN KEY ("ruledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCompletion" ADD CONSTRAINT "ReportCompletion_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCompletion" ADD CONSTRAINT "ReportCompletion_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a paragraph one ruling counts: of two at one instant the second is refused.
CREATE UNIQUE INDEX "ReportRuling_current_key" ON "ReportRuling"("reportId", key) WHERE "supersededAt" IS NULL;

-- What no path may write.
ALTER TABLE "Report"
  ADD CONSTRAINT "Report_released_check" CHECK (("releasedAt" IS NULL) = ("releasedById" IS NULL)),
  ADD CONSTRAINT "Report_adopted_check" CHECK (
    num_nulls("adoptedAt", "adoptedById", "adoptedMeetingId", content, "textHash") IN (0, 5)
    AND ("adoptedAt" IS NULL OR "releasedAt" IS NOT NULL)
    AND ("textHash" IS NULL OR "textHash" ~ '^[0-9a-f]{64}$'));
ALTER TABLE "ReportParagraph"
  ADD CONSTRAINT "ReportParagraph_section_check" CHECK (section <> '' AND position > 0),
  ADD CONSTRAINT "ReportParagraph_removed_check" CHECK (("removedAt" IS NULL) = ("removedById" IS NULL));
ALTER TABLE "ReportRevision"
  ADD CONSTRAINT "ReportRevision_text_check" CHECK (number > 0 AND text <> '' AND "textHash" = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE "ReportRuling"
  ADD CONSTRAINT "ReportRuling_text_check" CHECK (key <> '' AND "textHash" = encode(sha256(convert_to(text, 'UTF8')), 'hex')
    AND (amended IS NOT NULL) = (kind = 'adoptedAsAmended'));

ALTER TABLE "Document" DROP CONSTRAINT "Document_thing_check";
ALTER TABLE "Document" ADD CONSTRAINT "Document_thing_check" CHECK (
    num_nonnulls("preliminaryListId", "consolidatedListId", "snapshotId", "circulationId", "reportId") <= 1
    AND ("preliminaryListId" IS NULL OR kind = 'preliminaryList')
    AND ("consolidatedListId" IS NULL OR kind IN ('consolidatedList', 'concordance', 'decisions'))
    AND ("snapshotId" IS NULL OR kind = 'snapshot')
    AND ("circulationId" IS NULL OR kind IN ('circulationLetter', 'comments'))
    AND ("reportId" IS NULL OR kind IN ('draftReport', 'report')));

-- A wording stays; of a ruling and a paragraph only the end is written later. An adopted report stays whole.
CREATE TRIGGER "Report_adopted" BEFORE UPDATE OR DELETE ON "Report"
  FOR EACH ROW WHEN (OLD."adoptedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Report_released" BEFORE UPDATE ON "Report"
  FOR EACH ROW WHEN (OLD."releasedAt" IS NOT NULL)
  EXECUTE FUNCTION refuse_change_but_of('version', 'listInReport', 'adoptedAt', 'adoptedById', 'adoptedMeetingId', 'content', 'textHash');
CREATE TRIGGER "ReportRevision_immutable" BEFORE UPDATE OR DELETE ON "ReportRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportParagraph_kept" BEFORE UPDATE OR DELETE ON "ReportParagraph"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('position', 'removedAt', 'removedById');
CREATE TRIGGER "ReportRuling_kept" BEFORE UPDATE OR DELETE ON "ReportRuling"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('supersededAt');

CREATE FUNCTION refuse_on_adopted_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  IF EXISTS (SELECT 1 FROM "Report" r WHERE r."adoptedAt" IS NOT NULL AND r.id = coalesce(
      (written ->> 'reportId')::uuid,
      (SELECT p."reportId" FROM "ReportParagraph" p WHERE p.id = (written ->> 'paragraphId')::uuid))) THEN
    RAISE EXCEPTION '% refuses a change of an adopted report', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ReportParagraph_adopted" BEFORE INSERT OR UPDATE ON "ReportParagraph"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();
CREATE TRIGGER "ReportRevision_adopted" BEFORE INSERT ON "ReportRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();
CREATE TRIGGER "ReportRuling_adopted" BEFORE INSERT OR UPDATE ON "ReportRuling"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();
CREATE TRIGGER "ReportCompletion_adopted" BEFORE INSERT OR UPDATE OR DELETE ON "ReportCompletion"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();

-- A document of a report stands in the report's session.
CREATE FUNCTION refuse_foreign_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Report" r WHERE r.id = NEW."reportId" AND r."sessionId" <> NEW."sessionId") THEN
    RAISE EXCEPTION '% refuses what belongs to another session', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Document_report" BEFORE INSERT OR UPDATE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_foreign_report();
