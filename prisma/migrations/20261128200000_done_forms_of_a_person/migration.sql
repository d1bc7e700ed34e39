-- Every foreign key has an index.
CREATE INDEX "DoneForm_personId_idx" ON "DoneForm"("personId");
