-- CreateEnum
CREATE TYPE "LetterKind" AS ENUM ('comments', 'suggestedChanges', 'answers', 'revisions', 'withdrawals', 'lists', 'followed');

-- CreateEnum
CREATE TYPE "LetterTiming" AS ENUM ('atOnce', 'daily', 'none');

-- CreateTable
CREATE TABLE "Visit" (
    "personId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "visitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "revisionNumber" INTEGER NOT NULL,
    "sinceAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "sinceRevision" INTEGER NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("personId","proposalId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "proposalId" UUID,
    "agendaItemId" UUID,
    "entityId" UUID,
    "followedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskMark" (
    "personId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "DeskMark_pkey" PRIMARY KEY ("personId","subject")
);

-- CreateTable
CREATE TABLE "LetterChoice" (
    "personId" UUID NOT NULL,
    "kind" "LetterKind" NOT NULL,
    "timing" "LetterTiming" NOT NULL,

    CONSTRAINT "LetterChoice_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "Digest" (
    "personId" UUID NOT NULL,
    "morning" DATE NOT NULL,
    "composedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("personId","morning")
);

-- CreateTable
CREATE TABLE "DigestLine" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "morning" DATE,

    CONSTRAINT "DigestLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosingNotice" (
    "periodId" UUID NOT NULL,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "ClosingNotice_pkey" PRIMARY KEY ("periodId","openUntil")
);

-- CreateIndex
CREATE INDEX "Visit_proposalId_idx" ON "Visit"("proposalId");

-- CreateIndex
CREATE INDEX "Follow_proposalId_idx" ON "Follow"("proposalId");

-- CreateIndex
CREATE INDEX "Follow_agendaItemId_idx" ON "Follow"("agendaItemId");

-- CreateIndex
CREATE INDEX "Follow_entityId_idx" ON "Follow"("entityId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_proposalId_key" ON "Follow"("personId", "proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_agendaItemId_key" ON "Follow"("personId", "agendaItemId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_entityId_key" ON "Follow"("personId", "entityId");

-- CreateIndex
CREATE INDEX "DigestLine_personId_morning_idx" ON "DigestLine"("personId", "morning");

-- CreateIndex
CREATE INDEX "DigestLine_morning_at_idx" ON "DigestLine"("morning", "at");

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_proposalId_sinceRevision_fkey" FOREIGN KEY ("proposalId", "sinceRevision") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskMark" ADD CONSTRAINT "DeskMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterChoice" ADD CONSTRAINT "LetterChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestLine" ADD CONSTRAINT "DigestLine_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestLine" ADD CONSTRAINT "DigestLine_personId_morning_fkey" FOREIGN KEY ("personId", "morning") REFERENCES "Digest"("personId", "morning") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosingNotice" ADD CONSTRAINT "ClosingNotice_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A follow names one thing.
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_subject_check" CHECK (num_nonnulls("proposalId", "agendaItemId", "entityId") = 1);

-- What the visit before had seen is not later than this one.
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_since_check" CHECK ("sinceRevision" <= "revisionNumber" AND "sinceAt" <= "visitedAt");

ALTER TABLE "DeskMark" ADD CONSTRAINT "DeskMark_subject_check" CHECK (length("subject") BETWEEN 1 AND 200);
