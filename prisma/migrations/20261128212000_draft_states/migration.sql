-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "discardedById" UUID;

-- CreateTable
CREATE TABLE "DraftState" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,

    CONSTRAINT "DraftState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftNote" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "writtenById" UUID NOT NULL,

    CONSTRAINT "DraftNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DraftState_writtenById_idx" ON "DraftState"("writtenById");

-- CreateIndex
CREATE UNIQUE INDEX "DraftState_draftId_version_key" ON "DraftState"("draftId", "version");

-- CreateIndex
CREATE INDEX "DraftNote_draftId_idx" ON "DraftNote"("draftId");

-- CreateIndex
CREATE INDEX "DraftNote_writtenById_idx" ON "DraftNote"("writtenById");

-- CreateIndex
CREATE INDEX "Draft_discardedById_idx" ON "Draft"("discardedById");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_discardedById_fkey" FOREIGN KEY ("discardedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftState" ADD CONSTRAINT "DraftState_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftState" ADD CONSTRAINT "DraftState_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftNote" ADD CONSTRAINT "DraftNote_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftNote" ADD CONSTRAINT "DraftNote_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what was discarded was discarded by somebody.
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_discarded_check"
  CHECK ("discardedById" IS NULL OR "discardedAt" IS NOT NULL);
ALTER TABLE "DraftState" ADD CONSTRAINT "DraftState_version_check" CHECK (version >= 1);
ALTER TABLE "DraftNote" ADD CONSTRAINT "DraftNote_text_check" CHECK (btrim(text) <> '');

-- What was kept and what was told stays as it was.
CREATE TRIGGER "DraftState_immutable" BEFORE UPDATE OR DELETE ON "DraftState"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DraftNote_immutable" BEFORE UPDATE OR DELETE ON "DraftNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
