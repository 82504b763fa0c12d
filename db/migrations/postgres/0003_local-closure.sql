CREATE TABLE "local_closure" (
	"centre_id" uuid NOT NULL,
	"day" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "local_closure_centre_id_day_pk" PRIMARY KEY("centre_id","day")
);
--> statement-breakpoint
ALTER TABLE "local_closure" ADD CONSTRAINT "local_closure_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;