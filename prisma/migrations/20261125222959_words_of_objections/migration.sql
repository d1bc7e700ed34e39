-- AlterTable
ALTER TABLE "Objection" ADD COLUMN     "body" JSONB,
ADD COLUMN     "text" TEXT;
