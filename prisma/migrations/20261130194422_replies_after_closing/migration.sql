-- Nobody asks for the floor before the list opens. Once it is closed, it takes rights of reply and points of order alone:
-- a right of reply answers a statement that was made, also the last one of the list.
CREATE OR REPLACE FUNCTION refuse_early_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "SpeakersList" l WHERE l.id = NEW."listId"
      AND (NEW."requestedAt" < l."opensAt"
        OR (NEW."requestedAt" > l."closedAt" AND NEW.kind NOT IN ('rightOfReply', 'pointOfOrder')))) THEN
    RAISE EXCEPTION '% refuses a request while the list is not open', TG_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
