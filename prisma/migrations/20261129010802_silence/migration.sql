-- CreateEnum
CREATE TYPE "SilenceSubject" AS ENUM ('dates', 'agenda', 'format', 'organizationOfWork', 'text');

-- CreateEnum
CREATE TYPE "SilenceRoll" AS ENUM ('extendedBureau', 'delegations');

-- CreateEnum
CREATE TYPE "SilenceWay" AS ENUM ('page', 'note', 'email');

-- CreateEnum
CREATE TYPE "SilenceRemarkKind" AS ENUM ('explanation', 'reservation', 'question');

-- CreateTable
CREATE TABLE "Silence" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" "SilenceSubject" NOT NULL,
    "title" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "roll" "SilenceRoll" NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    "format" "SessionFormat",
    "formatWords" TEXT NOT NULL DEFAULT '',
    "formerId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "preparedById" UUID,
    "discardedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "openedById" UUID,
    "deadline" TIMESTAMPTZ(3),
    "graceMinutes" INTEGER,
    "hash" TEXT,
    "declaredAt" TIMESTAMPTZ(3),
    "declaredById" UUID,
    "decisionId" UUID,
    "notedMeetingId" UUID,

    CONSTRAINT "Silence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceText" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "original" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,

    CONSTRAINT "SilenceText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceAnnex" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "SilenceAnnex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceMember" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "capacity" TEXT NOT NULL,
    "holder" TEXT NOT NULL DEFAULT '',
    "entitled" BOOLEAN NOT NULL DEFAULT true,
    "bureauMemberId" UUID,
    "delegationId" UUID,

    CONSTRAINT "SilenceMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceAddress" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "SilenceAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceExtension" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "resumes" BOOLEAN NOT NULL DEFAULT false,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "givenById" UUID,

    CONSTRAINT "SilenceExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceBreak" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "point" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "way" "SilenceWay" NOT NULL DEFAULT 'page',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "scanName" TEXT,
    "scanForm" TEXT,
    "scanHash" TEXT,
    "scan" BYTEA,

    CONSTRAINT "SilenceBreak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceRemark" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "SilenceRemarkKind" NOT NULL,
    "text" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredById" UUID NOT NULL,

    CONSTRAINT "SilenceRemark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceLetter" (
    "id" UUID NOT NULL,
    "silenceId" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mailId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "SilenceLetter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Silence_formerId_key" ON "Silence"("formerId");

-- CreateIndex
CREATE UNIQUE INDEX "Silence_decisionId_key" ON "Silence"("decisionId");

-- CreateIndex
CREATE INDEX "Silence_preparedById_idx" ON "Silence"("preparedById");

-- CreateIndex
CREATE INDEX "Silence_openedById_idx" ON "Silence"("openedById");

-- CreateIndex
CREATE INDEX "Silence_declaredById_idx" ON "Silence"("declaredById");

-- CreateIndex
CREATE INDEX "Silence_notedMeetingId_idx" ON "Silence"("notedMeetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Silence_sessionId_number_key" ON "Silence"("sessionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceText_silenceId_language_key" ON "SilenceText"("silenceId", "language");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceAnnex_silenceId_name_key" ON "SilenceAnnex"("silenceId", "name");

-- CreateIndex
CREATE INDEX "SilenceMember_bureauMemberId_idx" ON "SilenceMember"("bureauMemberId");

-- CreateIndex
CREATE INDEX "SilenceMember_delegationId_idx" ON "SilenceMember"("delegationId");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceMember_id_silenceId_key" ON "SilenceMember"("id", "silenceId");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceMember_silenceId_position_key" ON "SilenceMember"("silenceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceAddress_memberId_email_key" ON "SilenceAddress"("memberId", "email");

-- CreateIndex
CREATE INDEX "SilenceExtension_silenceId_idx" ON "SilenceExtension"("silenceId");

-- CreateIndex
CREATE INDEX "SilenceExtension_givenById_idx" ON "SilenceExtension"("givenById");

-- CreateIndex
CREATE INDEX "SilenceBreak_silenceId_idx" ON "SilenceBreak"("silenceId");

-- CreateIndex
CREATE INDEX "SilenceBreak_memberId_idx" ON "SilenceBreak"("memberId");

-- CreateIndex
CREATE INDEX "SilenceBreak_enteredById_idx" ON "SilenceBreak"("enteredById");

-- CreateIndex
CREATE INDEX "SilenceBreak_withdrawnById_idx" ON "SilenceBreak"("withdrawnById");

-- CreateIndex
CREATE INDEX "SilenceRemark_silenceId_idx" ON "SilenceRemark"("silenceId");

-- CreateIndex
CREATE INDEX "SilenceRemark_memberId_idx" ON "SilenceRemark"("memberId");

-- CreateIndex
CREATE INDEX "SilenceRemark_enteredById_idx" ON "SilenceRemark"("enteredById");

-- CreateIndex
CREATE INDEX "SilenceLetter_mailId_idx" ON "SilenceLetter"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceLetter_silenceId_matter_email_key" ON "SilenceLetter"("silenceId", "matter", "email");

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_formerId_fkey" FOREIGN KEY ("formerId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "SessionDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_notedMeetingId_sessionId_fkey" FOREIGN KEY ("notedMeetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceText" ADD CONSTRAINT "SilenceText_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceAnnex" ADD CONSTRAINT "SilenceAnnex_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceMember" ADD CONSTRAINT "SilenceMember_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceMember" ADD CONSTRAINT "SilenceMember_bureauMemberId_fkey" FOREIGN KEY ("bureauMemberId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceMember" ADD CONSTRAINT "SilenceMember_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceAddress" ADD CONSTRAINT "SilenceAddress_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "SilenceMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceExtension" ADD CONSTRAINT "SilenceExtension_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceExtension" ADD CONSTRAINT "SilenceExtension_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceBreak" ADD CONSTRAINT "SilenceBreak_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceBreak" ADD CONSTRAINT "SilenceBreak_memberId_silenceId_fkey" FOREIGN KEY ("memberId", "silenceId") REFERENCES "SilenceMember"("id", "silenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceBreak" ADD CONSTRAINT "SilenceBreak_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceBreak" ADD CONSTRAINT "SilenceBreak_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceRemark" ADD CONSTRAINT "SilenceRemark_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceRemark" ADD CONSTRAINT "SilenceRemark_memberId_silenceId_fkey" FOREIGN KEY ("memberId", "silenceId") REFERENCES "SilenceMember"("id", "silenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceRemark" ADD CONSTRAINT "SilenceRemark_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceLetter" ADD CONSTRAINT "SilenceLetter_silenceId_fkey" FOREIGN KEY ("silenceId") REFERENCES "Silence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceLetter" ADD CONSTRAINT "SilenceLetter_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no path may write.
ALTER TABLE "Silence"
  ADD CONSTRAINT "Silence_opened_check" CHECK (
    num_nonnulls("openedAt", "openedById", deadline, "graceMinutes", hash) IN (0, 5)
    AND deadline > "openedAt" AND "graceMinutes" >= 0 AND ("discardedAt" IS NULL OR "openedAt" IS NULL)),
  ADD CONSTRAINT "Silence_dates_check" CHECK (("startsOn" IS NULL) = ("endsOn" IS NULL)
    AND ("startsOn" IS NULL OR subject = 'dates') AND "endsOn" >= "startsOn"
    AND (format IS NULL OR subject = 'format')),
  ADD CONSTRAINT "Silence_former_check" CHECK ("formerId" <> id),
  ADD CONSTRAINT "Silence_declared_check" CHECK (
    ("declaredAt" IS NULL) = ("declaredById" IS NULL) AND ("declaredAt" IS NULL OR "declaredAt" > deadline)),
  ADD CONSTRAINT "Silence_asks_check" CHECK (title <> '' AND asks <> '');
ALTER TABLE "SilenceText"
  ADD CONSTRAINT "SilenceText_textHash_check" CHECK ("textHash" = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE "SilenceAnnex"
  ADD CONSTRAINT "SilenceAnnex_bytes_check" CHECK (size = octet_length(bytes) AND size > 0
    AND hash = encode(sha256(bytes), 'hex')),
  ADD CONSTRAINT "SilenceAnnex_name_check" CHECK (name <> '' AND name !~ '[/\\[:cntrl:]]');
ALTER TABLE "SilenceMember"
  ADD CONSTRAINT "SilenceMember_place_check" CHECK (num_nonnulls("bureauMemberId", "delegationId") = 1);
ALTER TABLE "SilenceBreak"
  ADD CONSTRAINT "SilenceBreak_words_check" CHECK (point <> '' AND reason <> ''),
  ADD CONSTRAINT "SilenceBreak_received_check" CHECK ("receivedAt" <= "enteredAt"
    AND (way <> 'page' OR "enteredAt" - "receivedAt" <= interval '3 minutes')),
  ADD CONSTRAINT "SilenceBreak_withdrawn_check" CHECK (("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL)
    AND "withdrawnAt" >= "receivedAt"),
  ADD CONSTRAINT "SilenceBreak_scan_check" CHECK (num_nonnulls("scanName", "scanForm", "scanHash", scan) IN (0, 4)
    AND (way <> 'page' OR scan IS NULL) AND "scanHash" = encode(sha256(scan), 'hex'));
ALTER TABLE "SilenceRemark" ADD CONSTRAINT "SilenceRemark_text_check" CHECK (text <> '');
ALTER TABLE "SilenceExtension" ADD CONSTRAINT "SilenceExtension_until_check" CHECK (until > "givenAt");

-- From its opening on, a procedure keeps its question, its texts, its annexes and its roll.
CREATE TRIGGER "Silence_open" BEFORE UPDATE OR DELETE ON "Silence"
  FOR EACH ROW WHEN (OLD."openedAt" IS NOT NULL)
  EXECUTE FUNCTION refuse_change_but_of('declaredAt', 'declaredById', 'decisionId', 'notedMeetingId');
CREATE TRIGGER "Silence_declared" BEFORE UPDATE ON "Silence"
  FOR EACH ROW WHEN (OLD."declaredAt" IS NOT NULL AND OLD."declaredAt" IS DISTINCT FROM NEW."declaredAt")
  EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_under_silence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
  opened timestamptz;
BEGIN
  SELECT s."openedAt" INTO opened FROM "Silence" s WHERE s.id = coalesce((row ->> 'silenceId')::uuid,
    (SELECT m."silenceId" FROM "SilenceMember" m WHERE m.id = (row ->> 'memberId')::uuid)) FOR SHARE;
  IF opened IS NOT NULL THEN
    RAISE EXCEPTION '% refuses to % a row of "%" under silence', TG_NAME, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "SilenceText_open" BEFORE INSERT OR UPDATE OR DELETE ON "SilenceText"
  FOR EACH ROW EXECUTE FUNCTION refuse_under_silence();
CREATE TRIGGER "SilenceAnnex_open" BEFORE INSERT OR UPDATE OR DELETE ON "SilenceAnnex"
  FOR EACH ROW EXECUTE FUNCTION refuse_under_silence();
CREATE TRIGGER "SilenceMember_open" BEFORE INSERT OR UPDATE OR DELETE ON "SilenceMember"
  FOR EACH ROW EXECUTE FUNCTION refuse_under_silence();
CREATE TRIGGER "SilenceAddress_open" BEFORE INSERT OR UPDATE OR DELETE ON "SilenceAddress"
  FOR EACH ROW EXECUTE FUNCTION refuse_under_silence();

-- What happened under silence stays.
CREATE TRIGGER "SilenceExtension_immutable" BEFORE UPDATE OR DELETE ON "SilenceExtension"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SilenceRemark_immutable" BEFORE UPDATE OR DELETE ON "SilenceRemark"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SilenceLetter_immutable" BEFORE UPDATE OR DELETE ON "SilenceLetter"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SilenceBreak_ends" BEFORE UPDATE OR DELETE ON "SilenceBreak"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawnAt', 'withdrawnById');
