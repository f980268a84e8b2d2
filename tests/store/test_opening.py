"""What can be wrong with a store is told clearly; writers wait for each other."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest

from store.examples import run_info, some_findings, write
from supervision_rules.errors import MissingExtraError, StoreError, SupervisionError, UsageError
from supervision_rules.store import Store


def code(caught: pytest.ExceptionInfo[SupervisionError]) -> str:
    (problem,) = caught.value.problems
    assert problem.zh
    assert problem.en
    return problem.code


@pytest.mark.parametrize("url", ["", "  ", "nonsense://x", "://", "postgresql+nothing://x/y"])
def test_no_address_of_a_database(url):
    with pytest.raises(UsageError) as caught:
        Store(url)
    assert code(caught) == "SR601"


def test_a_driver_that_is_not_installed():
    with pytest.raises(MissingExtraError) as caught:
        Store("mysql+pymysql://u:secret@h/d")
    assert code(caught) == "SR605"
    assert "pip install" in caught.value.text()


@pytest.mark.parametrize("place", ["no/such/folder/a.db", "."])
def test_a_path_that_can_not_be_opened(tmp_path, place):
    with pytest.raises(StoreError) as caught:
        Store(tmp_path / place)
    assert code(caught) == "SR602"


def test_a_password_is_not_shown():
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        Store("postgresql+psycopg://u:geheim@127.0.0.1:1/d?connect_timeout=1")
    assert code(caught) == "SR602"
    assert "geheim" not in caught.value.text()


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "a.db"
    path.write_text("文号,机关\n" * 200, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert code(caught) == "SR603"
    assert path.read_text(encoding="utf-8").startswith("文号")


def test_a_database_with_other_tables_of_our_names(tmp_path):
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table findings (x)")
        connection.commit()
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert code(caught) == "SR603"


@pytest.mark.parametrize(("version", "word"), [(99, "升级本程序"), (0, "转换")])
def test_another_version_of_the_schema(tmp_path, version, word):
    path = tmp_path / "a.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update store_version set version = ?", (version,))
        connection.commit()
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert code(caught) == "SR604"
    assert word in caught.value.text()


def test_a_read_only_file(tmp_path):
    path = tmp_path / "a.db"
    Store(path).close()
    with Store(f"sqlite:///file:{path}?mode=ro&uri=true") as store, pytest.raises(StoreError) as caught:
        write(store, some_findings(4))
    assert code(caught) == "SR602"


def test_nothing_is_created_where_that_was_not_asked_for(tmp_path):
    path = tmp_path / "a.db"
    with pytest.raises(UsageError) as caught:
        Store(path, create=False)
    assert code(caught) == "SR608"
    assert not path.exists()
    path.touch()
    with pytest.raises(UsageError):
        Store(path, create=False)
    Store(path).close()
    Store(path, create=False).close()


def test_in_memory():
    with Store("sqlite://") as store:
        assert write(store, some_findings(4)).findings.new == 4
        assert len(list(store.findings())) == 4


def test_a_second_writer_gets_a_clear_error_after_waiting(tmp_path):
    path = tmp_path / "a.db"
    with Store(path) as first, Store(path, wait_seconds=0.05) as second:
        begun: list[SupervisionError] = []

        def on_step(name: str) -> None:
            if name == "added run":
                with pytest.raises(StoreError) as caught:
                    write(second, some_findings(4))
                begun.append(caught.value)
                assert list(second.findings()) == []  # reading goes on

        first._step = on_step
        write(first, some_findings(8))
        assert [error.problems[0].code for error in begun] == ["SR606"]
        assert write(second, some_findings(8)).findings.known == 8


def test_writers_at_once_wait_for_each_other(tmp_path):
    path = tmp_path / "a.db"
    Store(path).close()
    failed: list[BaseException] = []

    def work(ruleset: str) -> None:
        try:
            with Store(path) as store:
                for _ in range(3):
                    store.write(run_info(ruleset), [some_findings(200)])
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Store(path) as store:
        assert [run["id"] for run in store.runs()] == list(range(1, 10))
        assert len(list(store.findings())) == 600
