-- A text that was approved under silence is a decision of the session.
ALTER TYPE "SessionStep" ADD VALUE 'textApproved' AFTER 'organizationOfWorkApproved';

-- Documents are found by their symbol and title.
ALTER TYPE "SearchKind" ADD VALUE 'document';
