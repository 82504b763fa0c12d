-- The case history is evidence: rows are added, never changed or removed.
CREATE FUNCTION "case_event_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'case_event is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER "case_event_no_change" BEFORE UPDATE OR DELETE ON "case_event" FOR EACH ROW EXECUTE FUNCTION "case_event_refuse"();
--> statement-breakpoint
CREATE TRIGGER "case_event_no_truncate" BEFORE TRUNCATE ON "case_event" FOR EACH STATEMENT EXECUTE FUNCTION "case_event_refuse"();
