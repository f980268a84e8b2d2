-- transport.demand by hand, for the prepared tables with all their columns present.
--
-- Narrow first: texts are fetched at the end, for reported rows alone.
-- Variables: as_of, law_last (the last start in the deadline tables).
WITH agency AS (
    SELECT pkey, min(applied_on) AS agency_day FROM applications WHERE applied_on <= getvariable('as_of') GROUP BY pkey
), court AS (
    SELECT d.pkey, min(c.applied_on) AS court_first, bool_or(c.applied_on IS NULL) AS undated, bool_or(c.urgent) AS urgent
    FROM court_cases c JOIN case_decisions d ON d.ckey = c.ckey
    WHERE c.applied_on <= getvariable('as_of') OR c.applied_on IS NULL
    GROUP BY d.pkey
), demanded AS (
    SELECT pkey, min(served_on) AS demanded_on FROM demands WHERE served_on <= getvariable('as_of') GROUP BY pkey
), subjects AS (
    SELECT p.rowid AS rid, p.pkey, a.agency_day, c.court_first, coalesce(c.undated, FALSE) AS undated,
        coalesce(c.urgent, FALSE) AS urgent,
        coalesce(b.bits, 0) AS bits, coalesce(b.bits, 0) & 96 > 0 AS doubted,
        a.pkey IS NOT NULL OR c.pkey IS NOT NULL AS exists_one,
        CASE
            WHEN a.pkey IS NULL AND c.pkey IS NULL AND coalesce(b.bits, 0) & 96 = 0 THEN 1
            WHEN p.decided_on > getvariable('as_of') OR coalesce(p.served_on > getvariable('as_of'), FALSE) THEN 2
            WHEN p.revoked_on <= getvariable('as_of') THEN 3
            WHEN coalesce(p.fine, 0) > 0 OR coalesce(p.confiscated, 0) > 0 AND p.penalty_kinds IS NOT NULL THEN
                CASE WHEN contains(p.agency, '海关') OR contains(p.agency, '税务') THEN 5 END
            WHEN p.penalty_kinds IS NULL THEN -4
            WHEN len(list_filter(p.penalty_kinds, lambda k: k NOT IN ('警告', '通报批评', '暂扣许可证件', '降低资质等级',
                '吊销许可证件', '限制从业', '行政拘留'))) = 0 THEN 4
            WHEN contains(p.agency, '海关') OR contains(p.agency, '税务') THEN 5
        END AS early_rung
    FROM penalties p
    LEFT JOIN agency a ON a.pkey = p.pkey
    LEFT JOIN court c ON c.pkey = p.pkey
    LEFT JOIN doubts b ON b.pkey = p.pkey
), spans AS (
    SELECT *,
        CASE WHEN doubted OR NOT exists_one OR undated AND agency_day IS NULL THEN DATE '0001-01-01'
            ELSE least(agency_day, court_first) END AS applied_lo,
        CASE WHEN doubted OR NOT exists_one THEN DATE '9999-12-31'
            WHEN undated THEN coalesce(agency_day, court_first, DATE '9999-12-31')
            ELSE greatest(agency_day, court_first) END AS applied_hi,
        CASE WHEN doubted THEN NULL ELSE exists_one END AS has
    FROM subjects
), timed AS (
    SELECT s.*, d.demanded_on,
        coalesce(l.earliest, CASE WHEN d.demanded_on > getvariable('law_last') THEN d.demanded_on ELSE DATE '0001-01-01' END)
            AS demand_lo,
        coalesce(l.latest, DATE '9999-12-31') AS demand_hi
    FROM spans s
    LEFT JOIN demanded d ON d.pkey = s.pkey
    LEFT JOIN law_demand l ON l.start = d.demanded_on
), numbered AS (
    SELECT *, CASE
        WHEN early_rung IS NOT NULL THEN early_rung
        WHEN bits & 16384 > 0 THEN -6
        WHEN urgent THEN 6
        WHEN bits & 4 > 0 OR demanded_on IS NULL OR demanded_on > applied_lo THEN
            CASE WHEN has AND bits & 4 = 0 AND (demanded_on IS NULL OR demanded_on > applied_hi) THEN 7 ELSE -7 END
        WHEN applied_lo <= demand_hi THEN CASE WHEN has AND applied_hi <= demand_lo THEN 8 ELSE -8 END
        ELSE 9 END::SMALLINT AS rung_number
    FROM timed
)
SELECT r.rung_number, p.decision_no, p.agency, NULL::VARCHAR AS case_no, NULL::VARCHAR AS court, p.party_name,
    'penalties' AS subject_table, p._source AS subject_source, p._row AS subject_row, NULL::VARCHAR AS subject_no, r.pkey,
    NULL::BIGINT AS ckey, NULL::BIGINT AS akey,
    CASE WHEN r.rung_number = 8 THEN nullif(demand_hi, DATE '9999-12-31') END AS due_on,
    CASE WHEN r.rung_number = 8 THEN nullif(applied_lo, DATE '9999-12-31') END AS happened_on,
    CASE r.rung_number
        WHEN -4 THEN (p.penalty_kinds IS NULL)::BIGINT * 2 + (p.fine IS NULL)::BIGINT * 4
        WHEN -6 THEN 8
        WHEN -7 THEN missing
        WHEN -8 THEN missing + (demand_hi = DATE '9999-12-31')::BIGINT * 256
        ELSE 0
    END AS missing_bits,
    nullif(applied_lo, DATE '0001-01-01') AS x_applied_on, demanded_on AS x_demanded_on, applied_lo AS x_applied_lo,
    applied_hi AS x_applied_hi, coalesce(demanded_on, DATE '0001-01-01') AS x_demanded_lo,
    coalesce(demanded_on, DATE '9999-12-31') AS x_demanded_hi, demand_lo AS x_demand_lo, demand_hi AS x_demand_hi,
    NULL::BIGINT AS n
FROM (
    SELECT *, (bits & 4 > 0)::BIGINT * 16 + doubted::BIGINT * 96
        + (NOT doubted AND (undated AND agency_day IS NULL OR has AND applied_lo <> applied_hi))::BIGINT * 128 AS missing
    FROM numbered WHERE rung_number < 0 OR rung_number IN (7, 8)
) r JOIN penalties p ON p.rowid = r.rid
UNION ALL BY NAME
SELECT rung_number, count(*) AS n FROM numbered WHERE NOT (rung_number < 0 OR rung_number IN (7, 8)) GROUP BY rung_number
