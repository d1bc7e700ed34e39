-- A piece of a paper may speak on behalf of a group of States, as the comment in hand that it becomes.
ALTER TABLE "PaperPiece" ADD COLUMN "onBehalfOfId" UUID;
CREATE INDEX "PaperPiece_onBehalfOfId_idx" ON "PaperPiece"("onBehalfOfId");
ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
