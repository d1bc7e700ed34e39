-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN     "encoding" TEXT;

ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_encoding_check"
  CHECK ("encoding" IN ('utf8', 'utf8Bom', 'utf16', 'windows1252'));
