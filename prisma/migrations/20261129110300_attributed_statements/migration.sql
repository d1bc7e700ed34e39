-- Statements for groups of States keep their members in the one table of attributions, so that a member can dissociate
-- itself from them as well. A group that is not in the register has its name alone; a statement that the Secretariat entered
-- may be nobody's but the group's.
ALTER TABLE "GroupAttribution" ALTER COLUMN "delegationId" DROP NOT NULL;
ALTER TABLE "GroupAttribution" ALTER COLUMN "groupOfStatesId" DROP NOT NULL;
ALTER TABLE "Statement" ADD COLUMN "attributionId" UUID;

ALTER TABLE "Statement" DISABLE TRIGGER "Statement_kept";
ALTER TABLE "Statement" DISABLE TRIGGER "Statement_ended";
ALTER TABLE "AttributedMember" DISABLE TRIGGER "AttributedMember_at_submission";
UPDATE "Statement" s SET "attributionId" = gen_random_uuid()
  WHERE EXISTS (SELECT 1 FROM "StatementMember" m WHERE m."statementId" = s.id);
INSERT INTO "GroupAttribution" ("id", "sessionId", "delegationId", "groupOfStatesId", "name", "receivedAt")
  SELECT s."attributionId", s."sessionId", s."delegationId", g.id,
    coalesce(g.name, CASE WHEN s.kind = 'group' THEN s.speaker END, 'group of States'), s."requestedAt"
  FROM "Statement" s LEFT JOIN "GroupOfStates" g ON g.id = coalesce(s."onBehalfOfId", s."groupOfStatesId")
  WHERE s."attributionId" IS NOT NULL;
INSERT INTO "AttributedMember" ("attributionId", "entityId", "name", "sortKey")
  SELECT s."attributionId", m."entityId", m.name, e."sortKey"
  FROM "StatementMember" m JOIN "Statement" s ON s.id = m."statementId" JOIN "Entity" e ON e.id = m."entityId";
ALTER TABLE "AttributedMember" ENABLE TRIGGER "AttributedMember_at_submission";
ALTER TABLE "Statement" ENABLE TRIGGER "Statement_ended";
ALTER TABLE "Statement" ENABLE TRIGGER "Statement_kept";
DROP TABLE "StatementMember";

CREATE INDEX "Statement_attributionId_idx" ON "Statement"("attributionId");
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_attributionId_fkey" FOREIGN KEY ("attributionId") REFERENCES "GroupAttribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
