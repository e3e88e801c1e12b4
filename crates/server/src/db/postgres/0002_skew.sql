-- By how many seconds a laptop's clock was ahead when it last pushed.
ALTER TABLE device ADD COLUMN skew_s bigint;
