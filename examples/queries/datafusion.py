"""DataFusion, by Python's `deltalake`: calls and cost a day of a lake, the last first."""

import sys

from deltalake import DeltaTable, QueryBuilder

QUERY = """
SELECT day, provider, count(*) AS calls, sum(cost) AS cost
FROM calls WHERE deleted_at IS NULL
GROUP BY day, provider ORDER BY day DESC
"""

if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else "calls"
    calls = DeltaTable(f"{folder}/calls")
    print(QueryBuilder().register("calls", calls).execute(QUERY).read_all())
