-- AlterTable
ALTER TABLE "CommentDraft" ADD COLUMN     "passageStart" INTEGER;

ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_passageStart_check" CHECK ("passageStart" >= 0);
