-- A ruling of the Chair in its own words, and the decision that the room has before it.
ALTER TYPE "SessionStep" ADD VALUE 'ruled';

ALTER TABLE "Session" ADD COLUMN "decisionOnScreenId" UUID;

CREATE UNIQUE INDEX "SessionDecision_id_sessionId_key" ON "SessionDecision"("id", "sessionId");
CREATE INDEX "Session_decisionOnScreenId_idx" ON "Session"("decisionOnScreenId");

ALTER TABLE "Session" ADD CONSTRAINT "Session_decisionOnScreenId_id_fkey"
  FOREIGN KEY ("decisionOnScreenId", "id") REFERENCES "SessionDecision"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As text, because a new value of an enumeration cannot be used in the transaction that adds it.
ALTER TABLE "SessionDecision" ADD CONSTRAINT "SessionDecision_ruled_check" CHECK (
  step::text <> 'ruled' OR ("decidedBy"::text = 'chair' AND how::text = 'ruling' AND reason <> ''));
