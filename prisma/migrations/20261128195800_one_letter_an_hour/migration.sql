-- Letters of one topic to one person are held back and become one: see lib/mail/enqueue.ts.
ALTER TABLE "Mail" ADD COLUMN "topic" TEXT, ADD COLUMN "about" JSONB;
CREATE INDEX "Mail_topic_recipient_createdAt_idx" ON "Mail"("topic", "recipient", "createdAt");
