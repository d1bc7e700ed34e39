-- The list of proposals reads proposals alone: beside them stand many times as many comments.
CREATE INDEX "SearchEntry_proposals_idx" ON "SearchEntry" USING GIN ("vector") WITH (fastupdate = off)
  WHERE audience = 'group' AND kind = 'proposal';
