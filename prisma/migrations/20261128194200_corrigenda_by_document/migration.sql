-- A corrigendum is proposed by one person, released by another, and numbered within the document.
ALTER TABLE "Corrigendum" ADD COLUMN "listId" UUID, ADD COLUMN "proposedById" UUID;
ALTER TABLE "Corrigendum" DISABLE TRIGGER "Corrigendum_immutable";
DROP INDEX "Corrigendum_itemId_number_key";
UPDATE "Corrigendum" c SET "listId" = n."listId", number = n.number
FROM (SELECT x.id, i."listId",
    row_number() OVER (PARTITION BY i."listId" ORDER BY x."issuedAt", x.number, x.id) AS number
  FROM "Corrigendum" x JOIN "ConsolidatedItem" i ON i.id = x."itemId") n
WHERE n.id = c.id;
ALTER TABLE "Corrigendum" ENABLE TRIGGER "Corrigendum_immutable";
ALTER TABLE "Corrigendum" ALTER COLUMN "listId" SET NOT NULL;
CREATE UNIQUE INDEX "Corrigendum_listId_number_key" ON "Corrigendum"("listId", "number");
CREATE INDEX "Corrigendum_itemId_idx" ON "Corrigendum"("itemId");
CREATE INDEX "Corrigendum_proposedById_idx" ON "Corrigendum"("proposedById");
ALTER TABLE "Corrigendum" DROP CONSTRAINT "Corrigendum_itemId_fkey";
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_itemId_listId_fkey" FOREIGN KEY ("itemId", "listId")
  REFERENCES "ConsolidatedItem"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_listId_fkey"
  FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_proposedById_fkey"
  FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_by_two" CHECK ("issuedById" <> "proposedById");

CREATE TABLE "ProposedCorrigendum" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "proposedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),
    "discardedById" UUID,

    CONSTRAINT "ProposedCorrigendum_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ProposedCorrigendum_ends_once" CHECK ("releasedAt" IS NULL OR "discardedAt" IS NULL)
);
CREATE INDEX "ProposedCorrigendum_itemId_idx" ON "ProposedCorrigendum"("itemId");
CREATE INDEX "ProposedCorrigendum_proposedById_idx" ON "ProposedCorrigendum"("proposedById");
CREATE INDEX "ProposedCorrigendum_discardedById_idx" ON "ProposedCorrigendum"("discardedById");
CREATE UNIQUE INDEX "ProposedCorrigendum_one_of_an_item" ON "ProposedCorrigendum"("itemId")
  WHERE "releasedAt" IS NULL AND "discardedAt" IS NULL;
ALTER TABLE "ProposedCorrigendum" ADD CONSTRAINT "ProposedCorrigendum_itemId_fkey"
  FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProposedCorrigendum" ADD CONSTRAINT "ProposedCorrigendum_proposedById_fkey"
  FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProposedCorrigendum" ADD CONSTRAINT "ProposedCorrigendum_discardedById_fkey"
  FOREIGN KEY ("discardedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
