-- CreateTable
CREATE TABLE "Support" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "wording" INTEGER NOT NULL,
    "delegationId" UUID NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "statedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Support_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Support_itemId_idx" ON "Support"("itemId");

-- CreateIndex
CREATE INDEX "Support_delegationId_idx" ON "Support"("delegationId");

-- AddForeignKey
ALTER TABLE "Support" ADD CONSTRAINT "Support_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ConsolidatedItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Support" ADD CONSTRAINT "Support_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A delegation speaks for a wording once, until it withdraws.
CREATE UNIQUE INDEX "Support_living_key" ON "Support" ("itemId", "delegationId", "wording") WHERE "withdrawnAt" IS NULL;
