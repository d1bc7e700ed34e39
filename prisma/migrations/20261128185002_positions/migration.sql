-- No two entries of a list stand at one place. Checked when the act is stored, as moving one entry moves
-- others. Earlier versions could give one place twice: entries are numbered anew in the order in which
-- they were printed.
UPDATE "ListHeading" h SET position = n.position FROM (
  SELECT id, row_number() OVER (PARTITION BY "listId" ORDER BY position, id) AS position FROM "ListHeading") n
  WHERE n.id = h.id AND n.position <> h.position;
UPDATE "Item" i SET position = n.position FROM (
  SELECT id, row_number() OVER (PARTITION BY "headingId" ORDER BY position, id) AS position FROM "Item") n
  WHERE n.id = i.id AND n.position <> i.position;
UPDATE "ConsolidatedHeading" h SET position = n.position FROM (
  SELECT id, row_number() OVER (PARTITION BY "listId" ORDER BY position, id) AS position FROM "ConsolidatedHeading") n
  WHERE n.id = h.id AND n.position <> h.position;
UPDATE "ConsolidatedItem" i SET position = n.position FROM (
  SELECT id, row_number() OVER (PARTITION BY "headingId" ORDER BY position, id) AS position
  FROM "ConsolidatedItem" WHERE "deletedAt" IS NULL) n
  WHERE n.id = i.id AND n.position <> i.position;

ALTER TABLE "ListHeading" ADD CONSTRAINT "ListHeading_listId_position_key"
  UNIQUE ("listId", position) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Item" ADD CONSTRAINT "Item_headingId_position_key"
  UNIQUE ("headingId", position) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ConsolidatedHeading" ADD CONSTRAINT "ConsolidatedHeading_listId_position_key"
  UNIQUE ("listId", position) DEFERRABLE INITIALLY DEFERRED;
-- An item that left the list keeps its place for whoever undoes that.
ALTER TABLE "ConsolidatedItem" ADD CONSTRAINT "ConsolidatedItem_headingId_position_key"
  EXCLUDE USING btree ("headingId" WITH =, position WITH =) WHERE ("deletedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
