-- spark-sql --packages io.delta:delta-spark_2.13:4.0.0 \
--   --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension \
--   --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog -f spark.sql
-- Calls and cost a day.
SELECT day, provider, count(*) AS calls, sum(cost) AS cost FROM delta.`/lake/calls` WHERE deleted_at IS NULL GROUP BY day, provider ORDER BY day;

-- How long the agent and the contact speak.
SELECT role, count(*) AS turns, avg(length(text)) AS letters FROM delta.`/lake/turns` GROUP BY role;
