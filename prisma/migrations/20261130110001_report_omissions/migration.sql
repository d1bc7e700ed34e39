-- A computed paragraph that the report does without, with the reason; put back, or adopted so.
CREATE TABLE "ReportOmission" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "leftOutAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "leftOutById" UUID NOT NULL,
    "putBackAt" TIMESTAMPTZ(3),
    "putBackById" UUID,

    CONSTRAINT "ReportOmission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportOmission_reportId_idx" ON "ReportOmission"("reportId");

-- CreateIndex
CREATE INDEX "ReportOmission_leftOutById_idx" ON "ReportOmission"("leftOutById");

-- CreateIndex
CREATE INDEX "ReportOmission_putBackById_idx" ON "ReportOmission"("putBackById");

-- AddForeignKey
ALTER TABLE "ReportOmission" ADD CONSTRAINT "ReportOmission_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportOmission" ADD CONSTRAINT "ReportOmission_leftOutById_fkey" FOREIGN KEY ("leftOutById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportOmission" ADD CONSTRAINT "ReportOmission_putBackById_fkey" FOREIGN KEY ("putBackById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportOmission"
  ADD CONSTRAINT "ReportOmission_values_check" CHECK (key <> '' AND reason <> ''),
  ADD CONSTRAINT "ReportOmission_putBack_check" CHECK (("putBackAt" IS NULL) = ("putBackById" IS NULL));
-- A paragraph is left out once at a time.
CREATE UNIQUE INDEX "ReportOmission_current_key" ON "ReportOmission"("reportId", key) WHERE "putBackAt" IS NULL;
CREATE TRIGGER "ReportOmission_ends" BEFORE UPDATE OR DELETE ON "ReportOmission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('putBackAt', 'putBackById');
CREATE TRIGGER "ReportOmission_adopted" BEFORE INSERT OR UPDATE ON "ReportOmission"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_adopted_report();
