-- CreateTable
CREATE TABLE "ReportPart" (
    "reportId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "textHash" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "issuedById" UUID NOT NULL,

    CONSTRAINT "ReportPart_pkey" PRIMARY KEY ("reportId","section")
);

-- CreateIndex
CREATE INDEX "ReportPart_documentId_idx" ON "ReportPart"("documentId");

-- CreateIndex
CREATE INDEX "ReportPart_issuedById_idx" ON "ReportPart"("issuedById");

-- AddForeignKey
ALTER TABLE "ReportPart" ADD CONSTRAINT "ReportPart_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportPart" ADD CONSTRAINT "ReportPart_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportPart" ADD CONSTRAINT "ReportPart_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportPart"
  ADD CONSTRAINT "ReportPart_values_check" CHECK (section <> '' AND "textHash" ~ '^[0-9a-f]{64}$');
CREATE TRIGGER "ReportPart_immutable" BEFORE UPDATE OR DELETE ON "ReportPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportPart_adopted" BEFORE INSERT ON "ReportPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();
