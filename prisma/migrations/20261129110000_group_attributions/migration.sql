-- What is submitted on behalf of a group of States, with its members on that day, and members that dissociate themselves.
CREATE TABLE "GroupAttribution" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "groupOfStatesId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "GroupAttribution_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "AttributedMember" (
    "attributionId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,

    CONSTRAINT "AttributedMember_pkey" PRIMARY KEY ("attributionId","entityId")
);
CREATE TABLE "Dissociation" (
    "id" UUID NOT NULL,
    "attributionId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "statedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "statedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Dissociation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Dissociation_end_check" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL))
);
ALTER TABLE "Draft" ADD COLUMN "onBehalfOfId" UUID;
ALTER TABLE "Proposal" ADD COLUMN "attributionId" UUID;

CREATE UNIQUE INDEX "Delegation_id_entityId_key" ON "Delegation"("id", "entityId");
CREATE UNIQUE INDEX "GroupAttribution_id_sessionId_delegationId_key" ON "GroupAttribution"("id", "sessionId", "delegationId");
CREATE INDEX "GroupAttribution_sessionId_idx" ON "GroupAttribution"("sessionId");
CREATE INDEX "GroupAttribution_delegationId_sessionId_idx" ON "GroupAttribution"("delegationId", "sessionId");
CREATE INDEX "GroupAttribution_groupOfStatesId_idx" ON "GroupAttribution"("groupOfStatesId");
CREATE INDEX "AttributedMember_entityId_idx" ON "AttributedMember"("entityId");
CREATE INDEX "Dissociation_attributionId_entityId_idx" ON "Dissociation"("attributionId", "entityId");
CREATE INDEX "Dissociation_delegationId_entityId_idx" ON "Dissociation"("delegationId", "entityId");
CREATE INDEX "Dissociation_statedById_idx" ON "Dissociation"("statedById");
CREATE INDEX "Dissociation_endedById_idx" ON "Dissociation"("endedById");
CREATE UNIQUE INDEX "Dissociation_active_key" ON "Dissociation"("attributionId", "entityId") WHERE "endedAt" IS NULL;
CREATE INDEX "Draft_onBehalfOfId_idx" ON "Draft"("onBehalfOfId");
CREATE INDEX "Proposal_attributionId_sessionId_delegationId_idx" ON "Proposal"("attributionId", "sessionId", "delegationId");

ALTER TABLE "GroupAttribution" ADD CONSTRAINT "GroupAttribution_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GroupAttribution" ADD CONSTRAINT "GroupAttribution_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GroupAttribution" ADD CONSTRAINT "GroupAttribution_groupOfStatesId_fkey" FOREIGN KEY ("groupOfStatesId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AttributedMember" ADD CONSTRAINT "AttributedMember_attributionId_fkey" FOREIGN KEY ("attributionId") REFERENCES "GroupAttribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AttributedMember" ADD CONSTRAINT "AttributedMember_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissociation" ADD CONSTRAINT "Dissociation_attributionId_entityId_fkey" FOREIGN KEY ("attributionId", "entityId") REFERENCES "AttributedMember"("attributionId", "entityId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissociation" ADD CONSTRAINT "Dissociation_delegationId_entityId_fkey" FOREIGN KEY ("delegationId", "entityId") REFERENCES "Delegation"("id", "entityId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissociation" ADD CONSTRAINT "Dissociation_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissociation" ADD CONSTRAINT "Dissociation_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_attributionId_sessionId_delegationId_fkey" FOREIGN KEY ("attributionId", "sessionId", "delegationId") REFERENCES "GroupAttribution"("id", "sessionId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "GroupAttribution_immutable" BEFORE UPDATE OR DELETE ON "GroupAttribution"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AttributedMember_immutable" BEFORE UPDATE OR DELETE ON "AttributedMember"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Dissociation_ends" BEFORE UPDATE OR DELETE ON "Dissociation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('endedAt', 'endedById');

-- The members of that day are written by the transaction that writes the attribution, and by no later one.
CREATE FUNCTION refuse_later_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "GroupAttribution" WHERE id = NEW."attributionId" AND "createdAt" = transaction_timestamp()) THEN
    RAISE EXCEPTION '% refuses to add a row to "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AttributedMember_at_submission" BEFORE INSERT ON "AttributedMember"
  FOR EACH ROW EXECUTE FUNCTION refuse_later_member();

-- The State that submitted a text cannot dissociate itself from it: it may withdraw it.
CREATE FUNCTION refuse_dissociation_of_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "GroupAttribution" a JOIN "Delegation" d ON d.id = a."delegationId"
    WHERE a.id = NEW."attributionId" AND d."entityId" = NEW."entityId") THEN
    RAISE EXCEPTION '% refuses this row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Dissociation_of_member" BEFORE INSERT ON "Dissociation"
  FOR EACH ROW EXECUTE FUNCTION refuse_dissociation_of_author();
