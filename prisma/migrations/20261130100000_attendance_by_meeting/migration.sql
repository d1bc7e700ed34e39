-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "participantListId" UUID;

-- CreateTable
CREATE TABLE "AttendanceClosing" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "closedById" UUID NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedById" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AttendanceClosing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccreditedPerson" (
    "id" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "honorific" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AccreditedPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParticipantList" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "textHash" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "issuedById" UUID NOT NULL,

    CONSTRAINT "ParticipantList_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttendanceClosing_sessionId_idx" ON "AttendanceClosing"("sessionId");

-- CreateIndex
CREATE INDEX "AttendanceClosing_closedById_idx" ON "AttendanceClosing"("closedById");

-- CreateIndex
CREATE INDEX "AttendanceClosing_reopenedById_idx" ON "AttendanceClosing"("reopenedById");

-- CreateIndex
CREATE UNIQUE INDEX "AccreditedPerson_delegationId_position_key" ON "AccreditedPerson"("delegationId", "position");

-- CreateIndex
CREATE INDEX "ParticipantList_issuedById_idx" ON "ParticipantList"("issuedById");

-- CreateIndex
CREATE UNIQUE INDEX "ParticipantList_sessionId_number_key" ON "ParticipantList"("sessionId", "number");

-- CreateIndex
CREATE INDEX "Document_participantListId_idx" ON "Document"("participantListId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_participantListId_fkey" FOREIGN KEY ("participantListId") REFERENCES "ParticipantList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceClosing" ADD CONSTRAINT "AttendanceClosing_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceClosing" ADD CONSTRAINT "AttendanceClosing_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceClosing" ADD CONSTRAINT "AttendanceClosing_reopenedById_fkey" FOREIGN KEY ("reopenedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccreditedPerson" ADD CONSTRAINT "AccreditedPerson_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipantList" ADD CONSTRAINT "ParticipantList_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipantList" ADD CONSTRAINT "ParticipantList_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A session is closed once at a time; a closing ends with a person and a reason.
CREATE UNIQUE INDEX "AttendanceClosing_open" ON "AttendanceClosing" ("sessionId") WHERE "reopenedAt" IS NULL;
ALTER TABLE "AttendanceClosing" ADD CONSTRAINT "AttendanceClosing_reopened_check" CHECK (
  num_nulls("reopenedAt", "reopenedById") IN (0, 2) AND ("reopenedAt" IS NULL) = (reason = '')
  AND "reopenedAt" >= "closedAt");
CREATE TRIGGER "AttendanceClosing_ends" BEFORE UPDATE OR DELETE ON "AttendanceClosing"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('reopenedAt', 'reopenedById', 'reason');

-- While the attendance is closed, nobody is added, taken off or counted.
CREATE FUNCTION refuse_on_closed_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "AttendanceClosing" c WHERE c."reopenedAt" IS NULL
      AND c."sessionId" = CASE WHEN TG_OP = 'DELETE' THEN OLD."sessionId" ELSE NEW."sessionId" END) THEN
    RAISE EXCEPTION '% refuses a change of an attendance that is closed', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Attendance_closed" BEFORE INSERT OR UPDATE OR DELETE ON "Attendance"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_closed_attendance();
CREATE TRIGGER "AttendanceCount_closed" BEFORE INSERT OR UPDATE OR DELETE ON "AttendanceCount"
  FOR EACH ROW EXECUTE FUNCTION refuse_on_closed_attendance();

ALTER TABLE "AccreditedPerson" ADD CONSTRAINT "AccreditedPerson_name_check" CHECK (name <> '' AND position > 0);

-- An issued list of participants stays as it is; its document stands in its session and bears its kind.
ALTER TABLE "ParticipantList" ADD CONSTRAINT "ParticipantList_values_check" CHECK (
  number > 0 AND "textHash" ~ '^[0-9a-f]{64}$');
CREATE TRIGGER "ParticipantList_immutable" BEFORE UPDATE OR DELETE ON "ParticipantList"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Document" DROP CONSTRAINT "Document_thing_check";
ALTER TABLE "Document" ADD CONSTRAINT "Document_thing_check" CHECK (
    num_nonnulls("preliminaryListId", "consolidatedListId", "snapshotId", "circulationId", "reportId",
      "participantListId") <= 1
    AND ("preliminaryListId" IS NULL OR kind = 'preliminaryList')
    AND ("consolidatedListId" IS NULL OR kind IN ('consolidatedList', 'concordance', 'decisions'))
    AND ("snapshotId" IS NULL OR kind = 'snapshot')
    AND ("circulationId" IS NULL OR kind IN ('circulationLetter', 'comments'))
    AND ("reportId" IS NULL OR kind IN ('draftReport', 'report'))
    AND ("participantListId" IS NULL OR kind = 'participants'));
-- A symbol that was kept for the list is joined to it when the list is issued.
DROP TRIGGER "Document_kept" ON "Document";
CREATE TRIGGER "Document_kept" BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('title', 'agendaItemId', 'languages', 'originalLanguage',
    'distribution', 'datedOn', 'followsId', 'participantListId', 'issuedAt', 'issuedById',
    'withdrawnAt', 'withdrawnById', 'withdrawalReason');
CREATE FUNCTION refuse_foreign_participants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ParticipantList" l WHERE l.id = NEW."participantListId" AND l."sessionId" <> NEW."sessionId") THEN
    RAISE EXCEPTION '% refuses what belongs to another session', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Document_participants" BEFORE INSERT OR UPDATE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_foreign_participants();
