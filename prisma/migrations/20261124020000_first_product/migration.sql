-- CreateEnum
CREATE TYPE "EntityKind" AS ENUM ('memberState', 'observerState', 'intergovernmental', 'unEntity', 'institute', 'privateSector', 'nonGovernmental', 'academia');

-- CreateEnum
CREATE TYPE "DelegationState" AS ENUM ('announced', 'registered', 'accredited', 'withdrawn');

-- CreateEnum
CREATE TYPE "RepresentativeRole" AS ENUM ('head', 'alternate', 'adviser');

-- CreateEnum
CREATE TYPE "OfficeKind" AS ENUM ('chair', 'viceChair', 'rapporteur', 'secretariat', 'bureau');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('topical', 'stockTaking');

-- CreateEnum
CREATE TYPE "SessionFormat" AS ENUM ('inPerson', 'hybrid', 'online');

-- CreateEnum
CREATE TYPE "AgendaItemKind" AS ENUM ('organizational', 'substantive', 'other', 'adoptionOfReport');

-- CreateEnum
CREATE TYPE "PeriodKind" AS ENUM ('submission', 'comments');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('conclusion', 'recommendation');

-- CreateEnum
CREATE TYPE "ProposalSource" AS ENUM ('written', 'imported');

-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('support', 'supportWithChange', 'oppose', 'question', 'editorial', 'general');

-- CreateEnum
CREATE TYPE "Taken" AS ENUM ('whole', 'part', 'idea');

-- CreateEnum
CREATE TYPE "OutcomeKind" AS ENUM ('adoptedAsIs', 'mergedInto', 'splitInto', 'reworded', 'deferred', 'notAgreed', 'withdrawn');

-- CreateTable
CREATE TABLE "Entity" (
    "id" UUID NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "name" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "formalName" TEXT,
    "iso2" TEXT,
    "iso3" TEXT,
    "m49" TEXT,
    "article" BOOLEAN NOT NULL DEFAULT false,
    "regionalGroup" TEXT,
    "sortKey" TEXT NOT NULL,
    "invented" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "honorific" TEXT NOT NULL DEFAULT '',
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "state" "DelegationState" NOT NULL DEFAULT 'registered',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "registeredAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representative" (
    "id" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "RepresentativeRole" NOT NULL DEFAULT 'adviser',
    "maySubmit" BOOLEAN NOT NULL DEFAULT false,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Representative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "kind" "OfficeKind" NOT NULL,
    "personId" UUID NOT NULL,
    "sessionId" UUID,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExpertGroup" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "symbolRoot" TEXT NOT NULL,
    "parentBody" TEXT NOT NULL,
    "mandates" TEXT[],
    "seat" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Vienna',
    "eventWord" TEXT NOT NULL DEFAULT 'session',
    "observersMayPropose" BOOLEAN NOT NULL DEFAULT false,
    "stakeholdersMayComment" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ExpertGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "kind" "SessionKind" NOT NULL DEFAULT 'topical',
    "format" "SessionFormat" NOT NULL DEFAULT 'inPerson',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "lastProposalNumber" INTEGER NOT NULL DEFAULT 0,
    "importedFrom" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierDates" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "supersededAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "EarlierDates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "letter" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "kind" "AgendaItemKind" NOT NULL DEFAULT 'substantive',

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Panellist" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "agendaItemId" UUID,
    "honorific" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Panellist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Period" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "kind" "PeriodKind" NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "openedById" UUID,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "Period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "proposalId" UUID,
    "baseNumber" INTEGER,
    "kind" "ProposalKind",
    "agendaItemId" UUID,
    "body" JSONB NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "originalLanguage" TEXT NOT NULL DEFAULT 'en',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "agendaItemId" UUID,
    "kind" "ProposalKind" NOT NULL,
    "originalLanguage" TEXT NOT NULL,
    "source" "ProposalSource" NOT NULL DEFAULT 'written',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "submittedById" UUID,
    "currentNumber" INTEGER NOT NULL DEFAULT 1,
    "words" TEXT[],
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawalReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "delegationId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "submittedById" UUID,
    "draftId" UUID,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoSponsorship" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "joinedById" UUID,
    "leftAt" TIMESTAMPTZ(3),
    "leftById" UUID,

    CONSTRAINT "CoSponsorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreliminaryList" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "symbol" TEXT NOT NULL DEFAULT '',
    "issuedAt" TIMESTAMPTZ(3),
    "issuedById" UUID,
    "textHash" TEXT,

    CONSTRAINT "PreliminaryList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListHeading" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ListHeading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "headingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "language" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "paragraph" INTEGER,
    "letter" TEXT,
    "importedNumber" TEXT,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemProposal" (
    "itemId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "attribution" TEXT[],

    CONSTRAINT "ItemProposal_pkey" PRIMARY KEY ("itemId","proposalId")
);

-- CreateTable
CREATE TABLE "CommentDraft" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "parentId" UUID,
    "kind" "CommentKind" NOT NULL,
    "passage" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "updatedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "parentId" UUID,
    "kind" "CommentKind" NOT NULL,
    "passageStart" INTEGER,
    "passageEnd" INTEGER,
    "passageText" TEXT,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "releasedById" UUID,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsolidatedList" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "adoptedAt" TIMESTAMPTZ(3),
    "adoptedById" UUID,
    "adoptedMeeting" INTEGER,
    "textHash" TEXT,

    CONSTRAINT "ConsolidatedList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsolidatedHeading" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ConsolidatedHeading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsolidatedItem" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "headingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "currentNumber" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "paragraph" INTEGER,
    "letter" TEXT,
    "importedNumber" TEXT,

    CONSTRAINT "ConsolidatedItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsolidatedText" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "createdById" UUID,

    CONSTRAINT "ConsolidatedText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lineage" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "consolidatedItemId" UUID NOT NULL,
    "taken" "Taken" NOT NULL DEFAULT 'whole',
    "words" TEXT NOT NULL DEFAULT '',
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "linkedById" UUID,
    "unlinkedAt" TIMESTAMPTZ(3),
    "unlinkedById" UUID,

    CONSTRAINT "Lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "OutcomeKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decidedById" UUID,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "sessionId" UUID,
    "event" TEXT NOT NULL,
    "personId" UUID,
    "personName" TEXT NOT NULL DEFAULT '',
    "delegationId" UUID,
    "actingFor" TEXT NOT NULL DEFAULT '',
    "subjectId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "textHash" TEXT,

    CONSTRAINT "RecordEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "lastError" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL DEFAULT '/',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Entity_iso2_key" ON "Entity"("iso2");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_iso3_key" ON "Entity"("iso3");

-- CreateIndex
CREATE INDEX "Entity_sortKey_idx" ON "Entity"("sortKey");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_kind_name_key" ON "Entity"("kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Delegation_sessionId_sortKey_idx" ON "Delegation"("sessionId", "sortKey");

-- CreateIndex
CREATE UNIQUE INDEX "Delegation_sessionId_entityId_key" ON "Delegation"("sessionId", "entityId");

-- CreateIndex
CREATE INDEX "Representative_personId_idx" ON "Representative"("personId");

-- CreateIndex
CREATE INDEX "Representative_delegationId_idx" ON "Representative"("delegationId");

-- CreateIndex
CREATE INDEX "Office_personId_idx" ON "Office"("personId");

-- CreateIndex
CREATE INDEX "Office_sessionId_idx" ON "Office"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_slug_key" ON "Session"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Session_groupId_ordinal_key" ON "Session"("groupId", "ordinal");

-- CreateIndex
CREATE INDEX "EarlierDates_sessionId_idx" ON "EarlierDates"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_sessionId_number_key" ON "Meeting"("sessionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_sessionId_number_letter_key" ON "AgendaItem"("sessionId", "number", "letter");

-- CreateIndex
CREATE INDEX "Panellist_sessionId_idx" ON "Panellist"("sessionId");

-- CreateIndex
CREATE INDEX "Period_sessionId_kind_idx" ON "Period"("sessionId", "kind");

-- CreateIndex
CREATE INDEX "Draft_delegationId_idx" ON "Draft"("delegationId");

-- CreateIndex
CREATE INDEX "Draft_sessionId_idx" ON "Draft"("sessionId");

-- CreateIndex
CREATE INDEX "Proposal_sessionId_agendaItemId_idx" ON "Proposal"("sessionId", "agendaItemId");

-- CreateIndex
CREATE INDEX "Proposal_sessionId_delegationId_idx" ON "Proposal"("sessionId", "delegationId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_sessionId_number_key" ON "Proposal"("sessionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_draftId_key" ON "Revision"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_proposalId_number_key" ON "Revision"("proposalId", "number");

-- CreateIndex
CREATE INDEX "CoSponsorship_proposalId_idx" ON "CoSponsorship"("proposalId");

-- CreateIndex
CREATE INDEX "CoSponsorship_delegationId_idx" ON "CoSponsorship"("delegationId");

-- CreateIndex
CREATE UNIQUE INDEX "PreliminaryList_sessionId_key" ON "PreliminaryList"("sessionId");

-- CreateIndex
CREATE INDEX "ListHeading_listId_idx" ON "ListHeading"("listId");

-- CreateIndex
CREATE INDEX "Item_listId_idx" ON "Item"("listId");

-- CreateIndex
CREATE INDEX "Item_headingId_idx" ON "Item"("headingId");

-- CreateIndex
CREATE INDEX "ItemProposal_proposalId_idx" ON "ItemProposal"("proposalId");

-- CreateIndex
CREATE INDEX "CommentDraft_delegationId_idx" ON "CommentDraft"("delegationId");

-- CreateIndex
CREATE INDEX "CommentDraft_proposalId_idx" ON "CommentDraft"("proposalId");

-- CreateIndex
CREATE INDEX "Comment_proposalId_releasedAt_idx" ON "Comment"("proposalId", "releasedAt");

-- CreateIndex
CREATE INDEX "Comment_sessionId_idx" ON "Comment"("sessionId");

-- CreateIndex
CREATE INDEX "Comment_delegationId_idx" ON "Comment"("delegationId");

-- CreateIndex
CREATE INDEX "Comment_parentId_idx" ON "Comment"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsolidatedList_sessionId_key" ON "ConsolidatedList"("sessionId");

-- CreateIndex
CREATE INDEX "ConsolidatedHeading_listId_idx" ON "ConsolidatedHeading"("listId");

-- CreateIndex
CREATE INDEX "ConsolidatedItem_listId_idx" ON "ConsolidatedItem"("listId");

-- CreateIndex
CREATE INDEX "ConsolidatedItem_headingId_idx" ON "ConsolidatedItem"("headingId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsolidatedText_itemId_number_key" ON "ConsolidatedText"("itemId", "number");

-- CreateIndex
CREATE INDEX "Lineage_listId_idx" ON "Lineage"("listId");

-- CreateIndex
CREATE INDEX "Lineage_itemId_idx" ON "Lineage"("itemId");

-- CreateIndex
CREATE INDEX "Lineage_consolidatedItemId_idx" ON "Lineage"("consolidatedItemId");

-- CreateIndex
CREATE INDEX "Outcome_listId_idx" ON "Outcome"("listId");

-- CreateIndex
CREATE INDEX "Outcome_itemId_idx" ON "Outcome"("itemId");

-- CreateIndex
CREATE INDEX "RecordEntry_sessionId_id_idx" ON "RecordEntry"("sessionId", "id");

-- CreateIndex
CREATE INDEX "RecordEntry_subjectId_idx" ON "RecordEntry"("subjectId");

-- CreateIndex
CREATE INDEX "Mail_sentAt_nextAttemptAt_idx" ON "Mail"("sentAt", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "SignIn_personId_idx" ON "SignIn"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierDates" ADD CONSTRAINT "EarlierDates_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panellist" ADD CONSTRAINT "Panellist_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panellist" ADD CONSTRAINT "Panellist_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Period" ADD CONSTRAINT "Period_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreliminaryList" ADD CONSTRAINT "PreliminaryList_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListHeading" ADD CONSTRAINT "ListHeading_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PreliminaryList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_headingId_fkey" FOREIGN KEY ("headingId") REFERENCES "ListHeading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemProposal" ADD CONSTRAINT "ItemProposal_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemProposal" ADD CONSTRAINT "ItemProposal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsolidatedHeading" ADD CONSTRAINT "ConsolidatedHeading_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_headingId_fkey" FOREIGN KEY ("headingId") REFERENCES "ConsolidatedHeading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsolidatedText" ADD CONSTRAINT "ConsolidatedText_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_consolidatedItemId_fkey" FOREIGN KEY ("consolidatedItemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what a schema can't say.

-- Words of the current text, searched by prefix.
CREATE INDEX "Proposal_words_idx" ON "Proposal" USING GIN (array_to_tsvector("words"));

-- At most one of each that is alive.
CREATE UNIQUE INDEX "Period_open_key" ON "Period" ("sessionId", "kind") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "Representative_living_key" ON "Representative" ("delegationId", "personId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Office_living_key" ON "Office" ("kind", "personId", "sessionId") NULLS NOT DISTINCT WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "CoSponsorship_living_key" ON "CoSponsorship" ("proposalId", "delegationId") WHERE "leftAt" IS NULL;
CREATE UNIQUE INDEX "Lineage_living_key" ON "Lineage" ("itemId", "consolidatedItemId") WHERE "unlinkedAt" IS NULL;
CREATE UNIQUE INDEX "Outcome_current_key" ON "Outcome" ("listId", "itemId") WHERE "supersededAt" IS NULL;

-- What was submitted, released or recorded is immutable, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are immutable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OR DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Comment_immutable" BEFORE UPDATE OR DELETE ON "Comment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ConsolidatedText_immutable" BEFORE UPDATE OR DELETE ON "ConsolidatedText" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecordEntry_immutable" BEFORE UPDATE OR DELETE ON "RecordEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
