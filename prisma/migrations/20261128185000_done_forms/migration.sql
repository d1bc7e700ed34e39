-- A form whose act was done, by the id that the form carries.
CREATE TABLE "DoneForm" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "goTo" TEXT,
    CONSTRAINT "DoneForm_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DoneForm_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
