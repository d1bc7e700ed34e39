-- AlterTable
ALTER TABLE "ConsolidatedText" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Corrigendum" ALTER COLUMN "issuedAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Disagreement" ADD COLUMN     "consolidatedItemId" UUID,
ADD COLUMN     "wording" INTEGER,
ALTER COLUMN "statedAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Lineage" ALTER COLUMN "linkedAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Outcome" ALTER COLUMN "decidedAt" SET DEFAULT clock_timestamp();

-- CreateTable
CREATE TABLE "DeskAct" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "byId" UUID NOT NULL,
    "undoesId" UUID,

    CONSTRAINT "DeskAct_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DeskAct_undoesId_key" ON "DeskAct"("undoesId");

-- CreateIndex
CREATE UNIQUE INDEX "DeskAct_listId_version_key" ON "DeskAct"("listId", "version");

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_consolidatedItemId_fkey" FOREIGN KEY ("consolidatedItemId") REFERENCES "ConsolidatedItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskAct" ADD CONSTRAINT "DeskAct_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say: one living disagreement of a delegation on each pair of items.
CREATE UNIQUE INDEX "Disagreement_living_key" ON "Disagreement"("itemId", "delegationId", "consolidatedItemId")
  NULLS NOT DISTINCT WHERE "withdrawnAt" IS NULL;
