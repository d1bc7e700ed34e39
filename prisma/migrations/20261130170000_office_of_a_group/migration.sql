-- An office in every session of a group names that group: a second group has officers of its own. Without a session and
-- a group it is held in every session of the installation, as the Secretariat's is.
ALTER TABLE "Office" ADD COLUMN "groupId" UUID;
ALTER TABLE "Office" ADD CONSTRAINT "Office_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Office" ADD CONSTRAINT "Office_group_check" CHECK ("groupId" IS NULL OR "sessionId" IS NULL);
CREATE INDEX "Office_groupId_idx" ON "Office"("groupId");

-- The group of an office is that of the session on whose page the person was appointed, as the record has it; else the
-- first group.
UPDATE "Office" AS office SET "groupId" = coalesce(
  (SELECT session."groupId" FROM "RecordEntry" AS entry JOIN "Session" AS session ON session.id = entry."sessionId"
    WHERE entry.event = 'officer.appointed' AND entry."subjectId" = office.id ORDER BY entry.id LIMIT 1),
  (SELECT id FROM "ExpertGroup" ORDER BY id LIMIT 1))
WHERE office."sessionId" IS NULL AND office.kind <> 'secretariat';
