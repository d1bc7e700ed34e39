-- CreateTable
CREATE TABLE "ReportFilling" (
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "filledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "filledById" UUID NOT NULL,

    CONSTRAINT "ReportFilling_pkey" PRIMARY KEY ("reportId","key")
);

-- CreateIndex
CREATE INDEX "ReportFilling_filledById_idx" ON "ReportFilling"("filledById");

-- AddForeignKey
ALTER TABLE "ReportFilling" ADD CONSTRAINT "ReportFilling_reportId_key_fkey" FOREIGN KEY ("reportId", "key") REFERENCES "ReportCompletion"("reportId", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFilling" ADD CONSTRAINT "ReportFilling_filledById_fkey" FOREIGN KEY ("filledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportFilling"
  ADD CONSTRAINT "ReportFilling_text_check" CHECK (text <> '' AND text !~ '[][[:cntrl:]]');

-- A place is completed once, and only in an adopted report: before, its fact is entered where it belongs.
CREATE TRIGGER "ReportFilling_immutable" BEFORE UPDATE OR DELETE ON "ReportFilling"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_before_report_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Report" r WHERE r.id = NEW."reportId" AND r."adoptedAt" IS NOT NULL) THEN
    RAISE EXCEPTION '% refuses it before the report is adopted', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReportFilling_adopted" BEFORE INSERT ON "ReportFilling"
  FOR EACH ROW EXECUTE FUNCTION refuse_before_report_adopted();
