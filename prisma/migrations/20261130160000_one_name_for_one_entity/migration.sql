-- A State or organization bears a name alone: two of one name could not be told apart in a list. A trigger and not a
-- unique index, as an older installation may hold such a pair; of one kind, the unique index on kind and name refuses it.
CREATE FUNCTION refuse_name_of_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('Entity.name ' || NEW.name, 0));
  IF EXISTS (SELECT 1 FROM "Entity" WHERE name = NEW.name AND kind <> NEW.kind AND id <> NEW.id) THEN
    RAISE EXCEPTION '% refuses this row of "%"', TG_NAME, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Entity_one_name" BEFORE INSERT OR UPDATE OF name ON "Entity"
  FOR EACH ROW EXECUTE FUNCTION refuse_name_of_another();
