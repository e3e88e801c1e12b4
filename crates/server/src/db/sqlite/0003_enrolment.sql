-- Which enrolment used a code, and the laptop that came of it: it may ask again.
ALTER TABLE enrolment_code ADD COLUMN enrolment BLOB;  -- SHA-256
ALTER TABLE enrolment_code ADD COLUMN device BLOB;
