-- A request of a stakeholder waits until its address is proved, and is decided once. What was never proved is deleted.
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_kind" CHECK (kind NOT IN ('memberState', 'observerState'));
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_address" CHECK (email = lower(email) AND length("tokenHash") = 64);
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_times" CHECK (
  "expiresAt" > "askedAt" AND ("provedAt" IS NULL OR "provedAt" >= "askedAt")
  AND ("decidedAt" IS NULL OR ("provedAt" IS NOT NULL AND "decidedAt" >= "provedAt")));
ALTER TABLE "ParticipationRequest" ADD CONSTRAINT "ParticipationRequest_decision" CHECK (
  num_nulls(decision, "decidedAt") IN (0, 2)
  AND (decision IS NOT DISTINCT FROM 'refused') = (reason <> '')
  AND coalesce(decision IN ('approved', 'merged'), false) = ("entityId" IS NOT NULL));

-- An address waits for one decision of a circulation at a time.
CREATE UNIQUE INDEX "ParticipationRequest_waiting" ON "ParticipationRequest" ("circulationId", email)
  WHERE "provedAt" IS NOT NULL AND decision IS NULL;

CREATE FUNCTION refuse_change_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends CONSTANT text[] := ARRAY['provedAt', 'decision', 'reason', 'decidedAt', 'decidedById', 'entityId'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."provedAt" IS NULL THEN RETURN OLD; END IF;
  ELSIF to_jsonb(OLD) - ends = to_jsonb(NEW) - ends
    AND (OLD."provedAt" IS NULL OR OLD."provedAt" = NEW."provedAt")
    AND (OLD.decision IS NULL OR to_jsonb(OLD) = to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% refuses to % a row of "%" but to prove and to decide it once', TG_NAME, lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER "ParticipationRequest_kept" BEFORE UPDATE OR DELETE ON "ParticipationRequest"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_request();
