/*
  Warnings:

  - A unique constraint covering the columns `[id,sessionId]` on the table `AgendaItem` will be added. If there are existing duplicate values, this will fail.
  - A unique constraint covering the columns `[id,sessionId,date]` on the table `Meeting` will be added. If there are existing duplicate values, this will fail.
  - A unique constraint covering the columns `[id,sessionId]` on the table `Meeting` will be added. If there are existing duplicate values, this will fail.

*/
-- CreateEnum
CREATE TYPE "GroupOfStatesKind" AS ENUM ('regional', 'political', 'adHoc');

-- CreateEnum
CREATE TYPE "BureauCapacity" AS ENUM ('chair', 'viceChair', 'rapporteur', 'regionalGroup', 'groupOfStates', 'other');

-- CreateEnum
CREATE TYPE "SessionStep" AS ENUM ('datesApproved', 'postponed', 'agendaApproved', 'formatApproved', 'organizationOfWorkApproved', 'opened', 'agendaAdopted', 'workplanAdopted', 'suspended', 'resumed', 'reportAdopted', 'closed', 'reportIssued');

-- CreateEnum
CREATE TYPE "DecidedBy" AS ENUM ('extendedBureau', 'group', 'chair', 'secretariat');

-- CreateEnum
CREATE TYPE "DecidedHow" AS ENUM ('silence', 'meeting', 'ruling', 'informed');

-- CreateEnum
CREATE TYPE "AgendaStepKind" AS ENUM ('adopted', 'opened', 'concluded', 'reopened');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('state', 'group', 'observer', 'organisation', 'rightOfReply', 'pointOfOrder');

-- CreateEnum
CREATE TYPE "AttendedHow" AS ENUM ('credentials', 'signIn', 'byHand');

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "allMeetingsKnown" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ExpertGroup" ADD COLUMN     "afternoonFrom" TEXT NOT NULL DEFAULT '15:00',
ADD COLUMN     "afternoonUntil" TEXT NOT NULL DEFAULT '18:00',
ADD COLUMN     "morningFrom" TEXT NOT NULL DEFAULT '10:00',
ADD COLUMN     "morningUntil" TEXT NOT NULL DEFAULT '13:00',
ADD COLUMN     "silenceGraceMinutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "silenceHours" INTEGER NOT NULL DEFAULT 72,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "presidingId" UUID,
ADD COLUMN     "startsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PowersDelegation" ADD COLUMN     "fromMemberId" UUID,
ADD COLUMN     "toMemberId" UUID,
ALTER COLUMN "fromPersonId" DROP NOT NULL,
ALTER COLUMN "toPersonId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "MeetingSuspension" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "MeetingSuspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "symbol" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "date" DATE,
    "asked" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workplan" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "fromYear" INTEGER NOT NULL,
    "untilYear" INTEGER NOT NULL,
    "documentSymbol" TEXT NOT NULL DEFAULT '',
    "proposedByChair" BOOLEAN NOT NULL DEFAULT true,
    "adoptedAtId" UUID,
    "stockTakingYear" INTEGER,
    "listRule" TEXT NOT NULL DEFAULT '',
    "secretariatAssists" BOOLEAN NOT NULL DEFAULT true,
    "circulatedTo" TEXT[],
    "commentsPosted" BOOLEAN NOT NULL DEFAULT true,
    "submittedTo" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Workplan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkplanTopic" (
    "id" UUID NOT NULL,
    "workplanId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "WorkplanTopic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupOfStates" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "GroupOfStatesKind" NOT NULL DEFAULT 'regional',

    CONSTRAINT "GroupOfStates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "id" UUID NOT NULL,
    "groupOfStatesId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "fromOn" DATE,
    "untilOn" DATE,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BureauMember" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "sessionId" UUID,
    "capacity" "BureauCapacity" NOT NULL,
    "title" TEXT NOT NULL,
    "groupOfStatesId" UUID,
    "honorific" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL DEFAULT '',
    "entityId" UUID,
    "email" TEXT NOT NULL DEFAULT '',
    "personId" UUID,
    "fromOn" DATE,
    "untilOn" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "succeedsId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "BureauMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionDecision" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" "SessionStep" NOT NULL,
    "decidedBy" "DecidedBy" NOT NULL,
    "how" "DecidedHow" NOT NULL,
    "decidedOn" DATE NOT NULL,
    "meetingId" UUID,
    "memberId" UUID,
    "remotely" BOOLEAN NOT NULL DEFAULT false,
    "circulatedOn" DATE,
    "startsOn" DATE,
    "endsOn" DATE,
    "format" "SessionFormat",
    "formatWords" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "documentSymbol" TEXT NOT NULL DEFAULT '',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "recordedById" UUID,
    "annulledAt" TIMESTAMPTZ(3),
    "annulledById" UUID,
    "annulReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SessionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingItem" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "meetingId" UUID,
    "date" DATE NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "fromAt" TIMESTAMPTZ(3),
    "untilAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaStep" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "kind" "AgendaStepKind" NOT NULL,
    "date" DATE NOT NULL,
    "meetingId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "recordedById" UUID,

    CONSTRAINT "AgendaStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpeakersList" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "rule" TEXT NOT NULL DEFAULT '',
    "stateMinutes" INTEGER NOT NULL DEFAULT 5,
    "groupMinutes" INTEGER NOT NULL DEFAULT 8,
    "otherMinutes" INTEGER NOT NULL DEFAULT 3,

    CONSTRAINT "SpeakersList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "sessionId" UUID NOT NULL,
    "listId" UUID,
    "meetingId" UUID,
    "agendaItemId" UUID,
    "kind" "StatementKind" NOT NULL DEFAULT 'state',
    "delegationId" UUID,
    "entityId" UUID,
    "groupOfStatesId" UUID,
    "speaker" TEXT NOT NULL,
    "person" TEXT NOT NULL DEFAULT '',
    "onBehalfOfId" UUID,
    "language" TEXT NOT NULL DEFAULT '',
    "position" INTEGER,
    "requestedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "requestedById" UUID,
    "calledAt" TIMESTAMPTZ(3),
    "spokenAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementMember" (
    "statementId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "StatementMember_pkey" PRIMARY KEY ("statementId","entityId")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "meetingId" UUID,
    "entityId" UUID NOT NULL,
    "how" "AttendedHow" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "recordedById" UUID,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceCount" (
    "sessionId" UUID NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "count" INTEGER,
    "provisional" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AttendanceCount_pkey" PRIMARY KEY ("sessionId","kind")
);

-- CreateIndex
CREATE INDEX "MeetingSuspension_meetingId_idx" ON "MeetingSuspension"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_groupId_body_symbol_key" ON "Mandate"("groupId", "body", "symbol");

-- CreateIndex
CREATE INDEX "Workplan_adoptedAtId_idx" ON "Workplan"("adoptedAtId");

-- CreateIndex
CREATE UNIQUE INDEX "Workplan_groupId_fromYear_key" ON "Workplan"("groupId", "fromYear");

-- CreateIndex
CREATE INDEX "WorkplanTopic_workplanId_idx" ON "WorkplanTopic"("workplanId");

-- CreateIndex
CREATE UNIQUE INDEX "GroupOfStates_groupId_name_key" ON "GroupOfStates"("groupId", "name");

-- CreateIndex
CREATE INDEX "GroupMember_groupOfStatesId_idx" ON "GroupMember"("groupOfStatesId");

-- CreateIndex
CREATE INDEX "GroupMember_entityId_idx" ON "GroupMember"("entityId");

-- CreateIndex
CREATE INDEX "BureauMember_groupId_idx" ON "BureauMember"("groupId");

-- CreateIndex
CREATE INDEX "BureauMember_sessionId_idx" ON "BureauMember"("sessionId");

-- CreateIndex
CREATE INDEX "BureauMember_groupOfStatesId_idx" ON "BureauMember"("groupOfStatesId");

-- CreateIndex
CREATE INDEX "BureauMember_entityId_idx" ON "BureauMember"("entityId");

-- CreateIndex
CREATE INDEX "BureauMember_personId_idx" ON "BureauMember"("personId");

-- CreateIndex
CREATE INDEX "BureauMember_succeedsId_idx" ON "BureauMember"("succeedsId");

-- CreateIndex
CREATE INDEX "BureauMember_endedById_idx" ON "BureauMember"("endedById");

-- CreateIndex
CREATE INDEX "SessionDecision_meetingId_idx" ON "SessionDecision"("meetingId");

-- CreateIndex
CREATE INDEX "SessionDecision_memberId_idx" ON "SessionDecision"("memberId");

-- CreateIndex
CREATE INDEX "SessionDecision_recordedById_idx" ON "SessionDecision"("recordedById");

-- CreateIndex
CREATE INDEX "SessionDecision_annulledById_idx" ON "SessionDecision"("annulledById");

-- CreateIndex
CREATE UNIQUE INDEX "SessionDecision_sessionId_number_key" ON "SessionDecision"("sessionId", "number");

-- CreateIndex
CREATE INDEX "MeetingItem_sessionId_idx" ON "MeetingItem"("sessionId");

-- CreateIndex
CREATE INDEX "MeetingItem_meetingId_idx" ON "MeetingItem"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_agendaItemId_meetingId_key" ON "MeetingItem"("agendaItemId", "meetingId");

-- CreateIndex
CREATE INDEX "AgendaStep_sessionId_idx" ON "AgendaStep"("sessionId");

-- CreateIndex
CREATE INDEX "AgendaStep_agendaItemId_idx" ON "AgendaStep"("agendaItemId");

-- CreateIndex
CREATE INDEX "AgendaStep_meetingId_idx" ON "AgendaStep"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaStep_recordedById_idx" ON "AgendaStep"("recordedById");

-- CreateIndex
CREATE INDEX "SpeakersList_agendaItemId_idx" ON "SpeakersList"("agendaItemId");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakersList_sessionId_agendaItemId_key" ON "SpeakersList"("sessionId", "agendaItemId");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakersList_id_sessionId_key" ON "SpeakersList"("id", "sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_sequence_key" ON "Statement"("sequence");

-- CreateIndex
CREATE INDEX "Statement_sessionId_idx" ON "Statement"("sessionId");

-- CreateIndex
CREATE INDEX "Statement_listId_idx" ON "Statement"("listId");

-- CreateIndex
CREATE INDEX "Statement_meetingId_idx" ON "Statement"("meetingId");

-- CreateIndex
CREATE INDEX "Statement_agendaItemId_idx" ON "Statement"("agendaItemId");

-- CreateIndex
CREATE INDEX "Statement_delegationId_idx" ON "Statement"("delegationId");

-- CreateIndex
CREATE INDEX "Statement_entityId_idx" ON "Statement"("entityId");

-- CreateIndex
CREATE INDEX "Statement_groupOfStatesId_idx" ON "Statement"("groupOfStatesId");

-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_idx" ON "Statement"("onBehalfOfId");

-- CreateIndex
CREATE INDEX "Statement_requestedById_idx" ON "Statement"("requestedById");

-- CreateIndex
CREATE INDEX "Statement_withdrawnById_idx" ON "Statement"("withdrawnById");

-- CreateIndex
CREATE INDEX "StatementMember_entityId_idx" ON "StatementMember"("entityId");

-- CreateIndex
CREATE INDEX "Attendance_sessionId_idx" ON "Attendance"("sessionId");

-- CreateIndex
CREATE INDEX "Attendance_meetingId_idx" ON "Attendance"("meetingId");

-- CreateIndex
CREATE INDEX "Attendance_entityId_idx" ON "Attendance"("entityId");

-- CreateIndex
CREATE INDEX "Attendance_recordedById_idx" ON "Attendance"("recordedById");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_id_sessionId_key" ON "AgendaItem"("id", "sessionId");

-- CreateIndex
CREATE INDEX "Meeting_presidingId_idx" ON "Meeting"("presidingId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_id_sessionId_date_key" ON "Meeting"("id", "sessionId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_id_sessionId_key" ON "Meeting"("id", "sessionId");

-- CreateIndex
CREATE INDEX "PowersDelegation_fromMemberId_idx" ON "PowersDelegation"("fromMemberId");

-- CreateIndex
CREATE INDEX "PowersDelegation_toMemberId_idx" ON "PowersDelegation"("toMemberId");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_presidingId_fkey" FOREIGN KEY ("presidingId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSuspension" ADD CONSTRAINT "MeetingSuspension_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_fromMemberId_fkey" FOREIGN KEY ("fromMemberId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_toMemberId_fkey" FOREIGN KEY ("toMemberId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workplan" ADD CONSTRAINT "Workplan_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workplan" ADD CONSTRAINT "Workplan_adoptedAtId_fkey" FOREIGN KEY ("adoptedAtId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkplanTopic" ADD CONSTRAINT "WorkplanTopic_workplanId_fkey" FOREIGN KEY ("workplanId") REFERENCES "Workplan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupOfStates" ADD CONSTRAINT "GroupOfStates_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupOfStatesId_fkey" FOREIGN KEY ("groupOfStatesId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_groupOfStatesId_fkey" FOREIGN KEY ("groupOfStatesId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_succeedsId_fkey" FOREIGN KEY ("succeedsId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_meetingId_sessionId_fkey" FOREIGN KEY ("meetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "BureauMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_annulledById_fkey" FOREIGN KEY ("annulledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_agendaItemId_sessionId_fkey" FOREIGN KEY ("agendaItemId", "sessionId") REFERENCES "AgendaItem"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_meetingId_sessionId_date_fkey" FOREIGN KEY ("meetingId", "sessionId", "date") REFERENCES "Meeting"("id", "sessionId", "date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaStep" ADD CONSTRAINT "AgendaStep_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaStep" ADD CONSTRAINT "AgendaStep_agendaItemId_sessionId_fkey" FOREIGN KEY ("agendaItemId", "sessionId") REFERENCES "AgendaItem"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaStep" ADD CONSTRAINT "AgendaStep_meetingId_sessionId_fkey" FOREIGN KEY ("meetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaStep" ADD CONSTRAINT "AgendaStep_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakersList" ADD CONSTRAINT "SpeakersList_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakersList" ADD CONSTRAINT "SpeakersList_agendaItemId_sessionId_fkey" FOREIGN KEY ("agendaItemId", "sessionId") REFERENCES "AgendaItem"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_listId_sessionId_fkey" FOREIGN KEY ("listId", "sessionId") REFERENCES "SpeakersList"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_meetingId_sessionId_fkey" FOREIGN KEY ("meetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_agendaItemId_sessionId_fkey" FOREIGN KEY ("agendaItemId", "sessionId") REFERENCES "AgendaItem"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_groupOfStatesId_fkey" FOREIGN KEY ("groupOfStatesId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMember" ADD CONSTRAINT "StatementMember_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMember" ADD CONSTRAINT "StatementMember_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_sessionId_fkey" FOREIGN KEY ("meetingId", "sessionId") REFERENCES "Meeting"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceCount" ADD CONSTRAINT "AttendanceCount_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a row says must be possible.
ALTER TABLE "ExpertGroup"
  ADD CONSTRAINT "ExpertGroup_silence_check" CHECK ("silenceHours" >= 1 AND "silenceGraceMinutes" >= 0),
  ADD CONSTRAINT "ExpertGroup_hours_check" CHECK (
    "morningFrom" ~ '^[0-2][0-9]:[0-5][0-9]$' AND "morningUntil" ~ '^[0-2][0-9]:[0-5][0-9]$'
    AND "afternoonFrom" ~ '^[0-2][0-9]:[0-5][0-9]$' AND "afternoonUntil" ~ '^[0-2][0-9]:[0-5][0-9]$'
    AND "morningFrom" < "morningUntil" AND "morningUntil" <= "afternoonFrom" AND "afternoonFrom" < "afternoonUntil");
ALTER TABLE "Meeting"
  ADD CONSTRAINT "Meeting_times_check" CHECK (num_nulls("startsAt", "endsAt") IN (0, 2) AND "endsAt" > "startsAt");
ALTER TABLE "MeetingSuspension"
  ADD CONSTRAINT "MeetingSuspension_times_check" CHECK ("untilAt" >= "fromAt");
ALTER TABLE "MeetingItem"
  ADD CONSTRAINT "MeetingItem_times_check" CHECK ("untilAt" >= "fromAt");
ALTER TABLE "Workplan" ADD CONSTRAINT "Workplan_years_check" CHECK ("untilYear" >= "fromYear");
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_dates_check" CHECK ("untilOn" >= "fromOn");
ALTER TABLE "BureauMember"
  ADD CONSTRAINT "BureauMember_dates_check" CHECK ("untilOn" >= "fromOn"),
  ADD CONSTRAINT "BureauMember_ended_check" CHECK (num_nulls("endedAt", "endedById") IN (0, 2)),
  ADD CONSTRAINT "BureauMember_name_check" CHECK (name <> '' AND title <> ''),
  ADD CONSTRAINT "BureauMember_succeeds_check" CHECK ("succeedsId" <> id);
ALTER TABLE "SessionDecision"
  ADD CONSTRAINT "SessionDecision_dates_check" CHECK (
    num_nulls("startsOn", "endsOn") IN (0, 2) AND ("endsOn" IS NULL OR "endsOn" >= "startsOn")),
  ADD CONSTRAINT "SessionDecision_annulled_check" CHECK (
    num_nulls("annulledAt", "annulledById") IN (0, 2) AND ("annulledAt" IS NULL) = ("annulReason" = ''));
ALTER TABLE "SpeakersList"
  ADD CONSTRAINT "SpeakersList_minutes_check" CHECK ("stateMinutes" > 0 AND "groupMinutes" > 0 AND "otherMinutes" > 0),
  ADD CONSTRAINT "SpeakersList_closed_check" CHECK ("closedAt" >= "opensAt");
ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_speaker_check" CHECK (speaker <> ''),
  ADD CONSTRAINT "Statement_withdrawn_check" CHECK (num_nulls("withdrawnAt", "withdrawnById") IN (0, 2)),
  ADD CONSTRAINT "Statement_ends_once" CHECK ("spokenAt" IS NULL OR "withdrawnAt" IS NULL);
ALTER TABLE "AttendanceCount" ADD CONSTRAINT "AttendanceCount_count_check" CHECK (count >= 0);
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_between_check" CHECK (
  num_nulls("fromPersonId", "toPersonId") IN (0, 2) AND num_nulls("fromMemberId", "toMemberId") IN (0, 2)
  AND num_nonnulls("fromPersonId", "fromMemberId") > 0);

-- A speaker stands once on a list while the statement is to come; who attended is counted once.
CREATE UNIQUE INDEX "Statement_once" ON "Statement" ("listId", "delegationId", kind)
  WHERE "spokenAt" IS NULL AND "withdrawnAt" IS NULL AND "delegationId" IS NOT NULL;
CREATE UNIQUE INDEX "Attendance_of_meeting" ON "Attendance" ("meetingId", "entityId") WHERE "meetingId" IS NOT NULL;
CREATE UNIQUE INDEX "Attendance_of_session" ON "Attendance" ("sessionId", "entityId") WHERE "meetingId" IS NULL;

-- Decisions and steps stay as they were entered; a decision may be annulled.
CREATE TRIGGER "SessionDecision_ends" BEFORE UPDATE OR DELETE ON "SessionDecision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('annulledAt', 'annulledById', 'annulReason');
CREATE TRIGGER "AgendaStep_immutable" BEFORE UPDATE OR DELETE ON "AgendaStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A request keeps its place in time and its speaker; a statement that was made or withdrawn stays so.
CREATE TRIGGER "Statement_kept" BEFORE UPDATE OR DELETE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('meetingId', 'agendaItemId', 'kind', 'person', 'language',
    'position', 'calledAt', 'spokenAt', 'withdrawnAt', 'withdrawnById', 'text');
CREATE TRIGGER "Statement_ended" BEFORE UPDATE ON "Statement"
  FOR EACH ROW WHEN (OLD."spokenAt" IS NOT NULL OR OLD."withdrawnAt" IS NOT NULL)
  EXECUTE FUNCTION refuse_change_but_of('meetingId', 'agendaItemId', 'person', 'language', 'text');

-- Nobody asks for the floor before the list opens or after it closed.
CREATE FUNCTION refuse_early_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "SpeakersList" l WHERE l.id = NEW."listId"
      AND (NEW."requestedAt" < l."opensAt" OR NEW."requestedAt" > l."closedAt")) THEN
    RAISE EXCEPTION '% refuses a request while the list is not open', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Statement_opened" BEFORE INSERT ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refuse_early_request();

-- A meeting lies within the dates of its session, on the day of its hours at the seat, and beside the others. Judged at the
-- end of the transaction, so that new dates may move all meetings.
CREATE FUNCTION refuse_misplaced_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Meeting" m JOIN "Session" s ON s.id = m."sessionId" JOIN "ExpertGroup" g ON g.id = s."groupId"
      WHERE m.id = NEW.id AND (m.date NOT BETWEEN s."startsOn" AND s."endsOn"
        OR m.date <> (m."startsAt" AT TIME ZONE g."timeZone")::date)) THEN
    RAISE EXCEPTION '% refuses a meeting outside the dates of its session', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Meeting_dates" AFTER INSERT OR UPDATE ON "Meeting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_misplaced_meeting();
CREATE FUNCTION refuse_overlapping_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Session" WHERE id = NEW."sessionId" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "Meeting" m JOIN "Meeting" o ON o."sessionId" = m."sessionId" AND o.id <> m.id
      AND o."startsAt" < m."endsAt" AND m."startsAt" < o."endsAt" WHERE m.id = NEW.id) THEN
    RAISE EXCEPTION '% refuses two meetings at one time', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Meeting_overlap" AFTER INSERT OR UPDATE ON "Meeting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_overlapping_meeting();
CREATE FUNCTION refuse_dates_without_meetings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Meeting" m JOIN "Session" s ON s.id = m."sessionId"
      WHERE s.id = NEW.id AND m.date NOT BETWEEN s."startsOn" AND s."endsOn") THEN
    RAISE EXCEPTION '% refuses dates that leave out a meeting', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Session_meetings" AFTER UPDATE OF "startsOn", "endsOn" ON "Session"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_dates_without_meetings();

-- Substance is considered from the adoption of the agenda on.
CREATE FUNCTION refuse_item_before_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "AgendaItem" a WHERE a.id = NEW."agendaItemId" AND a.kind <> 'organizational'
      AND NOT EXISTS (SELECT 1 FROM "AgendaStep" t WHERE t."agendaItemId" = a.id AND t.kind = 'adopted'
        AND t.date <= NEW.date)) THEN
    RAISE EXCEPTION '% refuses an item that was considered before the agenda was adopted', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "MeetingItem_agenda" AFTER INSERT OR UPDATE ON "MeetingItem" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_item_before_adoption();

-- Powers go from the Chair to a Vice-Chair.
CREATE FUNCTION refuse_powers_without_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."toPersonId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Office" o WHERE o."personId" = NEW."toPersonId"
      AND o.kind = 'viceChair' AND o."endedAt" IS NULL AND (o."sessionId" IS NULL OR o."sessionId" = NEW."sessionId"))
    OR EXISTS (SELECT 1 FROM "BureauMember" b, "Session" s WHERE b.id = NEW."toMemberId" AND s.id = NEW."sessionId"
      AND (b.capacity <> 'viceChair' OR b."groupId" <> s."groupId" OR b."sessionId" <> s.id))
    OR EXISTS (SELECT 1 FROM "BureauMember" b, "Session" s WHERE b.id = NEW."fromMemberId" AND s.id = NEW."sessionId"
      AND (b.capacity <> 'chair' OR b."groupId" <> s."groupId" OR b."sessionId" <> s.id)) THEN
    RAISE EXCEPTION '% refuses powers for somebody who holds no office', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PowersDelegation_office" BEFORE INSERT ON "PowersDelegation"
  FOR EACH ROW EXECUTE FUNCTION refuse_powers_without_office();
