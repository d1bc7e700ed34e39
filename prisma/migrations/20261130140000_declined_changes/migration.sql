-- A State declines another State's change to its own suggested change, with a reason if it gives one.

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_id_amendsId_key" ON "Amendment"("id", "amendsId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_id_delegationId_key" ON "Amendment"("id", "delegationId");

-- CreateTable
CREATE TABLE "AmendmentDecline" (
    "amendmentId" UUID NOT NULL,
    "amendsId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "declinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "declinedById" UUID NOT NULL,

    CONSTRAINT "AmendmentDecline_pkey" PRIMARY KEY ("amendmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AmendmentDecline_amendmentId_amendsId_key" ON "AmendmentDecline"("amendmentId", "amendsId");

-- CreateIndex
CREATE INDEX "AmendmentDecline_amendsId_delegationId_idx" ON "AmendmentDecline"("amendsId", "delegationId");

-- CreateIndex
CREATE INDEX "AmendmentDecline_declinedById_idx" ON "AmendmentDecline"("declinedById");

-- AddForeignKey
ALTER TABLE "AmendmentDecline" ADD CONSTRAINT "AmendmentDecline_amendmentId_amendsId_fkey" FOREIGN KEY ("amendmentId", "amendsId") REFERENCES "Amendment"("id", "amendsId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDecline" ADD CONSTRAINT "AmendmentDecline_amendsId_delegationId_fkey" FOREIGN KEY ("amendsId", "delegationId") REFERENCES "Amendment"("id", "delegationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentDecline" ADD CONSTRAINT "AmendmentDecline_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "AmendmentDecline_immutable" BEFORE UPDATE OR DELETE ON "AmendmentDecline"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A change is taken in or declined, not both.
CREATE FUNCTION refuse_declined_and_taken_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'AmendmentDecline' AND EXISTS (
      SELECT FROM "Amendment" WHERE "takesInId" = (to_jsonb(NEW) ->> 'amendmentId')::uuid)
    OR TG_TABLE_NAME = 'Amendment' AND EXISTS (
      SELECT FROM "AmendmentDecline" WHERE "amendmentId" = (to_jsonb(NEW) ->> 'takesInId')::uuid) THEN
    RAISE EXCEPTION '% refuses a change that is declined and taken in', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AmendmentDecline_takenIn" BEFORE INSERT ON "AmendmentDecline"
  FOR EACH ROW EXECUTE FUNCTION refuse_declined_and_taken_in();
CREATE TRIGGER "Amendment_declined" BEFORE INSERT ON "Amendment"
  FOR EACH ROW WHEN (NEW."takesInId" IS NOT NULL AND NEW."replacesId" IS NOT NULL)
  EXECUTE FUNCTION refuse_declined_and_taken_in();
