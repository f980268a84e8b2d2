"""Makes the seven raw tables of a benchmark as Parquet files (基准数据), a set at a time from a seed.

Realistic shares, with dates crowded around the days that decide, so that every rung of the ladders is reached.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import duckdb

AS_OF = dt.date(2025, 6, 30)
SIZE = 1_000_000
SEED = 7

MACROS = """
CREATE MACRO u(i, k) AS (hash(i * 1000 + k + {seed} * 7919000003) >> 11)::DOUBLE / 9007199254740992.0;
CREATE MACRO n(i, k, many) AS floor(u(i, k) * many)::INTEGER;
CREATE MACRO pick(i, k, words) AS words[n(i, k, len(words)) + 1];
"""

HISTORIES = """
CREATE TABLE histories AS
WITH served AS (
    SELECT i, n(i, 1, 40) AS office, DATE '{as_of}' AS as_of,
        CASE
            WHEN u(i, 2) < 0.12 THEN (DATE '{as_of}' - to_months(pick(i, 3, [9, 9, 9, 15, 6])))::DATE - 8 + n(i, 4, 45)
            WHEN u(i, 2) < 0.15 THEN DATE '{as_of}' - 4 + n(i, 4, 9)
            WHEN u(i, 2) < 0.20 THEN pick(i, 3, [DATE '2015-05-01', DATE '2017-07-01', DATE '2018-02-08',
                DATE '2021-07-15', DATE '2024-01-01']) - 3 + n(i, 4, 7)
            WHEN u(i, 2) < 0.25 THEN make_date(2016 + n(i, 3, 9), 4 + n(i, 5, 2) * 6, 1) - 7 + n(i, 4, 14)
            ELSE DATE '2015-01-01' + n(i, 4, DATE '2026-03-31' - DATE '2015-01-01')
        END::DATE AS served
    FROM range({size}) numbers(i)
), limits AS (
    SELECT *, '贵州省第' || office || '交通运输综合行政执法支队' AS own_agency,
        CASE WHEN u(i, 6) < 0.70 THEN TRUE WHEN u(i, 6) < 0.87 THEN FALSE END AS told,
        CASE WHEN u(i, 7) < 0.75 THEN NULL ELSE pick(i, 8, [6, 6, 6, 3, 8, 12]) END::INTEGER AS months,
        CASE WHEN u(i, 9) < 0.04 THEN NULL WHEN u(i, 9) < 0.60 THEN ['罚款'] WHEN u(i, 9) < 0.74 THEN ['罚款', '没收违法所得']
            WHEN u(i, 9) < 0.82 THEN ['警告', '罚款'] WHEN u(i, 9) < 0.88 THEN ['警告']
            WHEN u(i, 9) < 0.91 THEN ['暂扣许可证件', '通报批评'] WHEN u(i, 9) < 0.96 THEN ['罚款', '责令停产停业']
            ELSE ['没收违法所得'] END AS kinds,
        u(i, 10) < 0.54 AS applies, u(i, 11) < 0.06 AS has_remedy, u(i, 12) < 0.05 AS has_deferral,
        pick(i, 13, [500, 1000, 3000, 5000, 10000, 30000])::DECIMAL(18, 2) AS sum_due
    FROM served
), dated AS (
    SELECT *, CASE WHEN office = 0 THEN '贵州省税务局稽查局' ELSE own_agency END AS agency,
        served - n(i, 14, 15) + CASE WHEN u(i, 15) < 0.01 THEN 20 ELSE 0 END AS decided,
        (served + to_months(CASE WHEN months IS NOT NULL THEN greatest(months, 6) WHEN told = FALSE THEN 12 ELSE 6 END)
            )::DATE AS sue_end
    FROM limits
), ends AS (
    SELECT *, (sue_end + INTERVAL 3 MONTH)::DATE AS last_day,
        CASE WHEN has_remedy THEN served + 5 + n(i, 16, 120) END AS filed FROM dated
)
SELECT *, '黔' || office || '交罚〔' || year(decided) || '〕' || i || '号' AS decision_no,
    CASE WHEN list_contains(kinds, '罚款') OR kinds IS NULL THEN sum_due END AS full_fine,
    CASE WHEN list_contains(kinds, '没收违法所得') THEN sum_due * 2 END AS gains,
    CASE WHEN NOT applies THEN NULL
        WHEN u(i, 17) < 0.10 THEN sue_end - n(i, 18, 30)
        WHEN u(i, 17) < 0.60 THEN sue_end + 1 + n(i, 18, 88)
        WHEN u(i, 17) < 0.85 THEN last_day - 6 + n(i, 18, 13)
        WHEN u(i, 17) < 0.86 THEN decided - n(i, 18, 10)
        ELSE last_day + n(i, 18, 200) END AS applied,
    u(i, 19) < 0.90 AS by_agency, u(i, 19) < 0.02 OR u(i, 19) > 0.12 AS by_court
FROM ends
"""

TABLES = {
    "penalties": """
        SELECT decision_no, agency, '当事人' || (i // 2) AS party_name,
            CASE WHEN i % 3 = 0 THEN 'organization' WHEN i % 3 = 1 THEN 'person' END AS party_kind,
            CASE WHEN u(i, 20) < 0.95 THEN lpad((i // 2)::VARCHAR, 18, '9') END AS party_id,
            '未取得道路运输经营许可,擅自从事道路运输经营' AS violation, decided - 60 AS occurred_on, decided - 58 AS found_on,
            decided - 50 AS opened_on, CASE WHEN u(i, 21) >= 0.0005 THEN decided END AS decided_on,
            CASE WHEN u(i, 22) >= 0.02 THEN served END AS served_on, served + 15 AS pay_by,
            array_to_string(kinds, ';') AS penalty_kinds,
            CASE WHEN u(i, 23) >= 0.03 THEN full_fine END AS fine, gains AS illegal_gains,
            CASE WHEN u(i, 24) >= 0.03 THEN gains END AS confiscated,
            '《中华人民共和国道路运输条例》第六十三条' AS legal_basis, u(i, 25) < 0.1 AS serious, u(i, 26) < 0.1 AS mitigation,
            u(i, 27) < 0.1 AS refused, told AS remedy_told, months AS suit_months_told, 60 AS reconsideration_days_told,
            '贵州省交通运输厅' AS reconsideration_organ_told,
            CASE WHEN u(i, 28) < 0.15 THEN last_day - 60 + n(i, 29, 70) END AS performed_on,
            CASE WHEN u(i, 30) < 0.01 THEN served + 30 + n(i, 31, 400) END AS revoked_on, NULL::VARCHAR AS document
        FROM histories""",
    "payments": """
        SELECT decision_no, CASE WHEN u(i, 40 + part) >= 0.01 THEN agency END AS agency,
            CASE WHEN u(i, 44 + part) < 0.0005 THEN NULL
                WHEN u(i, 50 + part) < 0.7 THEN served + n(i, 60 + part, 40) ELSE last_day - 5 + n(i, 60 + part, 11) END
                AS paid_on,
            CASE WHEN u(i, 70 + part) < 0.005 THEN -100.00 WHEN kind = 'gains' THEN sum_due * 2
                WHEN parts = 3 OR u(i, 71) < 0.3 THEN (sum_due / 2)::DECIMAL(18, 2) ELSE sum_due END AS amount,
            CASE WHEN u(i, 80 + part) < 0.03 THEN NULL WHEN u(i, 80 + part) < 0.08 THEN 'added_fine' ELSE kind END AS kind,
            CASE WHEN u(i, 90 + part) < 0.5 THEN 'R' || i || '-' || part END AS receipt_no
        FROM (
            SELECT *, unnest(range(parts)) AS part,
                CASE WHEN part = 1 AND gains IS NOT NULL OR full_fine IS NULL THEN 'gains' ELSE 'fine' END AS kind
            FROM (SELECT *, CASE WHEN u(i, 32) < 0.5 THEN 1 WHEN u(i, 32) < 0.85 THEN 2 ELSE 3 END AS parts
                FROM histories WHERE u(i, 33) < 0.667))""",
    "demands": """
        SELECT decision_no, CASE WHEN u(i, 110 + part) >= 0.01 THEN agency END AS agency,
            CASE WHEN u(i, 115 + part) >= 0.0005 THEN day + 20 * part END AS served_on
        FROM (SELECT *, unnest(CASE WHEN u(i, 111) < 0.1 THEN [0, 1] ELSE [0] END) AS part,
                CASE WHEN applied IS NULL THEN last_day - n(i, 112, 60) WHEN u(i, 113) < 0.10 THEN applied - n(i, 112, 18)
                    WHEN u(i, 113) < 0.14 THEN applied + 1 + n(i, 112, 5) ELSE applied - 15 - n(i, 112, 40) END AS day
            FROM histories WHERE u(i, 114) < CASE WHEN applied IS NULL THEN 0.05 ELSE 0.88 END)""",
    "deferrals": """
        SELECT decision_no, agency, granted AS granted_on,
            granted - 3 + CASE WHEN u(i, 125) < 0.001 THEN NULL WHEN u(i, 120) < 0.5 THEN n(i, 121, 90) ELSE n(i, 121, 400) END AS until,
            CASE WHEN u(i, 122) < 0.6 THEN 'deferral' ELSE 'instalments' END AS kind
        FROM (SELECT *, CASE WHEN u(i, 123) < 0.8 THEN served + n(i, 124, 200) ELSE last_day - 5 + n(i, 124, 11) END AS granted
            FROM histories WHERE has_deferral)""",
    "remedies": """
        SELECT decision_no, agency, kind, CASE WHEN u(i, 139) >= 0.001 THEN filed + 90 * part END AS filed_on,
            CASE WHEN u(i, 130) < 0.9 THEN filed + 90 * part + 5 END AS accepted_on,
            CASE WHEN u(i, 131) < 0.88 THEN filed + 90 * part + CASE WHEN u(i, 132) < 0.01 THEN -2 ELSE n(i, 133, 100) END
            END AS concluded_on,
            CASE WHEN u(i, 134) < 0.93 THEN filed + 90 * part + 105 + n(i, 135, 10) END AS served_on,
            pick(i, 136 + part, ['upheld', 'upheld', 'upheld', 'upheld', 'revoked', 'changed', 'withdrawn', 'withdrawn',
                'dismissed', 'not_accepted', 'mediated', '驳回']) AS outcome
        FROM (SELECT *, unnest(CASE WHEN u(i, 137) < 0.12 THEN [0, 1] ELSE [0] END) AS part,
                CASE WHEN part = 1 OR u(i, 138) < 0.3 THEN 'suit' ELSE 'reconsideration' END AS kind
            FROM histories WHERE has_remedy)""",
    "applications": """
        SELECT '申〔' || year(applied) || '〕' || i || '号' AS application_no, decision_no, agency,
            '贵州省第' || (office // 2) || '人民法院' AS court, '当事人' || (i // 2) AS party_name,
            lpad((i // 2)::VARCHAR, 18, '9') AS party_id,
            applied + CASE WHEN u(i, 144) < 0.0005 THEN NULL WHEN u(i, 140) < 0.1 THEN n(i, 141, 4) ELSE 0 END
                AS applied_on,
            CASE WHEN u(i, 142) < 0.06 THEN applied + 3 + n(i, 143, 10) END AS complete_on
        FROM histories WHERE applied <= as_of + 20 AND by_agency""",
    "court_cases": """
        SELECT '（' || year(applied) || '）黔' || (office // 2) || '行审' || i || '号' AS case_no,
            CASE WHEN u(i, 149) >= 0.0005 THEN '贵州省第' || (office // 2) || '人民法院' END AS court, agency AS applicant,
            CASE WHEN u(i, 150) < 0.97 THEN decision_no END AS decision_no, '当事人' || (i // 2) AS party_name,
            lpad((i // 2)::VARCHAR, 18, '9') AS party_id, CASE WHEN u(i, 151) < 0.97 THEN applied END AS applied_on,
            CASE WHEN u(i, 152) < 0.93 THEN accepted END AS accepted_on,
            CASE WHEN u(i, 153) < 0.10 THEN TRUE END AS hearing, CASE WHEN u(i, 154) < 0.03 THEN TRUE END AS urgent,
            CASE WHEN u(i, 155) < 0.94 THEN ruled END AS ruled_on, CASE WHEN u(i, 155) < 0.95 THEN answer END AS ruling,
            CASE WHEN u(i, 155) < 0.90 THEN ruled + n(i, 156, 12) END AS ruling_served_on,
            CASE WHEN answer IN ('refuse', 'not_accepted') AND u(i, 157) < 0.4 THEN ruled + 10 + n(i, 158, 8) END
                AS review_applied_on,
            CASE WHEN answer IN ('refuse', 'not_accepted') AND u(i, 157) < 0.35 THEN ruled + 18 + n(i, 159, 40) END
                AS review_ruled_on,
            CASE WHEN answer = 'allow' AND u(i, 160) < 0.8 THEN ruled + n(i, 161, 14) END AS enforcement_started_on,
            CASE WHEN answer = 'allow' AND u(i, 162) < 0.6 THEN ruled + 5 + n(i, 163, 90) END AS enforced_on
        FROM (
            SELECT *, applied + n(i, 164, 12) AS accepted, applied + n(i, 164, 12) + n(i, 165, 20) AS ruled,
                pick(i, 166, ['allow', 'allow', 'allow', 'allow', 'allow', 'allow', 'allow', 'refuse', 'refuse',
                    'not_accepted', 'withdrawn']) AS answer
            FROM histories WHERE applied <= as_of + 20 AND by_court)""",
}


def make(directory: Path, size: int = SIZE, seed: int = SEED, as_of: dt.date = AS_OF) -> dict[str, Path]:
    """Write one Parquet file a table into the directory."""
    connection = duckdb.connect()
    connection.execute(MACROS.format(seed=seed))
    connection.execute(HISTORIES.format(size=size, as_of=as_of.isoformat()))
    paths = {}
    for name, sql in TABLES.items():
        paths[name] = directory / f"{name}.parquet"
        connection.execute(f"COPY ({sql}) TO '{paths[name]}' (FORMAT parquet)")
    connection.close()
    return paths


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--size", type=int, default=SIZE, help="number of penalties")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    given.directory.mkdir(parents=True, exist_ok=True)
    for path in make(given.directory, given.size, given.seed).values():
        print(path)


if __name__ == "__main__":
    main()
