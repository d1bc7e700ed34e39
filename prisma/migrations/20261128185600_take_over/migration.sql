-- A Member State takes over a proposal that its authors withdrew. It ends once, when that State withdraws it.
CREATE TABLE "TakeOver" (
  "id" UUID NOT NULL,
  "proposalId" UUID NOT NULL,
  "delegationId" UUID NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "takenById" UUID NOT NULL,
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  CONSTRAINT "TakeOver_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "TakeOver_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "TakeOver_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "TakeOver_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "TakeOver_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "TakeOver_ended_check" CHECK (num_nulls("endedAt", "endedById") IN (0, 2))
);
CREATE UNIQUE INDEX "TakeOver_one_active" ON "TakeOver" ("proposalId") WHERE "endedAt" IS NULL;
CREATE INDEX "TakeOver_proposalId_idx" ON "TakeOver" ("proposalId");
CREATE INDEX "TakeOver_delegationId_idx" ON "TakeOver" ("delegationId");
CREATE INDEX "TakeOver_takenById_idx" ON "TakeOver" ("takenById");
CREATE INDEX "TakeOver_endedById_idx" ON "TakeOver" ("endedById");
CREATE TRIGGER "TakeOver_ends" BEFORE UPDATE OR DELETE ON "TakeOver"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('endedAt', 'endedById');
