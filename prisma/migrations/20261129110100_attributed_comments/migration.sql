-- Suggested changes and comments on behalf of a group of States. A version of a suggested change, and a comment that takes
-- the place of another under the same group, refer to the attribution of the earlier one.
ALTER TABLE "AmendmentDraft" ADD COLUMN "onBehalfOfId" UUID;
ALTER TABLE "Amendment" ADD COLUMN "attributionId" UUID;
ALTER TABLE "CommentDraft" ADD COLUMN "onBehalfOfId" UUID;
ALTER TABLE "Comment" ADD COLUMN "attributionId" UUID;

CREATE INDEX "AmendmentDraft_onBehalfOfId_idx" ON "AmendmentDraft"("onBehalfOfId");
CREATE INDEX "Amendment_attributionId_sessionId_delegationId_idx" ON "Amendment"("attributionId", "sessionId", "delegationId");
CREATE INDEX "CommentDraft_onBehalfOfId_idx" ON "CommentDraft"("onBehalfOfId");
CREATE INDEX "Comment_attributionId_sessionId_delegationId_idx" ON "Comment"("attributionId", "sessionId", "delegationId");

ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_attributionId_sessionId_delegationId_fkey" FOREIGN KEY ("attributionId", "sessionId", "delegationId") REFERENCES "GroupAttribution"("id", "sessionId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "GroupOfStates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_attributionId_sessionId_delegationId_fkey" FOREIGN KEY ("attributionId", "sessionId", "delegationId") REFERENCES "GroupAttribution"("id", "sessionId", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;
