-- A decision on a suggested change has a time and a person of its own: authors decline without making a revision, and the
-- decision then belongs to the present one, which is older.
ALTER TABLE "AmendmentDecision" ADD COLUMN "decidedAt" TIMESTAMPTZ(3);
ALTER TABLE "AmendmentDecision" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
ALTER TABLE "AmendmentDecision" ADD COLUMN "decidedById" UUID;

-- A text that was kept was decided when the record says so; all other decisions were made with their revision.
ALTER TABLE "AmendmentDecision" DISABLE TRIGGER "AmendmentDecision_immutable";
UPDATE "AmendmentDecision" AS decision
SET "decidedAt" = coalesce(kept.at, revision."submittedAt"),
  "receivedAt" = coalesce(kept.at, revision."receivedAt", revision."submittedAt"),
  "decidedById" = coalesce(kept."personId", revision."submittedById")
FROM "Revision" AS revision, "Amendment" AS amendment
LEFT JOIN "RecordEntry" AS kept ON kept."subjectId" = amendment.id AND kept.event = 'amendment.textKept'
WHERE revision.id = decision."revisionId" AND amendment.id = decision."amendmentId";
ALTER TABLE "AmendmentDecision" ENABLE TRIGGER "AmendmentDecision_immutable";

ALTER TABLE "AmendmentDecision" ALTER COLUMN "decidedAt" SET NOT NULL;
ALTER TABLE "AmendmentDecision" ALTER COLUMN "decidedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "AmendmentDecision" ALTER COLUMN "receivedAt" SET NOT NULL;
CREATE INDEX "AmendmentDecision_decidedById_idx" ON "AmendmentDecision"("decidedById");
ALTER TABLE "AmendmentDecision" ADD CONSTRAINT "AmendmentDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
