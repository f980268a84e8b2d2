"""Which row belongs to which decision (关联): the 64-bit keys, and what can't be told about which decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from supervision_rules.entities import TABLES, Table
from supervision_rules.intake._normal import number_sql
from supervision_rules.intake._sql import literal, name
from supervision_rules.intake._typed import cells_of

if TYPE_CHECKING:
    import duckdb

BITS = {table: 1 << i for i, table in enumerate(TABLES)}
"""The bit of each table in `doubts`."""
REJECTED = 8
"""How far to the left the same bit stands once more where the doubt comes from a rejected row."""

_UNIT = "chr(31)"
_DECISION = f"_n_agency || {_UNIT} || _n_decision_no"
_RELATED = ("payments", "demands", "deferrals", "remedies")
_OF_DECISIONS = ("penalties", *_RELATED, "applications")
_FORMS: Mapping[str, Mapping[str, str]] = {
    **{table: {"pkey": _DECISION} for table in _OF_DECISIONS},
    "applications": {
        "pkey": _DECISION,
        "akey": f"_n_agency || {_UNIT} || _n_application_no",
        "court_key": "_n_court",
    },
    "court_cases": {"ckey": f"_n_court || {_UNIT} || _n_case_no", "court_key": "_n_court"},
}
_LISTED = f"applicant || {_UNIT} || number"


def key_sql(form: str, salt: int) -> str:
    """The 63-bit key of a normal form, NULL for NULL.

    Half an MD5: the engine's own `hash` gives two case numbers that differ in two digits the same value now and then.
    """
    salted = f"({form}) || {literal(chr(31) + str(salt))}" if salt else f"({form})"
    return f"CASE WHEN ({form}) IS NOT NULL THEN CAST(md5_number_lower({salted}) >> 1 AS BIGINT) END"


def explode_cases(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `_case_numbers`: each decision number that a court case lists, with the applicant's normal form."""
    connection.execute(f"""
        CREATE OR REPLACE TABLE _case_numbers AS
        SELECT DISTINCT _row, applicant, {number_sql("written")} AS number
        FROM (SELECT _row, _n_applicant AS applicant, unnest(decision_no) AS written FROM {cells_of("court_cases")})""")


def choose_salt(connection: duckdb.DuckDBPyConnection) -> int:
    """The first salt under which no two normal forms share a key."""
    forms = [f"SELECT {form} AS form FROM {cells_of(table)}" for table in _FORMS for form in _FORMS[table].values()]
    forms.append(f"SELECT {_LISTED} FROM _case_numbers")
    salt = 0
    while True:
        counts = connection.execute(
            f"SELECT count(DISTINCT form), count(DISTINCT {key_sql('form', salt)}) FROM ({' UNION ALL '.join(forms)})"
        ).fetchone()
        if counts is None or counts[0] == counts[1]:
            return salt
        salt += 1


def link(connection: duckdb.DuckDBPyConnection, as_of: dt.date, salt: int) -> None:
    """Make the seven tables with their keys, `case_decisions`, `case_candidates` and `doubts`.

    A case concerns the decisions of `case_decisions`; those of `case_candidates` it may concern, one of several.
    """
    _known_decisions(connection, salt)
    _known_parties(connection, as_of, salt)
    for table in TABLES.values():
        _final(connection, table, salt)
    numbered, unnumbered = _cases(salt)
    for made, among in (("case_decisions", "decisions = 1"), ("case_candidates", "decisions > 1")):
        connection.execute(f"""
            CREATE OR REPLACE TABLE {made} AS
            SELECT DISTINCT ckey, pkey FROM ({numbered} UNION ALL {unnumbered}) JOIN court_cases USING (_row)
            WHERE {among} AND pkey >= 0""")
    doubts = (
        *_doubts_of_tables(as_of, salt),
        _doubts_of_cases(as_of, numbered, unnumbered),
        _doubts_without_penalties(as_of, salt),
    )
    found = " UNION ALL ".join(doubts)
    connection.execute(f"""
        CREATE OR REPLACE TABLE doubts AS
        SELECT pkey, bit_or(bit)::INTEGER AS bits FROM ({found}) WHERE pkey >= 0 GROUP BY pkey""")
    for helper in ("_asked", "_known", "_by_number", "_parties", "_by_party", "_case_numbers"):
        connection.execute(f"DROP TABLE {helper}")


def rejected_rows(table: str) -> str:
    """A query for the numbers of the table's rejected rows."""
    return f"(SELECT _row FROM _verdicts WHERE table_name = {literal(table)} AND reason IS NOT NULL)"


def _known_decisions(connection: duckdb.DuckDBPyConnection, salt: int) -> None:
    """`_known`: the decisions whose numbers rows without agency name; `_by_number`: how many have each number."""
    asked = [
        f"SELECT _n_decision_no AS number FROM {cells_of(t)} WHERE _n_agency IS NULL AND _n_decision_no IS NOT NULL"
        for t in _OF_DECISIONS
    ]
    asked.append("SELECT number FROM _case_numbers WHERE applicant IS NULL")
    connection.execute(f"CREATE OR REPLACE TABLE _asked AS {' UNION '.join(asked)}")
    sources = " UNION ".join(
        f"SELECT _n_decision_no AS number, {key_sql(_DECISION, salt)} AS pkey FROM {cells_of(table)} "
        "WHERE _n_agency IS NOT NULL AND _n_decision_no IN (SELECT number FROM _asked)"
        for table in ("penalties", "applications")
    )
    connection.execute(f"CREATE OR REPLACE TABLE _known AS {sources}")
    connection.execute("""
        CREATE OR REPLACE TABLE _by_number AS
        SELECT number, count(*) AS decisions, min(pkey) AS pkey FROM _known GROUP BY number""")


def _known_parties(connection: duckdb.DuckDBPyConnection, as_of: dt.date, salt: int) -> None:
    """`_parties`: the decisions against a party that a court case without number may concern.

    A rejected penalty counts as well: the case may be about it. A number with asterisks identifies nobody.
    """
    day = f"DATE '{as_of.isoformat()}'"
    connection.execute(f"""
        CREATE OR REPLACE TABLE _parties AS
        SELECT DISTINCT _n_agency AS agency, _n_party_id AS party,
            coalesce({key_sql(_DECISION, salt)}, -1 - _row) AS pkey
        FROM {cells_of("penalties")}
        WHERE _n_agency IS NOT NULL AND {usable_party("_n_party_id")}
            AND coalesce(decided_on <= {day}, TRUE) AND coalesce(served_on <= {day}, TRUE)""")
    connection.execute("""
        CREATE OR REPLACE TABLE _by_party AS
        SELECT agency, party, count(*) AS decisions FROM _parties GROUP BY ALL""")


def usable_party(party: str) -> str:
    """Whether the normal form of an identity number can identify somebody."""
    return f"({party} IS NOT NULL AND NOT contains({party}, '*'))"


def _final(connection: duckdb.DuckDBPyConnection, table: Table, salt: int) -> None:
    """The table as detectors see it: the rows kept, typed, with their keys."""
    columns = ", ".join(f"c.{name(column)}" for column in (*table.names, "_source", "_row"))
    keys = {key: key_sql(form, salt) for key, form in _FORMS[table.name].items()}
    join = ""
    if table.name in _RELATED:
        keys["pkey"] = f"coalesce({keys['pkey']}, b.pkey)"
        alone = "CASE WHEN c._n_agency IS NULL THEN c._n_decision_no END"
        join = f"LEFT JOIN (SELECT number, pkey FROM _by_number WHERE decisions = 1) b ON b.number = {alone}"
    dropped = f"SELECT _row FROM _verdicts WHERE table_name = {literal(table.name)}"
    connection.execute(f"""
        CREATE OR REPLACE TABLE {table.name} AS
        SELECT {columns}, {", ".join(f"{sql} AS {key}" for key, sql in keys.items())}
        FROM {cells_of(table.name)} c {join} WHERE c._row NOT IN ({dropped})""")


def _seen(table: str, as_of: dt.date) -> str:
    """Whether a row is of the run's day or earlier, or its day isn't known: later records are not seen."""
    return f"coalesce({name(TABLES[table].dated)} <= DATE '{as_of.isoformat()}', TRUE)"


def _doubts_of_tables(as_of: dt.date, salt: int) -> Iterator[str]:
    """Rejected rows, by agency and number or by number alone; kept rows whose number is that of several decisions."""
    for table in _OF_DECISIONS:
        cells, rejected = cells_of(table), rejected_rows(table)
        bit = BITS[table] | BITS[table] << REJECTED
        yield (
            f"SELECT {key_sql(_DECISION, salt)} AS pkey, {bit} AS bit FROM {cells} "
            f"WHERE _row IN {rejected} AND _n_agency IS NOT NULL AND _n_decision_no IS NOT NULL"
        )
        yield (
            f"SELECT k.pkey, {bit} AS bit FROM {cells} c JOIN _known k ON c._n_decision_no = k.number "
            f"WHERE c._n_agency IS NULL AND c._row IN {rejected}"
        )
        if table in _RELATED:
            cells = f"(SELECT * FROM {cells} WHERE {_seen(table, as_of)})"
            yield (
                f"SELECT k.pkey, {BITS[table]} AS bit FROM {cells} c JOIN _known k ON c._n_decision_no = k.number "
                f"JOIN _by_number b ON b.number = k.number WHERE c._n_agency IS NULL AND b.decisions > 1"
            )


def _cases(salt: int) -> tuple[str, str]:
    """Queries for the decisions each case may concern, and among how many: by number, and by party."""
    numbered = (
        f"SELECT _row, {key_sql(_LISTED, salt)} AS pkey, 1 AS decisions FROM _case_numbers WHERE applicant IS NOT NULL "
        "UNION ALL SELECT n._row, k.pkey, b.decisions FROM _case_numbers n JOIN _known k ON n.number = k.number "
        "JOIN _by_number b ON b.number = k.number WHERE n.applicant IS NULL"
    )
    unnumbered = (
        f"SELECT c._row, p.pkey, b.decisions FROM {cells_of('court_cases')} c "
        "JOIN _parties p ON p.agency = c._n_applicant AND p.party = c._n_party_id "
        "JOIN _by_party b ON b.agency = p.agency AND b.party = p.party WHERE c.decision_no IS NULL"
    )
    return numbered, unnumbered


def _doubts_of_cases(as_of: dt.date, numbered: str, unnumbered: str) -> str:
    bit, rejected = BITS["court_cases"], rejected_rows("court_cases")
    dropped = "(SELECT _row FROM _verdicts WHERE table_name = 'court_cases' AND reason IS NULL)"
    unseen = f"(SELECT _row FROM {cells_of('court_cases')} WHERE NOT {_seen('court_cases', as_of)})"
    return (
        f"SELECT pkey, CASE WHEN _row IN {rejected} THEN {bit | bit << REJECTED} ELSE {bit} END AS bit "
        f"FROM ({numbered} UNION ALL {unnumbered}) WHERE _row IN {rejected} "
        f"OR (decisions > 1 AND _row NOT IN {dropped} AND _row NOT IN {unseen})"
    )


def _doubts_without_penalties(as_of: dt.date, salt: int) -> str:
    """Without penalties a case without number may concern any application of the same agency and, where told, party."""
    cases = f"(SELECT * FROM {cells_of('court_cases')} WHERE decision_no IS NULL AND {_seen('court_cases', as_of)})"
    return (
        f"SELECT DISTINCT {key_sql(f'a.{_DECISION}'.replace('|| _n', '|| a._n'), salt)} AS pkey, {BITS['court_cases']} AS bit "
        f"FROM {cells_of('applications')} a JOIN {cases} c ON c._n_applicant = a._n_agency "
        f"AND {usable_party('c._n_party_id')} AND coalesce(c._n_party_id = a._n_party_id, TRUE) "
        f"WHERE NOT EXISTS (SELECT 1 FROM {cells_of('penalties')})"
    )
