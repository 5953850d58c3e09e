-- A record as schema 1 had it: its fact tables with two articles, and some of its views.
CREATE TABLE runs (
  number INTEGER NOT NULL,
  started_at VARCHAR NOT NULL,
  program VARCHAR NOT NULL,
  reader VARCHAR NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE changes (
  number INTEGER NOT NULL,
  run INTEGER,
  recorded_at VARCHAR NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(run) REFERENCES runs (number)
);
CREATE TABLE documents (
  number INTEGER NOT NULL,
  id VARCHAR NOT NULL,
  text TEXT NOT NULL,
  text_sha256 VARCHAR NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(change) REFERENCES changes (number)
);
CREATE TABLE file_rejections (
  number INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  detail TEXT NOT NULL,
  subject TEXT NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(change) REFERENCES changes (number)
);
CREATE TABLE sightings (
  number INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  chain VARCHAR NOT NULL,
  document VARCHAR NOT NULL,
  published_end VARCHAR,
  header TEXT NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(document) REFERENCES documents (id),
  FOREIGN KEY(change) REFERENCES changes (number)
);
CREATE TABLE readings (
  number INTEGER NOT NULL,
  document VARCHAR NOT NULL,
  reader VARCHAR NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (document, reader),
  FOREIGN KEY(document) REFERENCES documents (id),
  FOREIGN KEY(change) REFERENCES changes (number)
);
CREATE TABLE entries (
  number INTEGER NOT NULL,
  id VARCHAR NOT NULL,
  document VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  passage TEXT NOT NULL,
  body TEXT NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (id),
  FOREIGN KEY(document) REFERENCES documents (id),
  FOREIGN KEY(change) REFERENCES changes (number)
);
CREATE TABLE reading_entries (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  entry VARCHAR NOT NULL,
  PRIMARY KEY (reading, position),
  FOREIGN KEY(reading) REFERENCES readings (number),
  FOREIGN KEY(entry) REFERENCES entries (id)
);
CREATE TABLE passage_rejections (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  detail TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (reading, position),
  FOREIGN KEY(reading) REFERENCES readings (number)
);
CREATE INDEX ix_file_rejections_source ON file_rejections (source);
CREATE INDEX ix_sightings_chain ON sightings (chain);
CREATE INDEX ix_sightings_source ON sightings (source);
CREATE INDEX ix_sightings_document ON sightings (document);
CREATE INDEX ix_reading_entries_entry ON reading_entries (entry);
INSERT INTO runs VALUES(1,'2024-01-02T03:04:05.000+00:00','detente 0.1.0','by hand 1');
INSERT INTO changes VALUES(1,1,'2024-01-02T03:04:05.000+00:00');
INSERT INTO changes VALUES(2,1,'2024-01-02T03:04:05.000+00:00');
INSERT INTO documents VALUES(1,'2fa3ed8941d25fef','Norland and Sudland will meet on 2023-05-25 over the treaty.

Ana Ruiz said that the border was a matter for experts.

Sudland promised to open the border by 2023-07-01.','a07bb9856dde19ccf1b2d62f0caff9d50582faf8df70055b72596cb993c83cb2',1);
INSERT INTO documents VALUES(2,'ad7b003984c7342f','Norland and Sudland met on 2023-05-25 over the treaty.

Norland refused to talk about the border.

There can be no treaty unless the border is settled, Holm added.

It rained in the capital.','36db8df09f7218f01fc1acc190f2ec07b757c692d3dcf664789f8ca5fdfe5f4d',2);
INSERT INTO sightings VALUES(1,'https://example.test/announced','https://example.test/announced','2fa3ed8941d25fef','2023-05-15','{"byline":[],"dateline":null,"dropped":[],"found":[{"field":"title","how":"field of the row","value":"News of announced"},{"field":"url","how":"field of the row","value":"https://example.test/announced"},{"field":"outlet","how":"field of the row","value":"Northern Post"},{"field":"published","how":"field of the row","value":"2023-05-15"}],"language":"en","outlet":"Northern Post","published":{"basis":"explicit","end":"2023-05-15","start":"2023-05-15","text":"2023-05-15"},"published_basis":"field of the row","source":"https://example.test/announced","title":"News of announced","url":"https://example.test/announced"}',1);
INSERT INTO sightings VALUES(2,'https://example.test/held','https://example.test/held','ad7b003984c7342f','2023-05-26','{"byline":[],"dateline":null,"dropped":[],"found":[{"field":"title","how":"field of the row","value":"News of held"},{"field":"url","how":"field of the row","value":"https://example.test/held"},{"field":"outlet","how":"field of the row","value":"Sud Daily"},{"field":"published","how":"field of the row","value":"2023-05-26"}],"language":"en","outlet":"Sud Daily","published":{"basis":"explicit","end":"2023-05-26","start":"2023-05-26","text":"2023-05-26"},"published_basis":"field of the row","source":"https://example.test/held","title":"News of held","url":"https://example.test/held"}',2);
INSERT INTO readings VALUES(1,'2fa3ed8941d25fef','by hand 1',1);
INSERT INTO readings VALUES(2,'ad7b003984c7342f','by hand 1',2);
INSERT INTO entries VALUES(1,'355482e2fc6ed3aa','2fa3ed8941d25fef','meeting','Norland and Sudland will meet on 2023-05-25 over the treaty.','{"date":{"basis":"explicit","end":"2023-05-25","start":"2023-05-25","text":"2023-05-25"},"document":"2fa3ed8941d25fef","evidence":[{"end":60,"quote":"Norland and Sudland will meet on 2023-05-25 over the treaty.","start":0}],"kind":"meeting","participants":[{"id":"norland","name":"Norland","side":"Norland"},{"id":"sudland","name":"Sudland","side":"Sudland"}],"status":"scheduled","tracks":["treaty"]}',1);
INSERT INTO entries VALUES(2,'d2d0b8a9dccb54f4','2fa3ed8941d25fef','statement','Ana Ruiz said that the border was a matter for experts.','{"document":"2fa3ed8941d25fef","evidence":[{"end":117,"quote":"Ana Ruiz said that the border was a matter for experts.","start":62}],"kind":"statement","mode":"indirect","speaker":[{"id":"ana-ruiz","name":"Ana Ruiz","side":"Norland"}],"tracks":["border"]}',1);
INSERT INTO entries VALUES(3,'f6ea6585a18730ab','2fa3ed8941d25fef','commitment','Sudland promised to open the border by 2023-07-01.','{"by":[{"id":"sudland","name":"Sudland","side":"Sudland"}],"document":"2fa3ed8941d25fef","due":{"basis":"explicit","end":"2023-07-01","start":"2023-07-01","text":"2023-07-01"},"evidence":[{"end":169,"quote":"Sudland promised to open the border by 2023-07-01.","start":119}],"kind":"commitment","strength":"pledge","tracks":["border"]}',1);
INSERT INTO entries VALUES(4,'94efc37bb9948bfc','ad7b003984c7342f','meeting','Norland and Sudland met on 2023-05-25 over the treaty.','{"date":{"basis":"explicit","end":"2023-05-25","start":"2023-05-25","text":"2023-05-25"},"document":"ad7b003984c7342f","evidence":[{"end":54,"quote":"Norland and Sudland met on 2023-05-25 over the treaty.","start":0}],"kind":"meeting","participants":[{"id":"norland","name":"Norland","side":"Norland"},{"id":"sudland","name":"Sudland","side":"Sudland"}],"status":"held","tracks":["treaty"]}',2);
INSERT INTO entries VALUES(5,'a64ba6ebc8fea8ad','ad7b003984c7342f','refusal','Norland refused to talk about the border.','{"by":[{"id":"norland","name":"Norland","side":"Norland"}],"document":"ad7b003984c7342f","evidence":[{"end":97,"quote":"Norland refused to talk about the border.","start":56}],"kind":"refusal","tracks":["border"]}',2);
INSERT INTO entries VALUES(6,'b1118cd6c26ea3cb','ad7b003984c7342f','condition','There can be no treaty unless the border is settled, Holm added.','{"document":"ad7b003984c7342f","evidence":[{"end":163,"quote":"There can be no treaty unless the border is settled, Holm added.","start":99}],"gates":["border"],"kind":"condition","requires_text":"There can be no treaty unless the border is settled, Holm added.","said_by":[{"id":"~per-holm","name":"Per Holm","side":null}],"tracks":["border"]}',2);
INSERT INTO reading_entries VALUES(1,0,'355482e2fc6ed3aa');
INSERT INTO reading_entries VALUES(1,1,'d2d0b8a9dccb54f4');
INSERT INTO reading_entries VALUES(1,2,'f6ea6585a18730ab');
INSERT INTO reading_entries VALUES(2,0,'94efc37bb9948bfc');
INSERT INTO reading_entries VALUES(2,1,'a64ba6ebc8fea8ad');
INSERT INTO reading_entries VALUES(2,2,'b1118cd6c26ea3cb');
INSERT INTO passage_rejections VALUES(2,0,'not understood','no verb of ours','It rained in the capital.');
CREATE TRIGGER runs_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'facts are not changed: runs'); END;
CREATE TRIGGER runs_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'facts are not changed: runs'); END;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'facts are not changed: changes'); END;
CREATE TRIGGER changes_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'facts are not changed: changes'); END;
CREATE TRIGGER documents_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'facts are not changed: documents'); END;
CREATE TRIGGER documents_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'facts are not changed: documents'); END;
CREATE TRIGGER file_rejections_update BEFORE UPDATE ON file_rejections BEGIN SELECT RAISE(ABORT, 'facts are not changed: file_rejections'); END;
CREATE TRIGGER file_rejections_delete BEFORE DELETE ON file_rejections BEGIN SELECT RAISE(ABORT, 'facts are not changed: file_rejections'); END;
CREATE TRIGGER entries_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'facts are not changed: entries'); END;
CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'facts are not changed: entries'); END;
CREATE TRIGGER readings_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'facts are not changed: readings'); END;
CREATE TRIGGER readings_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'facts are not changed: readings'); END;
CREATE TRIGGER sightings_update BEFORE UPDATE ON sightings BEGIN SELECT RAISE(ABORT, 'facts are not changed: sightings'); END;
CREATE TRIGGER sightings_delete BEFORE DELETE ON sightings BEGIN SELECT RAISE(ABORT, 'facts are not changed: sightings'); END;
CREATE TRIGGER passage_rejections_update BEFORE UPDATE ON passage_rejections BEGIN SELECT RAISE(ABORT, 'facts are not changed: passage_rejections'); END;
CREATE TRIGGER passage_rejections_delete BEFORE DELETE ON passage_rejections BEGIN SELECT RAISE(ABORT, 'facts are not changed: passage_rejections'); END;
CREATE TRIGGER reading_entries_update BEFORE UPDATE ON reading_entries BEGIN SELECT RAISE(ABORT, 'facts are not changed: reading_entries'); END;
CREATE TRIGGER reading_entries_delete BEFORE DELETE ON reading_entries BEGIN SELECT RAISE(ABORT, 'facts are not changed: reading_entries'); END;
CREATE TABLE articles (
  document VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  header TEXT NOT NULL,
  title TEXT,
  outlet_key VARCHAR,
  published_start VARCHAR,
  published_end VARCHAR,
  superseded_on VARCHAR,
  superseded_by VARCHAR,
  copy_group VARCHAR,
  reading INTEGER,
  PRIMARY KEY (document)
);
CREATE TABLE items (
  number INTEGER NOT NULL,
  type VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  document VARCHAR,
  kind VARCHAR NOT NULL,
  status VARCHAR,
  day VARCHAR,
  day_start VARCHAR,
  day_end VARCHAR,
  published_end VARCHAR,
  superseded_on VARCHAR,
  on_timeline BOOLEAN NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE item_tracks (
  "key" VARCHAR NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY ("key", item)
)
 WITHOUT ROWID;
CREATE TABLE view_state (
  name VARCHAR NOT NULL,
  value VARCHAR,
  PRIMARY KEY (name)
);
CREATE TABLE events (
  id VARCHAR NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE VIEW entry_passages AS
    SELECT items.number AS number, entries.passage AS passage
    FROM items JOIN entries ON entries.id = items.id WHERE items.type = 'entry';
CREATE VIRTUAL TABLE entry_search USING fts5(
    passage, content='entry_passages', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
INSERT INTO items VALUES(1,'event','ca8809292e20a5c0',NULL,'meeting','held','2023-05-25','2023-05-25','2023-05-25',NULL,NULL,1);
INSERT INTO items VALUES(2,'entry','355482e2fc6ed3aa','2fa3ed8941d25fef','meeting','scheduled','2023-05-25','2023-05-25','2023-05-25','2023-05-15',NULL,0);
INSERT INTO items VALUES(3,'entry','d2d0b8a9dccb54f4','2fa3ed8941d25fef','statement',NULL,NULL,NULL,NULL,'2023-05-15',NULL,1);
INSERT INTO items VALUES(4,'entry','f6ea6585a18730ab','2fa3ed8941d25fef','commitment',NULL,'2023-07-01','2023-07-01','2023-07-01','2023-05-15',NULL,1);
INSERT INTO items VALUES(5,'entry','94efc37bb9948bfc','ad7b003984c7342f','meeting','held','2023-05-25','2023-05-25','2023-05-25','2023-05-26',NULL,0);
INSERT INTO items VALUES(6,'entry','a64ba6ebc8fea8ad','ad7b003984c7342f','refusal',NULL,NULL,NULL,NULL,'2023-05-26',NULL,1);
INSERT INTO items VALUES(7,'entry','b1118cd6c26ea3cb','ad7b003984c7342f','condition',NULL,NULL,NULL,NULL,'2023-05-26',NULL,1);
INSERT INTO view_state VALUES('stamp','2.2');
INSERT INTO view_state VALUES('made_with','detente 0.1.0, profile 9fd0524ccd3326dd1a01b1b6b057391f13e8be39eb0ea6de7231a8d6253cda4f');
INSERT INTO view_state VALUES('reckoned_on','2023-05-26');
INSERT INTO view_state VALUES('counts','{"copies": 0, "documents": 2, "entries": 6, "rejected_passages": 1, "superseded": 0, "undated": 0}');
INSERT INTO entry_search(entry_search) VALUES ('rebuild');
PRAGMA user_version = 1;
