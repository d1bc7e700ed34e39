-- The record names persons that are there.
CREATE INDEX "RecordEntry_personId_idx" ON "RecordEntry"("personId");
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_personId_fkey"
  FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
