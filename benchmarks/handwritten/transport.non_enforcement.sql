-- transport.non_enforcement by hand, for the prepared tables with all their columns present.
--
-- Narrow first: only keys, days and flags go through the joins; texts are fetched at the end, for reported rows alone.
-- Rungs 1 to 4 need the penalty alone, so what they settle leaves before the joins. Remedies and deferrals, few, are
-- judged with their own deadlines before they meet the penalties.
-- Variables: as_of, law_last (the last start in the deadline tables).
WITH agency AS (
    SELECT pkey, min(applied_on) AS agency_day FROM applications WHERE applied_on <= getvariable('as_of') GROUP BY pkey
), court AS (
    SELECT d.pkey, min(c.applied_on) AS court_first, bool_or(c.applied_on IS NULL) AS undated, bool_or(c.urgent) AS urgent
    FROM court_cases c JOIN case_decisions d ON d.ckey = c.ckey
    WHERE c.applied_on <= getvariable('as_of') OR c.applied_on IS NULL
    GROUP BY d.pkey
), own AS (
    SELECT rowid AS rid, pkey, decided_on, served_on, suit_months_told,
        CASE WHEN performed_on <= getvariable('as_of') THEN performed_on ELSE DATE '9999-12-31' END AS performed_on,
        fine, confiscated, penalty_kinds IS NULL AS kinds_unknown,
        list_contains(penalty_kinds, '罚款') AS names_fine, list_contains(penalty_kinds, '没收违法所得') AS names_gains,
        len(list_filter(penalty_kinds, lambda k: k NOT IN ('警告', '通报批评', '暂扣许可证件', '降低资质等级', '吊销许可证件',
            '限制从业', '行政拘留', '罚款', '没收违法所得'))) > 0 AS other_duty,
        CASE WHEN suit_months_told IS NOT NULL THEN greatest(suit_months_told, 6)
            WHEN remedy_told THEN 6 WHEN NOT remedy_told THEN -1 ELSE 0 END AS told_case,
        CASE
            WHEN decided_on > getvariable('as_of') OR coalesce(served_on > getvariable('as_of'), FALSE) THEN 1
            WHEN revoked_on <= getvariable('as_of') THEN 2
            WHEN coalesce(fine, 0) > 0 OR coalesce(confiscated, 0) > 0 AND penalty_kinds IS NOT NULL THEN
                CASE WHEN contains(agency, '海关') OR contains(agency, '税务') THEN 4 END
            WHEN penalty_kinds IS NULL THEN -3
            WHEN len(list_filter(penalty_kinds, lambda k: k NOT IN ('警告', '通报批评', '暂扣许可证件', '降低资质等级',
                '吊销许可证件', '限制从业', '行政拘留'))) = 0
                THEN 3
            WHEN contains(agency, '海关') OR contains(agency, '税务') THEN 4
        END AS early_rung
    FROM penalties
), applied AS (
    SELECT o.* EXCLUDE (early_rung), coalesce(o.early_rung, 0) AS early_rung, coalesce(b.bits, 0) AS bits,
        coalesce(b.bits, 0) & 96 > 0 AS doubted, coalesce(c.urgent, FALSE) AS urgent,
        a.agency_day IS NOT NULL OR c.undated IS NOT NULL AS exists_one,
        coalesce(c.undated, FALSE) AND a.agency_day IS NULL AS no_day,
        CASE WHEN coalesce(b.bits, 0) & 96 > 0 OR a.agency_day IS NULL AND coalesce(c.undated, TRUE) THEN DATE '0001-01-01'
            ELSE least(a.agency_day, c.court_first) END AS applied_lo,
        CASE WHEN coalesce(b.bits, 0) & 96 > 0 OR a.agency_day IS NULL AND c.undated IS NULL THEN DATE '9999-12-31'
            WHEN NOT coalesce(c.undated, FALSE) THEN greatest(a.agency_day, c.court_first)
            WHEN a.agency_day IS NULL THEN coalesce(c.court_first, DATE '9999-12-31')
            ELSE a.agency_day END AS applied_hi
    FROM own o
    LEFT JOIN doubts b ON b.pkey = o.pkey
    LEFT JOIN agency a ON a.pkey = o.pkey
    LEFT JOIN court c ON c.pkey = o.pkey
    WHERE o.early_rung IS NULL OR o.early_rung < 0
), judged_as_of AS (
    SELECT pkey,
        CASE WHEN doubted OR exists_one THEN applied_lo ELSE getvariable('as_of') END AS judged_lo,
        CASE WHEN doubted OR exists_one THEN applied_hi ELSE getvariable('as_of') END AS judged_hi
    FROM applied
), remedy_rows AS (
    SELECT r.pkey, r.kind = 'suit' AS is_suit, r.filed_on, r.served_on, j.judged_lo, j.judged_hi,
        CASE WHEN r.concluded_on <= getvariable('as_of') THEN r.concluded_on ELSE DATE '9999-12-31' END AS concluded_on,
        CASE WHEN r.concluded_on <= getvariable('as_of') OR r.concluded_on = DATE '9999-12-31' THEN r.outcome END AS outcome,
        CASE WHEN r.accepted_on <= getvariable('as_of') THEN r.accepted_on ELSE r.filed_on END AS pending_from
    FROM remedies r JOIN judged_as_of j ON j.pkey = r.pkey
), remedy_seen AS (
    SELECT r.*,
        CASE WHEN filed_on <= judged_lo THEN TRUE WHEN filed_on > judged_hi THEN FALSE END AS seen,
        concluded_on = DATE '9999-12-31' AND outcome IS NOT NULL AS open_but_decided,
        CASE WHEN concluded_on = DATE '9999-12-31' AND outcome IS NOT NULL THEN NULL WHEN concluded_on <= judged_lo THEN TRUE
            WHEN concluded_on > judged_hi OR concluded_on = DATE '9999-12-31' THEN FALSE END AS concluded,
        coalesce(l.earliest, CASE WHEN pending_from > getvariable('law_last') THEN pending_from ELSE DATE '0001-01-01' END)
            AS pending_end
    FROM remedy_rows r LEFT JOIN law_reconsideration_pending l ON l.start = r.pending_from
), remedy_flags AS (
    SELECT *, seen AND concluded AS over, coalesce(seen AND concluded, FALSE) AS counts FROM remedy_seen
), remedy_sums AS (
    SELECT pkey,
        max(CASE WHEN coalesce(outcome NOT IN ('revoked', 'changed', 'mediated'), TRUE) OR NOT over THEN 0
            WHEN over THEN 2 ELSE 1 END) AS annulled,
        max(CASE WHEN NOT is_suit OR coalesce(outcome <> 'upheld', TRUE) OR NOT over THEN 0 WHEN over THEN 2 ELSE 1 END)
            AS adjudged,
        max(CASE pending WHEN TRUE THEN 2 WHEN FALSE THEN 0 ELSE 1 END) AS pending,
        max(CASE WHEN concluded_on >= filed_on OR NOT seen THEN 0 WHEN seen THEN 2 ELSE 1 END) AS contradicts,
        coalesce(bool_or(counts AND NOT is_suit AND outcome = 'upheld'), FALSE) AS upheld,
        max(CASE WHEN answers THEN coalesce(served_on, DATE '0001-01-01') ELSE DATE '0001-01-01' END) AS answered_lo,
        max(CASE WHEN answers THEN CASE WHEN served_on < DATE '2017-07-01' THEN DATE '9999-12-31'
            ELSE coalesce(served_on, DATE '9999-12-31') END ELSE DATE '0001-01-01' END) AS answered_hi,
        max(CASE WHEN counts AND outcome IN ('withdrawn', 'not_accepted', 'dismissed') THEN concluded_on
            ELSE DATE '0001-01-01' END) AS concluded_on,
        bool_or(coalesce(seen, TRUE) AND outcome IS NULL AND concluded_on < DATE '9999-12-31') AS outcome_missing,
        bool_or(open_but_decided) AS concluded_missing
    FROM (
        SELECT *, coalesce(counts AND NOT is_suit AND outcome IN ('upheld', 'dismissed'), FALSE) AS answers,
            (seen AND NOT concluded AND (is_suit OR CASE WHEN judged_hi <= pending_end THEN TRUE END))
                OR (over AND outcome IS NULL AND NULL) AS pending
        FROM remedy_flags
    )
    GROUP BY pkey
), remedied AS (
    SELECT s.*,
        coalesce(lo.earliest, CASE WHEN answered_lo > getvariable('law_last') THEN answered_lo ELSE DATE '0001-01-01' END)
            AS again_lo,
        coalesce(hi.latest, DATE '9999-12-31') AS again_hi
    FROM remedy_sums s
    LEFT JOIN law_sue_after_reconsideration lo ON lo.start = s.answered_lo
    LEFT JOIN law_sue_after_reconsideration hi ON hi.start = s.answered_hi
), sued AS (
    SELECT a.*, coalesce(r.upheld, FALSE) AS upheld,
        CASE WHEN a.bits & 16 > 0 THEN 1 ELSE coalesce(r.annulled, 0) END AS annulled,
        CASE WHEN a.bits & 16 > 0 THEN 1 ELSE coalesce(r.adjudged, 0) END AS adjudged,
        CASE WHEN a.bits & 16 > 0 THEN 1 ELSE coalesce(r.pending, 0) END AS pending,
        coalesce(r.contradicts, 0) AS contradicts,
        coalesce(r.outcome_missing, FALSE) AS outcome_missing, coalesce(r.concluded_missing, FALSE) AS concluded_missing,
        coalesce(r.answered_lo, DATE '0001-01-01') AS answered_lo, coalesce(r.answered_hi, DATE '0001-01-01') AS answered_hi,
        coalesce(r.again_lo, DATE '0001-01-01') AS again_lo, coalesce(r.again_hi, DATE '0001-01-01') AS again_hi,
        coalesce(r.concluded_on, DATE '0001-01-01') AS concluded_on,
        CASE WHEN r.upheld THEN DATE '0001-01-01' ELSE coalesce(l.earliest,
            CASE WHEN a.served_on > getvariable('law_last') THEN a.served_on ELSE DATE '0001-01-01' END) END AS service_lo,
        CASE WHEN r.upheld THEN DATE '0001-01-01' ELSE coalesce(l.latest, DATE '9999-12-31') END AS service_hi
    FROM applied a
    LEFT JOIN remedied r ON r.pkey = a.pkey
    LEFT JOIN law_sue_from_service_by_case l ON l.start = a.served_on AND l.variant = a.told_case
), deferral_rows AS (
    SELECT d.pkey, d.granted_on, d.until, s.bits, coalesce(d.granted_on <= CASE WHEN doubted OR exists_one THEN applied_lo
            ELSE getvariable('as_of') END, FALSE) AS surely_seen,
        d.granted_on <= CASE WHEN doubted OR exists_one THEN applied_hi ELSE getvariable('as_of') END AS maybe_seen,
        greatest(service_lo, again_lo, concluded_on) AS opens_lo
    FROM deferrals d JOIN sued s ON s.pkey = d.pkey
), deferred AS (
    SELECT pkey, max(CASE WHEN counts THEN until ELSE DATE '0001-01-01' END) AS until,
        bool_or(maybe_seen AND NOT counts) AS doubtful
    FROM (
        SELECT d.*, surely_seen AND until >= DATE '2021-07-15' AND until >= granted_on AND granted_on <= coalesce(l.earliest,
            CASE WHEN opens_lo > getvariable('law_last') THEN opens_lo ELSE DATE '0001-01-01' END) AS counts
        FROM deferral_rows d LEFT JOIN law_apply l ON l.start = d.opens_lo
    )
    GROUP BY pkey
), started AS (
    SELECT s.*, greatest(service_lo, again_lo) AS sue_lo, greatest(service_hi, again_hi) AS sue_hi,
        s.bits & 8 > 0 OR coalesce(d.doubtful, FALSE) AS deferral_doubtful,
        CASE WHEN s.bits & 8 > 0 THEN DATE '0001-01-01' ELSE coalesce(d.until, DATE '0001-01-01') END AS until_lo,
        CASE WHEN s.bits & 8 > 0 OR d.doubtful THEN DATE '9999-12-31' ELSE coalesce(d.until, DATE '0001-01-01') END AS until_hi
    FROM sued s LEFT JOIN deferred d ON d.pkey = s.pkey
), opened AS (
    SELECT *, greatest(sue_lo, until_lo) AS early_lo, greatest(sue_hi, until_hi) AS early_hi,
        greatest(sue_lo, until_lo, concluded_on) AS start_lo, greatest(sue_hi, until_hi, concluded_on) AS start_hi
    FROM started
), timed AS (
    SELECT o.*,
        coalesce(lo.earliest, CASE WHEN start_lo > getvariable('law_last') THEN start_lo ELSE DATE '0001-01-01' END) AS apply_lo,
        coalesce(hi.latest, DATE '9999-12-31') AS apply_hi
    FROM opened o
    LEFT JOIN law_apply lo ON lo.start = o.start_lo
    LEFT JOIN law_apply hi ON hi.start = o.start_hi
), paid_rows AS (
    SELECT p.pkey, p.paid_on, p.amount, p.kind IS NULL AS unkind,
        p.paid_on <= t.apply_hi AS in_time, p.kind IS NOT NULL AND p.paid_on <= t.apply_lo AS surely
    FROM payments p JOIN timed t ON t.pkey = p.pkey
    WHERE p.paid_on <= getvariable('as_of') AND (p.kind IS NULL OR p.kind <> 'added_fine') AND NOT t.exists_one AND NOT t.doubted
), paid AS (
    SELECT pkey, sum(amount) FILTER (surely) AS early, sum(amount) FILTER (in_time) AS late,
        bool_or(in_time) AS any_paid, bool_or(unkind) AS unkind
    FROM paid_rows GROUP BY pkey
), peaks AS (
    SELECT pkey, max(early) AS early, max(late) AS late
    FROM (
        SELECT pkey, sum(early) OVER days AS early, sum(late) OVER days AS late
        FROM (
            SELECT pkey, paid_on, coalesce(sum(amount) FILTER (surely), 0) AS early,
                coalesce(sum(amount) FILTER (in_time), 0) AS late
            FROM paid_rows WHERE pkey IN (SELECT pkey FROM paid_rows WHERE amount < 0) GROUP BY pkey, paid_on
        )
        WINDOW days AS (PARTITION BY pkey ORDER BY paid_on)
    )
    GROUP BY pkey
), facts AS (
    SELECT t.*, coalesce(p.any_paid, FALSE) AS any_paid, coalesce(p.unkind, FALSE) AS unkind,
        coalesce(k.early, p.early, 0) AS paid_early, coalesce(k.late, p.late, 0) AS paid_late,
        coalesce(t.fine, 0) + coalesce(t.confiscated, 0) AS total,
        t.fine IS NULL AND coalesce(t.names_fine, TRUE) OR t.confiscated IS NULL AND coalesce(t.names_gains, FALSE)
            AS total_unknown,
        CASE WHEN t.doubted THEN NULL ELSE t.exists_one END AS has,
        CASE WHEN t.performed_on <= t.apply_lo AND t.performed_on < DATE '9999-12-31' THEN TRUE
            WHEN t.performed_on > t.apply_hi OR t.performed_on = DATE '9999-12-31' THEN FALSE END AS by_record
    FROM timed t LEFT JOIN paid p ON p.pkey = t.pkey LEFT JOIN peaks k ON k.pkey = t.pkey
), money AS (
    SELECT *, CASE WHEN bits & 2 > 0 THEN NULL
            WHEN total_unknown THEN CASE WHEN any_paid THEN NULL ELSE FALSE END
            WHEN paid_early >= total THEN TRUE WHEN paid_late < total THEN FALSE END AS by_sum
    FROM facts
), numbered AS (
    SELECT rid, pkey, decided_on, served_on, applied_lo, applied_hi, suit_months_told, told_case, service_lo, service_hi,
        answered_lo, answered_hi, again_lo, again_hi, sue_lo, sue_hi, until_lo, until_hi, early_lo, early_hi, concluded_on,
        start_lo, start_hi, apply_lo, apply_hi, bits, doubted, has, no_day, contradicts, outcome_missing,
        concluded_missing, pending, upheld, deferral_doubtful, unkind, any_paid, total_unknown, kinds_unknown, fine,
        confiscated, urgent,
        CASE
            WHEN early_rung < 0 THEN early_rung
            WHEN served_on < decided_on OR has AND applied_lo < decided_on AND applied_lo > DATE '0001-01-01'
                OR has AND applied_hi < decided_on OR contradicts > 0 THEN -5
            WHEN annulled > 0 THEN CASE annulled WHEN 2 THEN 6 ELSE -6 END
            WHEN adjudged > 0 THEN CASE adjudged WHEN 2 THEN 7 ELSE -7 END
            WHEN pending > 0 THEN CASE pending WHEN 2 THEN 8 ELSE -8 END
            WHEN coalesce(has, TRUE) AND applied_lo <= early_hi THEN
                CASE WHEN has AND applied_hi <= early_lo AND NOT urgent THEN 9 ELSE -9 END
            WHEN coalesce(has, TRUE) AND applied_hi > apply_lo THEN CASE WHEN has AND applied_lo > apply_hi THEN 10 ELSE -10 END
            WHEN has THEN 11
            WHEN has IS NULL THEN -11
            WHEN by_record OR CASE WHEN other_duty THEN FALSE ELSE by_sum AND NOT kinds_unknown END THEN 12
            WHEN by_record IS NULL OR CASE WHEN other_duty THEN FALSE ELSE by_sum IS NULL OR by_sum END THEN -12
            WHEN getvariable('as_of') > apply_lo THEN CASE WHEN getvariable('as_of') > apply_hi THEN 13 ELSE -13 END
            WHEN apply_lo <= getvariable('as_of') + 30 THEN
                CASE WHEN apply_hi <= getvariable('as_of') + 30 THEN 14 ELSE -14 END
            ELSE 15
        END::SMALLINT AS rung_number
    FROM money
), reported AS (
    SELECT *,
        ((bits & 96 > 0)::BIGINT * 96)
            + (NOT doubted AND (no_day OR has AND applied_lo <> applied_hi))::BIGINT * 128 AS application_bits,
        (served_on IS NULL AND NOT upheld)::BIGINT * 2048 + (told_case = 0 AND NOT upheld)::BIGINT * 4096
            + (coalesce(served_on < DATE '2018-02-08', FALSE) AND service_hi = DATE '9999-12-31'
                OR answered_hi < DATE '2018-02-08' AND again_hi = DATE '9999-12-31')::BIGINT * 8192
            + (answered_hi = DATE '9999-12-31')::BIGINT * 16384 + deferral_doubtful::BIGINT * 32768
            + (apply_hi = DATE '9999-12-31' AND start_hi < DATE '9999-12-31')::BIGINT * 65536 AS time_bits
    FROM numbered WHERE rung_number < 0 OR rung_number IN (9, 10, 13, 14)
)
SELECT r.rung_number, p.decision_no, p.agency, NULL::VARCHAR AS case_no, NULL::VARCHAR AS court, p.party_name,
    'penalties' AS subject_table, p._source AS subject_source, p._row AS subject_row, NULL::VARCHAR AS subject_no, r.pkey,
    NULL::BIGINT AS ckey, NULL::BIGINT AS akey,
    nullif(CASE WHEN r.rung_number = 9 THEN early_hi WHEN r.rung_number IN (10, 13, 14) THEN apply_hi END, DATE '9999-12-31')
        AS due_on,
    CASE WHEN r.rung_number IN (9, 10) THEN nullif(applied_lo, DATE '9999-12-31') END AS happened_on,
    CASE r.rung_number
        WHEN -3 THEN r.kinds_unknown::BIGINT * 2 + (r.fine IS NULL)::BIGINT * 4
        WHEN -5 THEN coalesce(r.served_on < r.decided_on OR has AND applied_lo < r.decided_on AND applied_lo > DATE '0001-01-01'
                OR has AND applied_hi < r.decided_on OR contradicts = 2, FALSE)::BIGINT * 8
            + (contradicts > 0)::BIGINT * 16 + application_bits
        WHEN -9 THEN time_bits + application_bits + (r.urgent OR bits & 16384 > 0)::BIGINT * 131072
        WHEN -10 THEN time_bits + application_bits
        WHEN -12 THEN (bits & 2 > 0)::BIGINT * 524288 + unkind::BIGINT * 1048576
            + (r.kinds_unknown AND any_paid)::BIGINT * 2 + (total_unknown AND r.fine IS NULL)::BIGINT * 4
            + (total_unknown AND r.confiscated IS NULL)::BIGINT * 2097152 + time_bits
        WHEN -13 THEN time_bits
        WHEN -14 THEN time_bits
        ELSE CASE WHEN r.rung_number BETWEEN -8 AND -6 THEN (bits & 16 > 0)::BIGINT * 256 + outcome_missing::BIGINT * 512
            + (concluded_missing OR pending = 1)::BIGINT * 1024 + application_bits ELSE 0 END
    END AS missing_bits,
    r.served_on AS x_served_on, p.pay_by AS x_pay_by, applied_lo AS x_applied_lo, applied_hi AS x_applied_hi,
    r.suit_months_told AS x_suit_months_told, coalesce(r.served_on, DATE '0001-01-01') AS x_served_lo,
    coalesce(r.served_on, DATE '9999-12-31') AS x_served_hi, service_lo AS x_sue_from_service_lo,
    service_hi AS x_sue_from_service_hi, told_case AS x_told_case, answered_lo AS x_answered_lo, answered_hi AS x_answered_hi,
    again_lo AS x_sue_after_reconsideration_lo, again_hi AS x_sue_after_reconsideration_hi, sue_lo AS x_sue_lo,
    sue_hi AS x_sue_hi, until_lo AS x_until_lo, until_hi AS x_until_hi, early_lo AS x_early_lo, early_hi AS x_early_hi,
    concluded_on AS x_concluded_lo, concluded_on AS x_concluded_hi, start_lo AS x_period_start_lo,
    start_hi AS x_period_start_hi, apply_lo AS x_apply_lo, apply_hi AS x_apply_hi, NULL::BIGINT AS n
FROM reported r JOIN penalties p ON p.rowid = r.rid
UNION ALL BY NAME
SELECT rung_number, count(*) AS n FROM (
    SELECT rung_number FROM numbered WHERE NOT (rung_number < 0 OR rung_number IN (9, 10, 13, 14))
    UNION ALL SELECT early_rung::SMALLINT FROM own WHERE early_rung > 0
) GROUP BY rung_number
