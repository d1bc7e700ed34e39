-- What the introduction of a report tells of mandates and earlier sessions.
ALTER TABLE "ExpertGroup" ADD COLUMN "describedAs" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Session" ADD COLUMN "commentsReceived" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Mandate" ADD COLUMN "dated" TEXT NOT NULL DEFAULT '',
ADD COLUMN "adoptedAtSession" INTEGER,
ADD COLUMN "instrument" TEXT NOT NULL DEFAULT '';
ALTER TABLE "BureauMember" ADD COLUMN "possessive" TEXT NOT NULL DEFAULT '';

CREATE TABLE "EarlierMeeting" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "account" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EarlierMeeting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "EarlierMeeting_groupId_ordinal_key" ON "EarlierMeeting"("groupId", "ordinal");
ALTER TABLE "EarlierMeeting" ADD CONSTRAINT "EarlierMeeting_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "ExpertGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EarlierMeeting" ADD CONSTRAINT "EarlierMeeting_values_check" CHECK ("ordinal" > 0 AND "startsOn" <= "endsOn");
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_dated_check" CHECK ("dated" ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$');
ALTER TABLE "BureauMember" ADD CONSTRAINT "BureauMember_possessive_check" CHECK ("possessive" IN ('', 'his', 'her'));
