-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "releaseAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "releaseAskedById" UUID;

-- CreateIndex
CREATE INDEX "Draft_releaseAskedById_idx" ON "Draft"("releaseAskedById");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_releaseAskedById_fkey" FOREIGN KEY ("releaseAskedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever asks asks at a time.
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_releaseAsked_check"
  CHECK (("releaseAskedAt" IS NULL) = ("releaseAskedById" IS NULL));
