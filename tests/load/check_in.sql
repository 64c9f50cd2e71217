-- The three rows of a check-in, for pgbench: of somebody who signed up, whoever it is.
\set number random(1, 100000000)
BEGIN;
WITH somebody AS (
    SELECT organisation_id, activity_id, shift_id, person_id FROM sign_up ORDER BY id LIMIT 1
)
INSERT INTO check_in (id, version, created_at, updated_at, organisation_id, activity_id, shift_id,
    person_id, type, method, day, pair, occurred_at, recorded_at, nonce, body_hash, state)
SELECT gen_random_uuid(), 1, now(), now(), organisation_id, activity_id, shift_id, person_id,
    'entry', 'scan', date '2000-01-01' + (:number % 200000)::int, 1 + :number % 3, now(), now(),
    gen_random_uuid(), repeat('0', 64), 'accepted'
FROM somebody ON CONFLICT DO NOTHING;
INSERT INTO audit_entry (id, version, created_at, updated_at, occurred_at, recorded_at, actor_label,
    request_id, action, subject_type, subject_id, subject_label, subject_version, to_state, changes)
VALUES (gen_random_uuid(), 1, now(), now(), now(), now(), '王伟', '', 'check_in.create', 'check_in',
    gen_random_uuid(), '', 1, 'accepted', '{}');
INSERT INTO event (id, version, created_at, updated_at, type, subject_type, subject_id,
    subject_version, operation, occurred_at)
VALUES (gen_random_uuid(), 1, now(), now(), 'check_in.create', 'check_in', gen_random_uuid(), 1,
    'create', now());
COMMIT;
