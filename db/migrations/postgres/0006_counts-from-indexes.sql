DROP INDEX "project_by_status";--> statement-breakpoint
DROP INDEX "project_by_agent";--> statement-breakpoint
DROP INDEX "project_by_late_from";--> statement-breakpoint
CREATE INDEX "project_by_status" ON "project" USING btree ("centre_id","status","updated_at","id","next_due_on");--> statement-breakpoint
CREATE INDEX "project_by_agent" ON "project" USING btree ("centre_id","agent_id","updated_at","id","status");--> statement-breakpoint
CREATE INDEX "project_by_late_from" ON "project" USING btree ("centre_id","late_from","warn_from","id","next_due_on");