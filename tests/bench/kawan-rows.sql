-- The generic shape as rows of Kawan: 20,000 people with a session each, 10,000 published ideas, their votes and comments.
\set ON_ERROR_STOP on
set client_min_messages = error;
truncate people, boards, ideas, idea_votes, comments, sessions, limits restart identity cascade;
insert into people (id, email, display_name, email_verified_at, birth_year, created_at)
  select i, email, name, timestamptz '2026-10-01', 1990, timestamptz '2026-10-01' from seed.users;
insert into boards (id, slug, name, purpose, created_at)
  values (1, 'everything', '{"en":"Everything","id":"Semua"}', '{"en":"What should be better?","id":"Apa yang perlu diperbaiki?"}', timestamptz '2026-10-01');
insert into ideas (id, board_id, author_id, title, body, language, state, vote_count, comment_count, hot, created_at, published_at)
  select rank, 1, author, title, body, 'en', 'published', votes, comments,
    log(greatest(votes, 1)::double precision) + extract(epoch from created_at)::double precision / 45000, created_at, created_at
  from seed.ideas;
insert into idea_votes (idea_id, person_id, created_at) select rank, u, created_at from seed.votes;
insert into comments (idea_id, author_id, body, state, created_at, published_at) select rank, u, body, 'published', created_at, created_at from seed.comments;
-- The cookie of person i is the letter b and i in 42 digits; the table keeps its hash, as for everybody.
insert into sessions (id, person_id, expires_at, ends_at, device)
  select encode(sha256(convert_to('b' || lpad(i::text, 42, '0'), 'UTF8')), 'hex'), i, now() + interval '20 days', now() + interval '100 days', 'bench' from seed.users;
select setval(pg_get_serial_sequence('people', 'id'), 20000), setval(pg_get_serial_sequence('boards', 'id'), 1), setval(pg_get_serial_sequence('ideas', 'id'), 10000);
drop schema seed cascade;
vacuum analyze people, sessions, boards, ideas, idea_votes, comments;
