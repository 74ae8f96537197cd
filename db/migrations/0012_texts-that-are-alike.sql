DROP INDEX "answer_prints_same";--> statement-breakpoint
ALTER TABLE "answer_prints" ADD COLUMN "bands" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "answer_prints_alike" ON "answer_prints" USING gin ("bands");--> statement-breakpoint
ALTER TABLE "answer_prints" DROP COLUMN "print";