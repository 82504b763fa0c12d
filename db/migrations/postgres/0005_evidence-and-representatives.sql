CREATE TABLE "evidence_file" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"digest" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"added_on" date NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"afterwards" boolean NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "evidence_file_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "explanation" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"asked_on" date,
	"asked_by_name" text,
	"question" text,
	"reason" text,
	"defects" json NOT NULL,
	"given_on" date,
	"given_by_id" text,
	"given_by_name" text,
	"ruling" text,
	"ruled_on" date,
	"ruled_by_id" text,
	"ruled_by_name" text,
	CONSTRAINT "explanation_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "legal_representative" text;--> statement-breakpoint
ALTER TABLE "signature" ADD COLUMN "capacity" text;--> statement-breakpoint
ALTER TABLE "signature" ADD COLUMN "authorisation" text;--> statement-breakpoint
ALTER TABLE "supervision_check" ADD COLUMN "checked_for_id" text;--> statement-breakpoint
ALTER TABLE "supervision_check" ADD COLUMN "rechecked_for_id" text;--> statement-breakpoint
ALTER TABLE "supervision_check" ADD COLUMN "looks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_file_by_content" ON "evidence_file" USING btree ("centre_id","project_id","subject_id","subject_kind","round","digest");--> statement-breakpoint
CREATE INDEX "explanation_by_status" ON "explanation" USING btree ("centre_id","status","kind");--> statement-breakpoint
CREATE INDEX "explanation_of_item" ON "explanation" USING btree ("centre_id","project_id","item_id");