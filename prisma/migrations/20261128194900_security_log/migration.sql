-- CreateTable
CREATE TABLE "SecurityEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "event" TEXT NOT NULL,
    "personId" UUID,
    "byPersonId" UUID,
    "network" TEXT NOT NULL DEFAULT '',
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SecurityEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SecurityEntry_personId_id_idx" ON "SecurityEntry"("personId", "id");

-- CreateIndex
CREATE INDEX "SecurityEntry_byPersonId_id_idx" ON "SecurityEntry"("byPersonId", "id");

-- CreateIndex
CREATE INDEX "SecurityEntry_event_id_idx" ON "SecurityEntry"("event", "id");

-- AddForeignKey
ALTER TABLE "SecurityEntry" ADD CONSTRAINT "SecurityEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecurityEntry" ADD CONSTRAINT "SecurityEntry_byPersonId_fkey" FOREIGN KEY ("byPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Ids, networks and keys alone: never a text or an address of a person.
ALTER TABLE "SecurityEntry" ADD CONSTRAINT "SecurityEntry_detail_check" CHECK (length("detail") <= 100 AND length("network") <= 100 AND position('@' IN "detail" || "network") = 0);

CREATE TRIGGER "SecurityEntry_immutable" BEFORE UPDATE OR DELETE ON "SecurityEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
