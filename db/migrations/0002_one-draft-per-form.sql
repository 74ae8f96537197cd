DROP INDEX "drafts_scope";--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_scope" ON "drafts" USING btree ("person_id","scope");