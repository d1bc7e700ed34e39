-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('accepted', 'partly', 'declined');

-- CreateEnum
CREATE TYPE "StandingKind" AS ENUM ('pending', 'underDiscussion', 'bracketed', 'agreedAdReferendum', 'agreed', 'noConsensus');

-- AlterTable
ALTER TABLE "ConsolidatedList" ADD COLUMN     "onScreenItemId" UUID;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "provenance" JSONB;

-- CreateTable
CREATE TABLE "AmendmentDraft" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AmendmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "releasedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawalReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmendmentCoSponsorship" (
    "id" UUID NOT NULL,
    "amendmentId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "joinedById" UUID,
    "leftAt" TIMESTAMPTZ(3),
    "leftById" UUID,

    CONSTRAINT "AmendmentCoSponsorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmendmentAnswer" (
    "id" UUID NOT NULL,
    "amendmentId" UUID NOT NULL,
    "delegationId" UUID,
    "actingFor" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "answeredById" UUID,

    CONSTRAINT "AmendmentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Joining" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "baseNumber" INTEGER NOT NULL,
    "decisions" JSONB NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Joining_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmendmentDecision" (
    "revisionId" UUID NOT NULL,
    "amendmentId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AmendmentDecision_pkey" PRIMARY KEY ("revisionId","amendmentId")
);

-- CreateTable
CREATE TABLE "Presence" (
    "subjectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("subjectId","personId")
);

-- CreateTable
CREATE TABLE "ItemStanding" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "StandingKind" NOT NULL,
    "wording" INTEGER NOT NULL,
    "meeting" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "byId" UUID,
    "onBehalfOfId" UUID,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "ItemStanding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "wording" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "raisedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disagreement" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "statedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Disagreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PowersDelegation" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "PowersDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScreenText" (
    "itemId" UUID NOT NULL,
    "baseNumber" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,

    CONSTRAINT "ScreenText_pkey" PRIMARY KEY ("itemId")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "takenById" UUID,
    "content" JSONB NOT NULL,
    "textHash" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Corrigendum" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "issuedById" UUID,

    CONSTRAINT "Corrigendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotSimilar" (
    "listId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "saidById" UUID,

    CONSTRAINT "NotSimilar_pkey" PRIMARY KEY ("listId","itemId","otherId")
);

-- CreateTable
CREATE TABLE "LastLooked" (
    "delegationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "LastLooked_pkey" PRIMARY KEY ("delegationId","personId")
);

-- CreateIndex
CREATE INDEX "AmendmentDraft_delegationId_idx" ON "AmendmentDraft"("delegationId");

-- CreateIndex
CREATE INDEX "AmendmentDraft_proposalId_idx" ON "AmendmentDraft"("proposalId");

-- CreateIndex
CREATE INDEX "Amendment_sessionId_idx" ON "Amendment"("sessionId");

-- CreateIndex
CREATE INDEX "Amendment_delegationId_idx" ON "Amendment"("delegationId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_proposalId_number_key" ON "Amendment"("proposalId", "number");

-- CreateIndex
CREATE INDEX "AmendmentCoSponsorship_amendmentId_idx" ON "AmendmentCoSponsorship"("amendmentId");

-- CreateIndex
CREATE INDEX "AmendmentCoSponsorship_delegationId_idx" ON "AmendmentCoSponsorship"("delegationId");

-- CreateIndex
CREATE INDEX "AmendmentAnswer_amendmentId_idx" ON "AmendmentAnswer"("amendmentId");

-- CreateIndex
CREATE INDEX "Joining_proposalId_idx" ON "Joining"("proposalId");

-- CreateIndex
CREATE INDEX "AmendmentDecision_amendmentId_idx" ON "AmendmentDecision"("amendmentId");

-- CreateIndex
CREATE INDEX "ItemStanding_listId_idx" ON "ItemStanding"("listId");

-- CreateIndex
CREATE INDEX "ItemStanding_itemId_idx" ON "ItemStanding"("itemId");

-- CreateIndex
CREATE INDEX "Objection_itemId_idx" ON "Objection"("itemId");

-- CreateIndex
CREATE INDEX "Objection_delegationId_idx" ON "Objection"("delegationId");

-- CreateIndex
CREATE INDEX "Disagreement_listId_idx" ON "Disagreement"("listId");

-- CreateIndex
CREATE INDEX "Disagreement_itemId_idx" ON "Disagreement"("itemId");

-- CreateIndex
CREATE INDEX "Disagreement_delegationId_idx" ON "Disagreement"("delegationId");

-- CreateIndex
CREATE INDEX "PowersDelegation_sessionId_idx" ON "PowersDelegation"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_listId_number_key" ON "Snapshot"("listId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Corrigendum_itemId_number_key" ON "Corrigendum"("itemId", "number");

-- AddForeignKey
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentCoSponsorship" ADD CONSTRAINT "AmendmentCoSponsorship_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentCoSponsorship" ADD CONSTRAINT "AmendmentCoSponsorship_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentAnswer" ADD CONSTRAINT "AmendmentAnswer_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Joining" ADD CONSTRAINT "Joining_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDecision" ADD CONSTRAINT "AmendmentDecision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDecision" ADD CONSTRAINT "AmendmentDecision_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScreenText" ADD CONSTRAINT "ScreenText_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what a schema can't say.

-- At most one of each that is alive.
CREATE UNIQUE INDEX "AmendmentCoSponsorship_living_key" ON "AmendmentCoSponsorship" ("amendmentId", "delegationId") WHERE "leftAt" IS NULL;
CREATE UNIQUE INDEX "Joining_living_key" ON "Joining" ("proposalId", "baseNumber") WHERE "submittedAt" IS NULL;
CREATE UNIQUE INDEX "ItemStanding_current_key" ON "ItemStanding" ("itemId") WHERE "supersededAt" IS NULL;
CREATE UNIQUE INDEX "Objection_living_key" ON "Objection" ("itemId", "delegationId", "wording") WHERE "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "PowersDelegation_living_key" ON "PowersDelegation" ("sessionId") WHERE "endedAt" IS NULL;

-- What was released or declared is immutable, but that it may be withdrawn or undone.
CREATE TRIGGER "Amendment_immutable" BEFORE DELETE OR UPDATE OF "id", "sessionId", "proposalId", "revisionNumber", "number", "delegationId", "body", "text", "textHash", "reason", "releasedAt", "releasedById" ON "Amendment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AmendmentAnswer_immutable" BEFORE UPDATE OR DELETE ON "AmendmentAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AmendmentDecision_immutable" BEFORE UPDATE OR DELETE ON "AmendmentDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Snapshot_immutable" BEFORE DELETE OR UPDATE OF "id", "listId", "number", "takenAt", "takenById", "content", "textHash" ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Corrigendum_immutable" BEFORE UPDATE OR DELETE ON "Corrigendum" FOR EACH ROW EXECUTE FUNCTION refuse_change();
