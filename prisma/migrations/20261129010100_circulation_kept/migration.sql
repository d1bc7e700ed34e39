-- What was sent out stays: of an opened circulation only the deadline moves, to a later hour and before the former has
-- passed.
CREATE FUNCTION refuse_change_of_circulation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."openedAt" IS NULL THEN RETURN OLD; END IF;
  ELSIF OLD."openedAt" IS NULL THEN
    RETURN NEW;
  ELSIF (to_jsonb(NEW) - 'openUntil') = (to_jsonb(OLD) - 'openUntil')
    AND NEW."openUntil" >= OLD."openUntil"
    AND (NEW."openUntil" = OLD."openUntil" OR EXISTS (SELECT 1 FROM "CirculationExtension" e
      WHERE e."circulationId" = NEW.id AND e."formerUntil" = OLD."openUntil" AND e."openUntil" = NEW."openUntil"))
    AND NEW."postAt" IS NOT DISTINCT FROM OLD."postAt" THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% refuses a change of what was sent out in "%"', TG_NAME, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER "Circulation_sent" BEFORE UPDATE OR DELETE ON "Circulation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_circulation();

-- The lists of an opened circulation stay, and so does who was asked.
CREATE FUNCTION refuse_in_opened_circulation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Circulation" c WHERE c.id = coalesce(OLD."circulationId", NEW."circulationId")
    AND c."openedAt" IS NOT NULL) THEN
    RAISE EXCEPTION '% refuses a change of what was sent out in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "CirculatedList_sent" BEFORE INSERT OR UPDATE OR DELETE ON "CirculatedList"
  FOR EACH ROW EXECUTE FUNCTION refuse_in_opened_circulation();
CREATE TRIGGER "CirculationAddressee_sent" BEFORE DELETE ON "CirculationAddressee"
  FOR EACH ROW EXECUTE FUNCTION refuse_in_opened_circulation();
CREATE TRIGGER "CirculationAddressee_kept" BEFORE UPDATE ON "CirculationAddressee"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('firstOpenedAt');

-- A later deadline is given before the former has passed.
CREATE FUNCTION refuse_late_extension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."openUntil" <= NEW."formerUntil" OR NEW."formerUntil" <= clock_timestamp() OR NOT EXISTS (SELECT 1 FROM "Circulation" c
    WHERE c.id = NEW."circulationId" AND c."openedAt" IS NOT NULL AND c."openUntil" = NEW."formerUntil") THEN
    RAISE EXCEPTION '% refuses an extension that is not later, or of a deadline that has passed in "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CirculationExtension_in_time" BEFORE INSERT ON "CirculationExtension"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_extension();
CREATE TRIGGER "CirculationExtension_immutable" BEFORE UPDATE OR DELETE ON "CirculationExtension"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CirculationLetter_immutable" BEFORE UPDATE OR DELETE ON "CirculationLetter"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "Circulation" ADD CONSTRAINT "Circulation_posting" CHECK (("postingRule" = 'atDate') = ("postAt" IS NOT NULL));
ALTER TABLE "Circulation" ADD CONSTRAINT "Circulation_opened_before" CHECK ("openedAt" IS NULL OR "openedAt" < "openUntil");
