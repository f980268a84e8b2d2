def _existing(target: Path) -> StatuteEntry | None:
    if not target.exists():
        return None
    entry, _ = read_entry(target.read_text("utf-8-sig"), str(target))
    return entry


def _written(base: Outcome, entry: StatuteEntry, existing: StatuteEntry | None, replace_changed: bool) -> Outcome:
    assert base.target is not None
    assert base.passed is not None
    if existing is None or not existing.versions:
        write_atomically(base.target, render(entry))
        return replace(base, status="added")
    old, new = existing.versions[0], entry.versions[0]
    before, after = _texts(old), _texts(new)
    changed = [name for name in after if name in before and before[name] != after[name]]
    if changed or (bool(after) != bool(before)):
        if not replace_changed:
            problem = _problems.differs(base.files[0], base.title, base.passed, base.target, changed)
            return replace(base, status="refused", problem=problem)
        write_atomically(base.target.with_name(base.target.name + ".bak"), base.target.read_text("utf-8"))
        write_atomically(base.target, render(entry))
        return replace(base, status="replaced")
    added = [name for name in after if name not in before]
    days = new.effective_from != old.effective_from and new.source == _BY_USER
    if not added and not days:
        return replace(base, status="unchanged", effective_from=old.effective_from)
    articles = {**(old.articles or {}), **(new.articles or {})}
    ordered = dict(sorted(articles.items(), key=lambda pair: tuple(map(int, pair[0].split("-")))))
    numbers = {int(name.partition("-")[0]) for name in ordered}
    version = old.model_copy(
        update={
            "articles": ordered or None,
            "chapters": tuple(
                sorted({*old.chapters, *new.chapters}, key=lambda c: tuple(map(int, c.before.split("-"))))
            ),
            "partial": old.partial and new.partial,
            "missing": tuple(n for n in range(1, max(numbers, default=0)) if n not in numbers),
        }
        | ({"effective_from": new.effective_from, "source": new.source} if days else {})
    )
    repeals = tuple(dict.fromkeys((*existing.repeals, *entry.repeals)))
    write_atomically(base.target, render(existing.model_copy(update={"versions": (version,), "repeals": repeals})))
    return replace(base, status="extended" if added else "replaced", effective_from=version.effective_from)


def _texts(version: VersionEntry) -> dict[str, str]:
    return {name: article_text(article) for name, article in (version.articles or {}).items()}


def write_atomically(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    Raises:
        SupervisionError: it can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise SupervisionError.of("SR431", f"无法写入 {path}({reason})", f"can't write {path} ({reason})") from error
