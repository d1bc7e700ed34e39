-- CreateEnum
CREATE TYPE "DocumentSeries" AS ENUM ('plain', 'crp', 'inf', 'l', 'ngo', 'wp');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('annotatedAgenda', 'organizationOfWork', 'draftReport', 'report', 'preliminaryList', 'consolidatedList', 'concordance', 'decisions', 'snapshot', 'participants', 'circulationLetter', 'comments', 'paper');

-- CreateEnum
CREATE TYPE "Distribution" AS ENUM ('general', 'limited', 'restricted');

-- CreateEnum
CREATE TYPE "DocumentStepKind" AS ENUM ('submitted', 'edited', 'translated');

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "symbol" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "series" "DocumentSeries" NOT NULL,
    "number" INTEGER NOT NULL,
    "suffix" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "agendaItemId" UUID,
    "languages" TEXT[],
    "originalLanguage" TEXT NOT NULL,
    "distribution" "Distribution" NOT NULL,
    "datedOn" DATE NOT NULL,
    "followsId" UUID,
    "preliminaryListId" UUID,
    "consolidatedListId" UUID,
    "snapshotId" UUID,
    "circulationId" UUID,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "registeredById" UUID,
    "issuedAt" TIMESTAMPTZ(3),
    "issuedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawalReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentStep" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "kind" "DocumentStepKind" NOT NULL,
    "takenOn" DATE NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "notedById" UUID,

    CONSTRAINT "DocumentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentFile" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "uploadedById" UUID,

    CONSTRAINT "DocumentFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_symbol_key" ON "Document"("symbol");

-- CreateIndex
CREATE INDEX "Document_sessionId_idx" ON "Document"("sessionId");

-- CreateIndex
CREATE INDEX "Document_root_year_series_idx" ON "Document"("root", "year", "series");

-- CreateIndex
CREATE INDEX "Document_agendaItemId_idx" ON "Document"("agendaItemId");

-- CreateIndex
CREATE INDEX "Document_followsId_idx" ON "Document"("followsId");

-- CreateIndex
CREATE INDEX "Document_preliminaryListId_idx" ON "Document"("preliminaryListId");

-- CreateIndex
CREATE INDEX "Document_consolidatedListId_idx" ON "Document"("consolidatedListId");

-- CreateIndex
CREATE INDEX "Document_snapshotId_idx" ON "Document"("snapshotId");

-- CreateIndex
CREATE INDEX "Document_circulationId_idx" ON "Document"("circulationId");

-- CreateIndex
CREATE INDEX "Document_registeredById_idx" ON "Document"("registeredById");

-- CreateIndex
CREATE INDEX "Document_issuedById_idx" ON "Document"("issuedById");

-- CreateIndex
CREATE INDEX "Document_withdrawnById_idx" ON "Document"("withdrawnById");

-- CreateIndex
CREATE INDEX "DocumentStep_notedById_idx" ON "DocumentStep"("notedById");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentStep_documentId_kind_key" ON "DocumentStep"("documentId", "kind");

-- CreateIndex
CREATE INDEX "DocumentFile_uploadedById_idx" ON "DocumentFile"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentFile_documentId_language_form_key" ON "DocumentFile"("documentId", "language", "form");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_preliminaryListId_fkey" FOREIGN KEY ("preliminaryListId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_consolidatedListId_fkey" FOREIGN KEY ("consolidatedListId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentStep" ADD CONSTRAINT "DocumentStep_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentStep" ADD CONSTRAINT "DocumentStep_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentFile" ADD CONSTRAINT "DocumentFile_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentFile" ADD CONSTRAINT "DocumentFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no path may write.
ALTER TABLE "Document"
  ADD CONSTRAINT "Document_symbol_check" CHECK (symbol = root || '/' || year || '/' ||
    CASE series WHEN 'plain' THEN '' WHEN 'crp' THEN 'CRP.' WHEN 'inf' THEN 'INF/' WHEN 'l' THEN 'L.'
      WHEN 'ngo' THEN 'NGO/' WHEN 'wp' THEN 'WP.' END || number ||
    CASE suffix WHEN '' THEN '' ELSE '/' || suffix END),
  ADD CONSTRAINT "Document_number_check" CHECK (number > 0 AND year BETWEEN 1945 AND 2999),
  ADD CONSTRAINT "Document_thing_check" CHECK (
    num_nonnulls("preliminaryListId", "consolidatedListId", "snapshotId", "circulationId") <= 1
    AND ("preliminaryListId" IS NULL OR kind = 'preliminaryList')
    AND ("consolidatedListId" IS NULL OR kind IN ('consolidatedList', 'concordance', 'decisions'))
    AND ("snapshotId" IS NULL OR kind = 'snapshot')
    AND ("circulationId" IS NULL OR kind IN ('circulationLetter', 'comments'))),
  ADD CONSTRAINT "Document_follows_check" CHECK ("followsId" <> id),
  ADD CONSTRAINT "Document_title_check" CHECK (title <> '' AND cardinality(languages) > 0),
  ADD CONSTRAINT "Document_withdrawn_check" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawalReason" = ''));

ALTER TABLE "DocumentFile"
  ADD CONSTRAINT "DocumentFile_bytes_check" CHECK (size = octet_length(bytes) AND size > 0
    AND hash = encode(sha256(bytes), 'hex')),
  ADD CONSTRAINT "DocumentFile_name_check" CHECK (name <> '' AND name !~ '[/\\[:cntrl:]]');

-- A symbol stays with its document. From the issue on only a language may be added; a withdrawal stays.
CREATE TRIGGER "Document_kept" BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('title', 'agendaItemId', 'languages', 'originalLanguage',
    'distribution', 'datedOn', 'followsId', 'issuedAt', 'issuedById',
    'withdrawnAt', 'withdrawnById', 'withdrawalReason');
CREATE TRIGGER "Document_issued" BEFORE UPDATE ON "Document"
  FOR EACH ROW WHEN (OLD."issuedAt" IS NOT NULL)
  EXECUTE FUNCTION refuse_change_but_of('languages', 'withdrawnAt', 'withdrawnById', 'withdrawalReason');
CREATE TRIGGER "Document_withdrawn" BEFORE UPDATE ON "Document"
  FOR EACH ROW WHEN (OLD."withdrawnAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "DocumentFile_immutable" BEFORE UPDATE ON "DocumentFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_end_of_issued_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "issuedAt" FROM "Document" WHERE id = OLD."documentId") IS NOT NULL THEN
    RAISE EXCEPTION '% refuses to remove a file of an issued document', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "DocumentFile_issued" BEFORE DELETE ON "DocumentFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_end_of_issued_file();

-- A document, its agenda item and the thing that it is belong to one session; its chain to one group.
CREATE FUNCTION refuse_foreign_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "AgendaItem" a WHERE a.id = NEW."agendaItemId" AND a."sessionId" <> NEW."sessionId")
    OR EXISTS (SELECT 1 FROM "PreliminaryList" l WHERE l.id = NEW."preliminaryListId" AND l."sessionId" <> NEW."sessionId")
    OR EXISTS (SELECT 1 FROM "ConsolidatedList" l WHERE l.id = NEW."consolidatedListId" AND l."sessionId" <> NEW."sessionId")
    OR EXISTS (SELECT 1 FROM "Snapshot" s JOIN "ConsolidatedList" l ON l.id = s."listId"
      WHERE s.id = NEW."snapshotId" AND l."sessionId" <> NEW."sessionId")
    OR EXISTS (SELECT 1 FROM "Circulation" c WHERE c.id = NEW."circulationId" AND c."sessionId" <> NEW."sessionId")
    OR EXISTS (SELECT 1 FROM "Document" d JOIN "Session" there ON there.id = d."sessionId", "Session" here
      WHERE d.id = NEW."followsId" AND here.id = NEW."sessionId" AND there."groupId" <> here."groupId") THEN
    RAISE EXCEPTION '% refuses what belongs to another session', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Document_session" BEFORE INSERT OR UPDATE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_foreign_document();
