-- CreateEnum
CREATE TYPE "PostingRule" AS ENUM ('atRelease', 'atDeadline', 'atDate');

-- CreateEnum
CREATE TYPE "RequestDecision" AS ENUM ('approved', 'refused', 'merged');

-- CreateEnum
CREATE TYPE "CommentTarget" AS ENUM ('item', 'heading', 'list', 'circulation', 'other');

-- CreateEnum
CREATE TYPE "PaperKind" AS ENUM ('form', 'free');

-- CreateEnum
CREATE TYPE "ResponseOutcome" AS ENUM ('takenUp', 'takenUpInPart', 'notTakenUp', 'noted', 'answeredElsewhere');

-- CreateEnum
CREATE TYPE "ReplyKind" AS ENUM ('accepts', 'maintains');

-- AlterTable
ALTER TABLE "ExpertGroup" ADD COLUMN     "observersMayTakePosition" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "responsesRequired" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Circulation" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "letter" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY['en']::TEXT[],
    "postingRule" "PostingRule" NOT NULL DEFAULT 'atDeadline',
    "postAt" TIMESTAMPTZ(3),
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "remindDays" INTEGER[] DEFAULT ARRAY[14, 3, 1]::INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" UUID,

    CONSTRAINT "Circulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculatedList" (
    "circulationId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CirculatedList_pkey" PRIMARY KEY ("circulationId","listId")
);

-- CreateTable
CREATE TABLE "CirculationAddressee" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "addedById" UUID,
    "firstOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CirculationAddressee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculationExtension" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "formerUntil" TIMESTAMPTZ(3) NOT NULL,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "extendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "extendedById" UUID,

    CONSTRAINT "CirculationExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculationLetter" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mailId" UUID,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "CirculationLetter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParticipationRequest" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "contactName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "provedAt" TIMESTAMPTZ(3),
    "decision" "RequestDecision",
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "entityId" UUID,

    CONSTRAINT "ParticipationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculationLook" (
    "circulationId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CirculationLook_pkey" PRIMARY KEY ("circulationId","delegationId","itemId")
);

-- CreateTable
CREATE TABLE "CirculationDraft" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "target" "CommentTarget" NOT NULL,
    "listId" UUID,
    "headingId" UUID,
    "itemId" UUID,
    "subject" TEXT NOT NULL DEFAULT '',
    "passage" TEXT NOT NULL DEFAULT '',
    "passageStart" INTEGER,
    "category" "CommentCategory" NOT NULL,
    "position" "CommentPosition",
    "language" TEXT NOT NULL DEFAULT 'en',
    "text" TEXT NOT NULL DEFAULT '',
    "wording" JSONB,
    "replacesId" UUID,
    "paperId" UUID,
    "enteredBySecretariat" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CirculationDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculationComment" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "target" "CommentTarget" NOT NULL,
    "listId" UUID,
    "headingId" UUID,
    "itemId" UUID,
    "subject" TEXT NOT NULL DEFAULT '',
    "passageStart" INTEGER,
    "passageEnd" INTEGER,
    "passageText" TEXT,
    "category" "CommentCategory" NOT NULL,
    "position" "CommentPosition" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "text" TEXT NOT NULL,
    "wording" JSONB,
    "wordingText" TEXT,
    "textHash" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedById" UUID,
    "enteredBySecretariat" BOOLEAN NOT NULL DEFAULT false,
    "paperId" UUID,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "replacedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "retractedAt" TIMESTAMPTZ(3),
    "retractedById" UUID,

    CONSTRAINT "CirculationComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" UUID NOT NULL,
    "circulationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "enteredById" UUID NOT NULL,
    "enteredBySecretariat" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperPiece" (
    "id" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT '',
    "target" "CommentTarget",
    "listId" UUID,
    "headingId" UUID,
    "itemId" UUID,
    "subject" TEXT NOT NULL DEFAULT '',
    "category" "CommentCategory",
    "commentPosition" "CommentPosition",
    "guess" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "notComment" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PaperPiece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseDraft" (
    "commentId" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "outcome" "ResponseOutcome",
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,

    CONSTRAINT "ResponseDraft_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "Response" (
    "commentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" "ResponseOutcome" NOT NULL,
    "takenIntoId" UUID,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "releasedById" UUID,
    "reply" "ReplyKind",
    "replyText" TEXT NOT NULL DEFAULT '',
    "repliedAt" TIMESTAMPTZ(3),
    "repliedById" UUID,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "Circulation_sessionId_idx" ON "Circulation"("sessionId");

-- CreateIndex
CREATE INDEX "Circulation_createdById_idx" ON "Circulation"("createdById");

-- CreateIndex
CREATE INDEX "Circulation_openedById_idx" ON "Circulation"("openedById");

-- CreateIndex
CREATE UNIQUE INDEX "Circulation_id_sessionId_key" ON "Circulation"("id", "sessionId");

-- CreateIndex
CREATE INDEX "CirculatedList_listId_idx" ON "CirculatedList"("listId");

-- CreateIndex
CREATE UNIQUE INDEX "CirculatedList_circulationId_position_key" ON "CirculatedList"("circulationId", "position");

-- CreateIndex
CREATE INDEX "CirculationAddressee_circulationId_sessionId_idx" ON "CirculationAddressee"("circulationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationAddressee_delegationId_sessionId_idx" ON "CirculationAddressee"("delegationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationAddressee_addedById_idx" ON "CirculationAddressee"("addedById");

-- CreateIndex
CREATE UNIQUE INDEX "CirculationAddressee_circulationId_delegationId_key" ON "CirculationAddressee"("circulationId", "delegationId");

-- CreateIndex
CREATE INDEX "CirculationExtension_circulationId_idx" ON "CirculationExtension"("circulationId");

-- CreateIndex
CREATE INDEX "CirculationExtension_extendedById_idx" ON "CirculationExtension"("extendedById");

-- CreateIndex
CREATE INDEX "CirculationLetter_delegationId_idx" ON "CirculationLetter"("delegationId");

-- CreateIndex
CREATE INDEX "CirculationLetter_personId_idx" ON "CirculationLetter"("personId");

-- CreateIndex
CREATE INDEX "CirculationLetter_mailId_idx" ON "CirculationLetter"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "CirculationLetter_circulationId_delegationId_personId_kind_key" ON "CirculationLetter"("circulationId", "delegationId", "personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ParticipationRequest_tokenHash_key" ON "ParticipationRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "ParticipationRequest_circulationId_idx" ON "ParticipationRequest"("circulationId");

-- CreateIndex
CREATE INDEX "ParticipationRequest_decidedById_idx" ON "ParticipationRequest"("decidedById");

-- CreateIndex
CREATE INDEX "ParticipationRequest_entityId_idx" ON "ParticipationRequest"("entityId");

-- CreateIndex
CREATE INDEX "CirculationLook_delegationId_idx" ON "CirculationLook"("delegationId");

-- CreateIndex
CREATE INDEX "CirculationLook_itemId_idx" ON "CirculationLook"("itemId");

-- CreateIndex
CREATE INDEX "CirculationDraft_circulationId_sessionId_idx" ON "CirculationDraft"("circulationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationDraft_delegationId_sessionId_idx" ON "CirculationDraft"("delegationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationDraft_listId_idx" ON "CirculationDraft"("listId");

-- CreateIndex
CREATE INDEX "CirculationDraft_headingId_idx" ON "CirculationDraft"("headingId");

-- CreateIndex
CREATE INDEX "CirculationDraft_itemId_idx" ON "CirculationDraft"("itemId");

-- CreateIndex
CREATE INDEX "CirculationDraft_replacesId_idx" ON "CirculationDraft"("replacesId");

-- CreateIndex
CREATE INDEX "CirculationDraft_paperId_idx" ON "CirculationDraft"("paperId");

-- CreateIndex
CREATE INDEX "CirculationDraft_createdById_idx" ON "CirculationDraft"("createdById");

-- CreateIndex
CREATE INDEX "CirculationDraft_updatedById_idx" ON "CirculationDraft"("updatedById");

-- CreateIndex
CREATE INDEX "CirculationComment_circulationId_sessionId_idx" ON "CirculationComment"("circulationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationComment_delegationId_sessionId_idx" ON "CirculationComment"("delegationId", "sessionId");

-- CreateIndex
CREATE INDEX "CirculationComment_itemId_circulationId_idx" ON "CirculationComment"("itemId", "circulationId");

-- CreateIndex
CREATE INDEX "CirculationComment_listId_idx" ON "CirculationComment"("listId");

-- CreateIndex
CREATE INDEX "CirculationComment_headingId_idx" ON "CirculationComment"("headingId");

-- CreateIndex
CREATE INDEX "CirculationComment_replacedById_circulationId_delegationId_idx" ON "CirculationComment"("replacedById", "circulationId", "delegationId");

-- CreateIndex
CREATE INDEX "CirculationComment_paperId_idx" ON "CirculationComment"("paperId");

-- CreateIndex
CREATE INDEX "CirculationComment_releasedById_idx" ON "CirculationComment"("releasedById");

-- CreateIndex
CREATE INDEX "CirculationComment_withdrawnById_idx" ON "CirculationComment"("withdrawnById");

-- CreateIndex
CREATE INDEX "CirculationComment_retractedById_idx" ON "CirculationComment"("retractedById");

-- CreateIndex
CREATE UNIQUE INDEX "CirculationComment_id_circulationId_delegationId_key" ON "CirculationComment"("id", "circulationId", "delegationId");

-- CreateIndex
CREATE INDEX "Paper_circulationId_sessionId_idx" ON "Paper"("circulationId", "sessionId");

-- CreateIndex
CREATE INDEX "Paper_delegationId_sessionId_idx" ON "Paper"("delegationId", "sessionId");

-- CreateIndex
CREATE INDEX "Paper_enteredById_idx" ON "Paper"("enteredById");

-- CreateIndex
CREATE INDEX "Paper_confirmedById_idx" ON "Paper"("confirmedById");

-- CreateIndex
CREATE INDEX "PaperPiece_listId_idx" ON "PaperPiece"("listId");

-- CreateIndex
CREATE INDEX "PaperPiece_headingId_idx" ON "PaperPiece"("headingId");

-- CreateIndex
CREATE INDEX "PaperPiece_itemId_idx" ON "PaperPiece"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperPiece_paperId_position_key" ON "PaperPiece"("paperId", "position");

-- CreateIndex
CREATE INDEX "ResponseDraft_updatedById_idx" ON "ResponseDraft"("updatedById");

-- CreateIndex
CREATE INDEX "Response_takenIntoId_idx" ON "Response"("takenIntoId");

-- CreateIndex
CREATE INDEX "Response_releasedById_idx" ON "Response"("releasedById");

-- CreateIndex
CREATE INDEX "Response_repliedById_idx" ON "Response"("repliedById");

-- AddForeignKey
ALTER TABLE "Circulation" ADD CONSTRAINT "Circulation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Circulation" ADD CONSTRAINT "Circulation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Circulation" ADD CONSTRAINT "Circulation_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculatedList" ADD CONSTRAINT "CirculatedList_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculatedList" ADD CONSTRAINT "CirculatedList_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationAddressee" ADD CONSTRAINT "CirculationAddressee_circulationId_sessionId_fkey" FOREIGN KEY ("circulationId", "sessionId") REFERENCES "Circulation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationAddressee" ADD CONSTRAINT "CirculationAddressee_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationAddressee" ADD CONSTRAINT "CirculationAddressee_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationExtension" ADD CONSTRAINT "CirculationExtension_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationExtension" ADD CONSTRAINT "CirculationExtension_extendedById_fkey" FOREIGN KEY ("extendedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLetter" ADD CONSTRAINT "CirculationLetter_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLetter" ADD CONSTRAINT "CirculationLetter_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLetter" ADD CONSTRAINT "CirculationLetter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLetter" ADD CONSTRAINT "CirculationLetter_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLook" ADD CONSTRAINT "CirculationLook_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLook" ADD CONSTRAINT "CirculationLook_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationLook" ADD CONSTRAINT "CirculationLook_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_circulationId_sessionId_fkey" FOREIGN KEY ("circulationId", "sessionId") REFERENCES "Circulation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_headingId_fkey" FOREIGN KEY ("headingId") REFERENCES "ListHeading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "CirculationComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_circulationId_sessionId_fkey" FOREIGN KEY ("circulationId", "sessionId") REFERENCES "Circulation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_headingId_fkey" FOREIGN KEY ("headingId") REFERENCES "ListHeading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_replacedById_circulationId_delegationId_fkey" FOREIGN KEY ("replacedById", "circulationId", "delegationId") REFERENCES "CirculationComment"("id", "circulationId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_retractedById_fkey" FOREIGN KEY ("retractedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_circulationId_sessionId_fkey" FOREIGN KEY ("circulationId", "sessionId") REFERENCES "Circulation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_headingId_fkey" FOREIGN KEY ("headingId") REFERENCES "ListHeading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseDraft" ADD CONSTRAINT "ResponseDraft_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "CirculationComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseDraft" ADD CONSTRAINT "ResponseDraft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "CirculationComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_takenIntoId_fkey" FOREIGN KEY ("takenIntoId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_repliedById_fkey" FOREIGN KEY ("repliedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One position of a delegation on an item counts.
CREATE UNIQUE INDEX "CirculationComment_one_position" ON "CirculationComment" ("circulationId", "delegationId", "itemId")
  WHERE "itemId" IS NOT NULL AND "position" <> 'none' AND "replacedById" IS NULL AND "withdrawnAt" IS NULL;
