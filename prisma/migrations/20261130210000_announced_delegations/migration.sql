-- Whoever is only asked to comment on circulated lists does not take part in the session. Such a delegation was made by the
-- act that asked it; nobody ever had a seat in it, and nothing else was noted of it.
UPDATE "Delegation" d SET "state" = 'announced', "registeredAt" = NULL
WHERE d."state" = 'registered'
  AND EXISTS (SELECT 1 FROM "CirculationAddressee" a
    WHERE a."delegationId" = d.id AND a."addedAt" = d."createdAt")
  AND NOT EXISTS (SELECT 1 FROM "Representative" r WHERE r."delegationId" = d.id)
  AND NOT EXISTS (SELECT 1 FROM "AccreditedPerson" p WHERE p."delegationId" = d.id)
  AND NOT EXISTS (SELECT 1 FROM "Attendance" t
    WHERE t."sessionId" = d."sessionId" AND t."entityId" = d."entityId");
