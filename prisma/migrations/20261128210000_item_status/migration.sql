-- The status of an item bears its name: ItemStanding becomes ItemStatus, StandingKind becomes StatusKind.
ALTER TYPE "StandingKind" RENAME TO "StatusKind";
ALTER TABLE "ItemStanding" RENAME TO "ItemStatus";
DO $$
DECLARE
  named record;
BEGIN
  FOR named IN SELECT conname AS name FROM pg_constraint
    WHERE conrelid = '"ItemStatus"'::regclass AND conname LIKE 'ItemStanding%' LOOP
    EXECUTE format('ALTER TABLE "ItemStatus" RENAME CONSTRAINT %I TO %I', named.name, replace(named.name, 'ItemStanding', 'ItemStatus'));
  END LOOP;
  FOR named IN SELECT c.relname AS name FROM pg_index JOIN pg_class c ON c.oid = indexrelid
    WHERE indrelid = '"ItemStatus"'::regclass AND c.relname LIKE 'ItemStanding%' LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', named.name, replace(named.name, 'ItemStanding', 'ItemStatus'));
  END LOOP;
  FOR named IN SELECT tgname AS name FROM pg_trigger
    WHERE tgrelid = '"ItemStatus"'::regclass AND NOT tgisinternal AND tgname LIKE 'ItemStanding%' LOOP
    EXECUTE format('ALTER TRIGGER %I ON "ItemStatus" RENAME TO %I', named.name, replace(named.name, 'ItemStanding', 'ItemStatus'));
  END LOOP;
END $$;
