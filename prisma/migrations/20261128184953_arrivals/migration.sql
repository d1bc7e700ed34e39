-- When a request had arrived decides whether an act was in time; it is kept beside the time of writing.
ALTER TABLE "Revision" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
ALTER TABLE "Amendment" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
ALTER TABLE "AmendmentCoSponsorship" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
ALTER TABLE "AmendmentAnswer" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
ALTER TABLE "Comment" ADD COLUMN "receivedAt" TIMESTAMPTZ(3);
