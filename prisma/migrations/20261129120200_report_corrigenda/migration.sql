-- CreateTable
CREATE TABLE "ReportCorrigendum" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "proposedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedById" UUID,
    "number" INTEGER,
    "documentId" UUID,
    "discardedAt" TIMESTAMPTZ(3),
    "discardedById" UUID,

    CONSTRAINT "ReportCorrigendum_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportCorrigendum_documentId_key" ON "ReportCorrigendum"("documentId");

-- CreateIndex
CREATE INDEX "ReportCorrigendum_proposedById_idx" ON "ReportCorrigendum"("proposedById");

-- CreateIndex
CREATE INDEX "ReportCorrigendum_releasedById_idx" ON "ReportCorrigendum"("releasedById");

-- CreateIndex
CREATE INDEX "ReportCorrigendum_discardedById_idx" ON "ReportCorrigendum"("discardedById");

-- CreateIndex
CREATE UNIQUE INDEX "ReportCorrigendum_reportId_number_key" ON "ReportCorrigendum"("reportId", "number");

-- AddForeignKey
ALTER TABLE "ReportCorrigendum" ADD CONSTRAINT "ReportCorrigendum_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCorrigendum" ADD CONSTRAINT "ReportCorrigendum_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCorrigendum" ADD CONSTRAINT "ReportCorrigendum_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCorrigendum" ADD CONSTRAINT "ReportCorrigendum_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCorrigendum" ADD CONSTRAINT "ReportCorrigendum_discardedById_fkey" FOREIGN KEY ("discardedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportCorrigendum"
  ADD CONSTRAINT "ReportCorrigendum_text_check" CHECK (key <> '' AND text <> '' AND reason <> ''
    AND "textHash" = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  ADD CONSTRAINT "ReportCorrigendum_released_check" CHECK (
    num_nulls("releasedAt", "releasedById", number, "documentId") IN (0, 4) AND (number IS NULL OR number > 0)),
  ADD CONSTRAINT "ReportCorrigendum_another_check" CHECK ("releasedById" IS NULL OR "releasedById" <> "proposedById"),
  ADD CONSTRAINT "ReportCorrigendum_discarded_check" CHECK (
    ("discardedAt" IS NULL) = ("discardedById" IS NULL) AND ("discardedAt" IS NULL OR "releasedAt" IS NULL));
-- Of one paragraph one corrigendum waits.
CREATE UNIQUE INDEX "ReportCorrigendum_waiting_key" ON "ReportCorrigendum"("reportId", key)
  WHERE "releasedAt" IS NULL AND "discardedAt" IS NULL;

CREATE TRIGGER "ReportCorrigendum_adopted" BEFORE INSERT ON "ReportCorrigendum"
  FOR EACH ROW EXECUTE FUNCTION refuse_before_report_adopted();
CREATE TRIGGER "ReportCorrigendum_kept" BEFORE UPDATE OR DELETE ON "ReportCorrigendum"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('releasedAt', 'releasedById', 'number', 'documentId', 'discardedAt', 'discardedById');
CREATE TRIGGER "ReportCorrigendum_decided" BEFORE UPDATE ON "ReportCorrigendum"
  FOR EACH ROW WHEN (OLD."releasedAt" IS NOT NULL OR OLD."discardedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();
