-- An act that waited for a lock is recorded when it was done, not when its transaction began: the times of the
-- record have the order of the acts.
ALTER TABLE "RecordEntry" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
ALTER TABLE "Comment" ALTER COLUMN "releasedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Amendment" ALTER COLUMN "releasedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "CoSponsorship" ALTER COLUMN "joinedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "ItemStanding" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
ALTER TABLE "Objection" ALTER COLUMN "raisedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Support" ALTER COLUMN "statedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Snapshot" ALTER COLUMN "takenAt" SET DEFAULT clock_timestamp();
