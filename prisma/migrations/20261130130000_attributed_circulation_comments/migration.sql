-- Comments on circulated lists on behalf of a group of States. A comment that takes the place of another under the same
-- group refers to the attribution of the earlier one.
ALTER TABLE "CirculationDraft" ADD COLUMN "onBehalfOfId" UUID;
ALTER TABLE "CirculationComment" ADD COLUMN "attributionId" UUID;

CREATE INDEX "CirculationDraft_onBehalfOfId_idx" ON "CirculationDraft"("onBehalfOfId");
CREATE INDEX "CirculationComment_attributionId_sessionId_delegationId_idx" ON "CirculationComment"("attributionId", "sessionId", "delegationId");

ALTER TABLE "CirculationDraft" ADD CONSTRAINT "CirculationDraft_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CirculationComment" ADD CONSTRAINT "CirculationComment_attributionId_sessionId_delegationId_fkey" FOREIGN KEY ("attributionId", "sessionId", "delegationId") REFERENCES "GroupAttribution"("id", "sessionId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;
