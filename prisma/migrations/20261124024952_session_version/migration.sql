-- A change of a session, its dates or its agenda says which state of them it was made on.
ALTER TABLE "Session" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
