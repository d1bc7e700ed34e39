import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { HeldOffice, Membership } from './actor'

/** A person with the seats and offices that are active now. */
export type RightsRow = { id: string; name: string; places: Membership[]; offices: HeldOffice[] }

/**
 * The query for `RightsRow`s of people with an open account; `condition` chooses rows of `person`. An office of a group
 * is one in each of its sessions.
 */
export const rightsWhere = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT person.id, person.name, places.list AS places, offices.list AS offices
  FROM "Person" AS person
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
      'representativeId', place.id,
      'delegationId', delegation.id,
      'sessionId', delegation."sessionId",
      'delegationName', delegation.name,
      'delegationState', delegation.state,
      'entityId', entity.id,
      'entityKind', entity.kind,
      'role', place.role,
      'maySubmit', place."maySubmit") ORDER BY place.id), '[]') AS list
    FROM "Representative" AS place
    JOIN "Delegation" AS delegation
      ON delegation.id = place."delegationId" AND delegation.state <> 'withdrawn'
    JOIN "Entity" AS entity ON entity.id = delegation."entityId"
    WHERE place."personId" = person.id AND place."endedAt" IS NULL
  ) AS places
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
      'kind', office.kind, 'sessionId', coalesce(office."sessionId", session.id))
      ORDER BY office.id, session.id), '[]') AS list
    FROM "Office" AS office
    LEFT JOIN "Session" AS session ON session."groupId" = office."groupId"
    WHERE office."personId" = person.id AND office."endedAt" IS NULL
      AND (office."groupId" IS NULL OR session.id IS NOT NULL)
  ) AS offices
  WHERE person."disabledAt" IS NULL AND ${condition}`
