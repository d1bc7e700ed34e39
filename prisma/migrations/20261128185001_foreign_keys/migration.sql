-- Every column that names a row has a foreign key, and each pair of columns that belongs together names
-- one row: a revision of this proposal, a wording of this item, a delegation of this session. No foreign
-- key sets a column to null: rows that are referred to stay.

-- Presence of earlier minutes means nothing, and may name whom nobody knows.
DELETE FROM "Presence";

ALTER TABLE "Amendment" DROP CONSTRAINT "Amendment_delegationId_fkey";
ALTER TABLE "Amendment" DROP CONSTRAINT "Amendment_proposalId_fkey";
ALTER TABLE "Comment" DROP CONSTRAINT "Comment_delegationId_fkey";
ALTER TABLE "Comment" DROP CONSTRAINT "Comment_parentId_fkey";
ALTER TABLE "Comment" DROP CONSTRAINT "Comment_proposalId_fkey";
ALTER TABLE "CommentDraft" DROP CONSTRAINT "CommentDraft_parentId_fkey";
ALTER TABLE "ConsolidatedItem" DROP CONSTRAINT "ConsolidatedItem_headingId_fkey";
ALTER TABLE "Disagreement" DROP CONSTRAINT "Disagreement_consolidatedItemId_fkey";
ALTER TABLE "Draft" DROP CONSTRAINT "Draft_agendaItemId_fkey";
ALTER TABLE "Draft" DROP CONSTRAINT "Draft_delegationId_fkey";
ALTER TABLE "Draft" DROP CONSTRAINT "Draft_proposalId_fkey";
ALTER TABLE "Item" DROP CONSTRAINT "Item_headingId_fkey";
ALTER TABLE "ItemStanding" DROP CONSTRAINT "ItemStanding_itemId_fkey";
ALTER TABLE "Lineage" DROP CONSTRAINT "Lineage_consolidatedItemId_fkey";
ALTER TABLE "Office" DROP CONSTRAINT "Office_sessionId_fkey";
ALTER TABLE "Panellist" DROP CONSTRAINT "Panellist_agendaItemId_fkey";
ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_agendaItemId_fkey";
ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_delegationId_fkey";
ALTER TABLE "RecordEntry" DROP CONSTRAINT "RecordEntry_sessionId_fkey";
ALTER TABLE "Revision" DROP CONSTRAINT "Revision_draftId_fkey";

-- What the pairs refer to, and an index for every foreign key.
CREATE INDEX "Amendment_releasedById_idx" ON "Amendment"("releasedById");
CREATE INDEX "Amendment_withdrawnById_idx" ON "Amendment"("withdrawnById");
CREATE INDEX "AmendmentAnswer_answeredById_idx" ON "AmendmentAnswer"("answeredById");
CREATE INDEX "AmendmentAnswer_delegationId_idx" ON "AmendmentAnswer"("delegationId");
CREATE INDEX "AmendmentCoSponsorship_joinedById_idx" ON "AmendmentCoSponsorship"("joinedById");
CREATE INDEX "AmendmentCoSponsorship_leftById_idx" ON "AmendmentCoSponsorship"("leftById");
CREATE INDEX "AmendmentDraft_createdById_idx" ON "AmendmentDraft"("createdById");
CREATE INDEX "AmendmentDraft_updatedById_idx" ON "AmendmentDraft"("updatedById");
CREATE INDEX "CoSponsorship_joinedById_idx" ON "CoSponsorship"("joinedById");
CREATE INDEX "CoSponsorship_leftById_idx" ON "CoSponsorship"("leftById");
CREATE INDEX "Comment_releasedById_idx" ON "Comment"("releasedById");
CREATE INDEX "CommentDraft_parentId_idx" ON "CommentDraft"("parentId");
CREATE INDEX "CommentDraft_createdById_idx" ON "CommentDraft"("createdById");
CREATE INDEX "CommentDraft_updatedById_idx" ON "CommentDraft"("updatedById");
CREATE UNIQUE INDEX "ConsolidatedHeading_id_listId_key" ON "ConsolidatedHeading"("id", "listId");
CREATE INDEX "ConsolidatedItem_createdById_idx" ON "ConsolidatedItem"("createdById");
CREATE INDEX "ConsolidatedItem_deletedById_idx" ON "ConsolidatedItem"("deletedById");
CREATE UNIQUE INDEX "ConsolidatedItem_id_listId_key" ON "ConsolidatedItem"("id", "listId");
CREATE INDEX "ConsolidatedList_createdById_idx" ON "ConsolidatedList"("createdById");
CREATE INDEX "ConsolidatedList_adoptedById_idx" ON "ConsolidatedList"("adoptedById");
CREATE INDEX "ConsolidatedList_onScreenItemId_idx" ON "ConsolidatedList"("onScreenItemId");
CREATE INDEX "ConsolidatedText_createdById_idx" ON "ConsolidatedText"("createdById");
CREATE INDEX "Corrigendum_issuedById_idx" ON "Corrigendum"("issuedById");
CREATE INDEX "Delegation_entityId_idx" ON "Delegation"("entityId");
CREATE UNIQUE INDEX "Delegation_id_sessionId_key" ON "Delegation"("id", "sessionId");
CREATE INDEX "CoveredList_chosenById_idx" ON "CoveredList"("chosenById");
CREATE INDEX "DeskAct_byId_idx" ON "DeskAct"("byId");
CREATE INDEX "Disagreement_consolidatedItemId_idx" ON "Disagreement"("consolidatedItemId");
CREATE INDEX "Disagreement_statedById_idx" ON "Disagreement"("statedById");
CREATE INDEX "Disagreement_withdrawnById_idx" ON "Disagreement"("withdrawnById");
CREATE INDEX "Draft_proposalId_idx" ON "Draft"("proposalId");
CREATE INDEX "Draft_agendaItemId_idx" ON "Draft"("agendaItemId");
CREATE INDEX "Draft_createdById_idx" ON "Draft"("createdById");
CREATE INDEX "Draft_updatedById_idx" ON "Draft"("updatedById");
CREATE INDEX "ImportDraft_createdById_idx" ON "ImportDraft"("createdById");
CREATE INDEX "ImportDraft_issuedById_idx" ON "ImportDraft"("issuedById");
CREATE INDEX "ImportDraft_discardedById_idx" ON "ImportDraft"("discardedById");
CREATE INDEX "ItemStanding_byId_idx" ON "ItemStanding"("byId");
CREATE INDEX "ItemStanding_onBehalfOfId_idx" ON "ItemStanding"("onBehalfOfId");
CREATE INDEX "Joining_createdById_idx" ON "Joining"("createdById");
CREATE INDEX "Joining_updatedById_idx" ON "Joining"("updatedById");
CREATE INDEX "LastLooked_personId_idx" ON "LastLooked"("personId");
CREATE INDEX "Lineage_linkedById_idx" ON "Lineage"("linkedById");
CREATE INDEX "Lineage_unlinkedById_idx" ON "Lineage"("unlinkedById");
CREATE UNIQUE INDEX "ListHeading_id_listId_key" ON "ListHeading"("id", "listId");
CREATE INDEX "NotSimilar_saidById_idx" ON "NotSimilar"("saidById");
CREATE INDEX "NotSimilar_itemId_idx" ON "NotSimilar"("itemId");
CREATE INDEX "NotSimilar_otherId_idx" ON "NotSimilar"("otherId");
CREATE INDEX "Objection_raisedById_idx" ON "Objection"("raisedById");
CREATE INDEX "Objection_withdrawnById_idx" ON "Objection"("withdrawnById");
CREATE INDEX "Outcome_decidedById_idx" ON "Outcome"("decidedById");
CREATE INDEX "Panellist_agendaItemId_idx" ON "Panellist"("agendaItemId");
CREATE INDEX "Period_openedById_idx" ON "Period"("openedById");
CREATE INDEX "Period_closedById_idx" ON "Period"("closedById");
CREATE INDEX "PowersDelegation_fromPersonId_idx" ON "PowersDelegation"("fromPersonId");
CREATE INDEX "PowersDelegation_toPersonId_idx" ON "PowersDelegation"("toPersonId");
CREATE INDEX "PowersDelegation_endedById_idx" ON "PowersDelegation"("endedById");
CREATE INDEX "PreliminaryList_createdById_idx" ON "PreliminaryList"("createdById");
CREATE INDEX "PreliminaryList_issuedById_idx" ON "PreliminaryList"("issuedById");
CREATE INDEX "Presence_personId_idx" ON "Presence"("personId");
CREATE INDEX "Proposal_delegationId_idx" ON "Proposal"("delegationId");
CREATE INDEX "Proposal_agendaItemId_idx" ON "Proposal"("agendaItemId");
CREATE INDEX "Proposal_submittedById_idx" ON "Proposal"("submittedById");
CREATE INDEX "Proposal_withdrawnById_idx" ON "Proposal"("withdrawnById");
CREATE UNIQUE INDEX "Proposal_id_sessionId_key" ON "Proposal"("id", "sessionId");
CREATE INDEX "RecordEntry_delegationId_idx" ON "RecordEntry"("delegationId");
CREATE INDEX "Revision_delegationId_idx" ON "Revision"("delegationId");
CREATE INDEX "Revision_submittedById_idx" ON "Revision"("submittedById");
CREATE INDEX "ScreenText_updatedById_idx" ON "ScreenText"("updatedById");
CREATE INDEX "Session_createdById_idx" ON "Session"("createdById");
CREATE INDEX "Snapshot_takenById_idx" ON "Snapshot"("takenById");
CREATE INDEX "Snapshot_undoneById_idx" ON "Snapshot"("undoneById");
CREATE INDEX "Support_statedById_idx" ON "Support"("statedById");
CREATE INDEX "Support_withdrawnById_idx" ON "Support"("withdrawnById");

-- Not valid at first: the rows that there are come below. Deferred where one act writes both rows.
ALTER TABLE "Office" ADD CONSTRAINT "Office_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Session" ADD CONSTRAINT "Session_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Panellist" ADD CONSTRAINT "Panellist_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Period" ADD CONSTRAINT "Period_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Period" ADD CONSTRAINT "Period_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_proposalId_sessionId_fkey" FOREIGN KEY ("proposalId", "sessionId") REFERENCES "Proposal"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_proposalId_baseNumber_fkey" FOREIGN KEY ("proposalId", "baseNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_id_currentNumber_fkey" FOREIGN KEY ("id", "currentNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_joinedById_fkey" FOREIGN KEY ("joinedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_leftById_fkey" FOREIGN KEY ("leftById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CoSponsorship" ADD CONSTRAINT "CoSponsorship_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PreliminaryList" ADD CONSTRAINT "PreliminaryList_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PreliminaryList" ADD CONSTRAINT "PreliminaryList_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Item" ADD CONSTRAINT "Item_headingId_listId_fkey" FOREIGN KEY ("headingId", "listId") REFERENCES "ListHeading"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ItemProposal" ADD CONSTRAINT "ItemProposal_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_proposalId_sessionId_fkey" FOREIGN KEY ("proposalId", "sessionId") REFERENCES "Proposal"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentCoSponsorship" ADD CONSTRAINT "AmendmentCoSponsorship_joinedById_fkey" FOREIGN KEY ("joinedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentCoSponsorship" ADD CONSTRAINT "AmendmentCoSponsorship_leftById_fkey" FOREIGN KEY ("leftById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentAnswer" ADD CONSTRAINT "AmendmentAnswer_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AmendmentAnswer" ADD CONSTRAINT "AmendmentAnswer_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Joining" ADD CONSTRAINT "Joining_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Joining" ADD CONSTRAINT "Joining_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Joining" ADD CONSTRAINT "Joining_proposalId_baseNumber_fkey" FOREIGN KEY ("proposalId", "baseNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_proposalId_sessionId_fkey" FOREIGN KEY ("proposalId", "sessionId") REFERENCES "Proposal"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_proposalId_revisionNumber_fkey" FOREIGN KEY ("proposalId", "revisionNumber") REFERENCES "Revision"("proposalId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_adoptedById_fkey" FOREIGN KEY ("adoptedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedList" ADD CONSTRAINT "ConsolidatedList_onScreenItemId_id_fkey" FOREIGN KEY ("onScreenItemId", "id") REFERENCES "ConsolidatedItem"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_headingId_listId_fkey" FOREIGN KEY ("headingId", "listId") REFERENCES "ConsolidatedHeading"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_deletedById_fkey" FOREIGN KEY ("deletedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_id_currentNumber_fkey" FOREIGN KEY ("id", "currentNumber") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
ALTER TABLE "ConsolidatedText" ADD CONSTRAINT "ConsolidatedText_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_consolidatedItemId_listId_fkey" FOREIGN KEY ("consolidatedItemId", "listId") REFERENCES "ConsolidatedItem"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_linkedById_fkey" FOREIGN KEY ("linkedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_unlinkedById_fkey" FOREIGN KEY ("unlinkedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_itemId_listId_fkey" FOREIGN KEY ("itemId", "listId") REFERENCES "ConsolidatedItem"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ItemStanding" ADD CONSTRAINT "ItemStanding_itemId_wording_fkey" FOREIGN KEY ("itemId", "wording") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_itemId_wording_fkey" FOREIGN KEY ("itemId", "wording") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Support" ADD CONSTRAINT "Support_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Support" ADD CONSTRAINT "Support_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Support" ADD CONSTRAINT "Support_itemId_wording_fkey" FOREIGN KEY ("itemId", "wording") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_consolidatedItemId_listId_fkey" FOREIGN KEY ("consolidatedItemId", "listId") REFERENCES "ConsolidatedItem"("id", "listId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_consolidatedItemId_wording_fkey" FOREIGN KEY ("consolidatedItemId", "wording") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "DeskAct" ADD CONSTRAINT "DeskAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "DeskAct" ADD CONSTRAINT "DeskAct_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "DeskAct"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_fromPersonId_fkey" FOREIGN KEY ("fromPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_toPersonId_fkey" FOREIGN KEY ("toPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PowersDelegation" ADD CONSTRAINT "PowersDelegation_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ScreenText" ADD CONSTRAINT "ScreenText_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ScreenText" ADD CONSTRAINT "ScreenText_itemId_baseNumber_fkey" FOREIGN KEY ("itemId", "baseNumber") REFERENCES "ConsolidatedText"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Corrigendum" ADD CONSTRAINT "Corrigendum_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "NotSimilar" ADD CONSTRAINT "NotSimilar_saidById_fkey" FOREIGN KEY ("saidById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "NotSimilar" ADD CONSTRAINT "NotSimilar_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ConsolidatedList"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "NotSimilar" ADD CONSTRAINT "NotSimilar_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "NotSimilar" ADD CONSTRAINT "NotSimilar_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "LastLooked" ADD CONSTRAINT "LastLooked_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "LastLooked" ADD CONSTRAINT "LastLooked_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_delegationId_sessionId_fkey" FOREIGN KEY ("delegationId", "sessionId") REFERENCES "Delegation"("id", "sessionId") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;

-- Are the rows that there are in order? One sentence names all that are not.
DO $$
DECLARE
  added record;
  broken text := '';
  detail text;
BEGIN
  FOR added IN
    SELECT conname, conrelid::regclass AS place, relname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
    WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY relname, conname
  LOOP
    BEGIN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', added.place, added.conname);
    EXCEPTION WHEN foreign_key_violation OR check_violation THEN
      GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
      broken := broken || format(' %s (%s)', added.conname, coalesce(nullif(detail, ''), 'a row of ' || added.relname));
    END;
  END LOOP;
  IF broken <> '' THEN
    RAISE EXCEPTION 'Rows of this database break rules that it keeps from this version on; correct them and start again:%', broken
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;
