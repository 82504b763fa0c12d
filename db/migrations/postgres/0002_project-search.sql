-- Index terms of every case (db/grams.ts). No extension and no text search configuration: works in every locale.
CREATE INDEX "project_search" ON "project" USING gin (array_to_tsvector(string_to_array("grams", ' ')));
