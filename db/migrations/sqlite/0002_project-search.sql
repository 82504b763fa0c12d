-- Index terms of every case (db/grams.ts): ASCII, so the plainest tokenizer does. The key table gives each case a number
-- of its own, because VACUUM may renumber the rows of a table without an integer primary key.
CREATE TABLE "project_search_key" ("key" INTEGER PRIMARY KEY, "centre_id" TEXT NOT NULL, "project_id" TEXT NOT NULL, UNIQUE ("centre_id", "project_id"));
--> statement-breakpoint
CREATE VIRTUAL TABLE "project_search" USING fts5("grams", content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER "project_search_insert" AFTER INSERT ON "project" BEGIN
  INSERT INTO "project_search_key" ("centre_id", "project_id") VALUES (NEW."centre_id", NEW."id");
  INSERT INTO "project_search" (rowid, "grams") SELECT "key", NEW."grams" FROM "project_search_key" WHERE "centre_id" = NEW."centre_id" AND "project_id" = NEW."id";
END;
--> statement-breakpoint
CREATE TRIGGER "project_search_update" AFTER UPDATE OF "grams" ON "project" BEGIN
  DELETE FROM "project_search" WHERE rowid = (SELECT "key" FROM "project_search_key" WHERE "centre_id" = NEW."centre_id" AND "project_id" = NEW."id");
  INSERT INTO "project_search" (rowid, "grams") SELECT "key", NEW."grams" FROM "project_search_key" WHERE "centre_id" = NEW."centre_id" AND "project_id" = NEW."id";
END;
--> statement-breakpoint
CREATE TRIGGER "project_search_delete" AFTER DELETE ON "project" BEGIN
  DELETE FROM "project_search" WHERE rowid = (SELECT "key" FROM "project_search_key" WHERE "centre_id" = OLD."centre_id" AND "project_id" = OLD."id");
  DELETE FROM "project_search_key" WHERE "centre_id" = OLD."centre_id" AND "project_id" = OLD."id";
END;
