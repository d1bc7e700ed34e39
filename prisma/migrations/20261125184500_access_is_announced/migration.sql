-- Whoever loses or changes what they may see is told to their open live views at once, by whatever way
-- it happens: each view then asks again who is looking (lib/auth/viewer.ts).
CREATE FUNCTION announce_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stocktake_live', 'access:' || OLD."personId");
  RETURN NULL;
END $$;

CREATE FUNCTION announce_access_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stocktake_live', 'access:' || OLD.id);
  RETURN NULL;
END $$;

CREATE FUNCTION announce_access_of_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stocktake_live', 'access:' || "personId")
    FROM "Representative" WHERE "delegationId" = OLD.id AND "endedAt" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER announce_access AFTER UPDATE OR DELETE ON "SignIn"
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER announce_access AFTER UPDATE OR DELETE ON "Representative"
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER announce_access AFTER UPDATE OR DELETE ON "Office"
  FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER announce_access AFTER UPDATE ON "Person"
  FOR EACH ROW WHEN (OLD."disabledAt" IS DISTINCT FROM NEW."disabledAt")
  EXECUTE FUNCTION announce_access_of_person();
CREATE TRIGGER announce_access AFTER UPDATE ON "Delegation"
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION announce_access_of_delegation();
