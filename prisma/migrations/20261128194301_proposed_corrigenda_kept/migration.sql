-- A proposed corrigendum is released or discarded as it was proposed, and a corrigendum is of an adopted list.
CREATE TRIGGER "ProposedCorrigendum_ends" BEFORE UPDATE OR DELETE ON "ProposedCorrigendum"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of('releasedAt', 'discardedAt', 'discardedById');
CREATE TRIGGER "ProposedCorrigendum_ended" BEFORE UPDATE ON "ProposedCorrigendum"
  FOR EACH ROW WHEN (coalesce(OLD."releasedAt", OLD."discardedAt") IS NOT NULL AND OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION refuse_change();
ALTER TABLE "ProposedCorrigendum" ADD CONSTRAINT "ProposedCorrigendum_discarded_check"
  CHECK (num_nulls("discardedAt", "discardedById") IN (0, 2));
ALTER TABLE "ProposedCorrigendum" ADD CONSTRAINT "ProposedCorrigendum_textHash_check"
  CHECK ("textHash" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION refuse_before_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ConsolidatedItem" i JOIN "ConsolidatedList" l ON l.id = i."listId"
      WHERE i.id = NEW."itemId" AND l."adoptedAt" IS NOT NULL) THEN
    RAISE EXCEPTION '% refuses a corrigendum of a list that is not adopted', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Corrigendum_after_adoption" BEFORE INSERT ON "Corrigendum"
  FOR EACH ROW EXECUTE FUNCTION refuse_before_adoption();
CREATE TRIGGER "ProposedCorrigendum_after_adoption" BEFORE INSERT ON "ProposedCorrigendum"
  FOR EACH ROW EXECUTE FUNCTION refuse_before_adoption();
