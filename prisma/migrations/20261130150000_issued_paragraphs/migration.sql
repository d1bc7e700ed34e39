-- Each part keeps its paragraphs' numbers and hashes beside the whole content, so that a page tells what changed
-- since the document was issued without reading the texts.
ALTER TABLE "ReportPart" ADD COLUMN "paragraphs" JSONB;

ALTER TABLE "ReportPart" DISABLE TRIGGER "ReportPart_immutable";
UPDATE "ReportPart" SET "paragraphs" = coalesce(
  (SELECT jsonb_agg(
      jsonb_build_object(
        'key', paragraph ->> 'key',
        'number', (paragraph ->> 'number')::int,
        'textHash', encode(sha256(convert_to(paragraph ->> 'composed', 'UTF8')), 'hex')
      )
      ORDER BY section_at, paragraph_at
    )
    FROM jsonb_array_elements(content) WITH ORDINALITY AS sections (section, section_at),
      jsonb_array_elements(section -> 'paragraphs') WITH ORDINALITY AS paragraphs (paragraph, paragraph_at)),
  '[]'
);
ALTER TABLE "ReportPart" ENABLE TRIGGER "ReportPart_immutable";

ALTER TABLE "ReportPart" ALTER COLUMN "paragraphs" SET NOT NULL;
ALTER TABLE "ReportPart" ADD CONSTRAINT "ReportPart_paragraphs_check" CHECK (jsonb_typeof("paragraphs") = 'array');
