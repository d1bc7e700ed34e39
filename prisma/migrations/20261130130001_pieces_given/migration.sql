-- A piece of a paper that the Secretariat received may speak for another than the paper: the Secretariat gives it to that
-- delegation, if the circulation asks it.
ALTER TABLE "PaperPiece" ADD COLUMN "delegationId" UUID;

CREATE INDEX "PaperPiece_delegationId_idx" ON "PaperPiece"("delegationId");

ALTER TABLE "PaperPiece" ADD CONSTRAINT "PaperPiece_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION refuse_given_piece() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Paper" p JOIN "CirculationAddressee" a ON a."circulationId" = p."circulationId"
    WHERE p.id = NEW."paperId" AND p."enteredBySecretariat" AND p."kind" = 'free'
      AND a."delegationId" = NEW."delegationId" AND a."delegationId" <> p."delegationId") THEN
    RAISE EXCEPTION '% refuses this row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PaperPiece_given" BEFORE INSERT OR UPDATE OF "delegationId" ON "PaperPiece"
  FOR EACH ROW WHEN (NEW."delegationId" IS NOT NULL) EXECUTE FUNCTION refuse_given_piece();
