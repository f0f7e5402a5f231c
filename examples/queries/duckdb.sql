-- duckdb < duckdb.sql, beside a lake in the folder `calls`.
CREATE VIEW calls AS FROM delta_scan('calls/calls');
CREATE VIEW turns AS FROM delta_scan('calls/turns');

-- Calls and cost a day.
SELECT day, provider, count(*) AS calls, sum(cost) AS cost FROM calls WHERE deleted_at IS NULL GROUP BY ALL ORDER BY day;

-- Calls in which the contact spoke of a refund.
SELECT DISTINCT call_id FROM turns WHERE role = 'contact' AND text ILIKE '%refund%';

-- Which windows calls come from, and when those were read.
SELECT source, "window", count(*) AS calls, max(fetched_at) AS fetched_at FROM calls GROUP BY ALL ORDER BY fetched_at;
