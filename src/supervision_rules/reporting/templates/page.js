// The page: heads, filter, pages of rows, opening of rows.
const $ = (id) => document.getElementById(id);
const state = { sort: '', descending: false, page: 0, found: [] };

const filterNow = () => ({
  text: $('f-text').value.trim(), kind: $('f-kind').value, status: $('f-status').value,
  severity: $('f-severity').value, agency: $('f-agency').value, suppressed: $('f-suppressed').checked,
});

function badge(type, text) {
  return element('span', { class: `badge ${type}` }, text);
}

function lines(...parts) {
  return parts.filter(Boolean).map((part) => element('span', { class: 'line' }, part));
}

function cellsOf(row) {
  return [
    [badge(row[F.severity], words[`severity_${row[F.severity]}`])],
    [kinds[row[F.kind]][2]],
    lines(row[F.decision_no], row[F.case_no]),
    lines(strings[row[F.agency]], strings[row[F.court]]),
    [row[F.party] ?? ''],
    [row[F.due_on] ?? ''],
    [row[F.happened_on] ?? ''],
    [row[F.days_over] === null ? '' : String(row[F.days_over])],
    [badge(row[F.status], words[`outcome_${row[F.status]}`]),
      row[F.suppressed] === null ? '' : badge('suppressed', words.suppressed)],
  ];
}

function rowOf(number) {
  const row = rows[number];
  const open = element('button', {
    type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': `d${number}`, 'data-row': number,
    'aria-label': words.expand,
  });
  const cells = cellsOf(row).map((content, index) => {
    const [name, label] = COLUMNS[index];
    const empty = content.every((part) => part === '');
    return element('td', { role: 'cell', class: `c-${name}${empty ? ' empty' : ''}`, 'data-label': words[label] },
      index ? '' : open, ...content);
  });
  return element('tr', { role: 'row', class: row[F.suppressed] === null ? 'row' : 'row quiet-row' }, ...cells);
}

function toggle(button, wanted) {
  const number = Number(button.dataset.row);
  const opened = button.getAttribute('aria-expanded') === 'true';
  if (opened === wanted) return;
  const tr = button.closest('tr');
  if (opened) {
    tr.nextElementSibling.remove();
  } else {
    const cell = element('td', { colspan: COLUMNS.length, role: 'cell' }, detailOf(rows[number]));
    tr.after(element('tr', { class: 'detail', role: 'row', id: `d${number}` }, cell));
  }
  tr.classList.toggle('opened', !opened);
  button.setAttribute('aria-expanded', String(!opened));
  button.setAttribute('aria-label', opened ? words.expand : words.collapse);
  relabel();
}

const buttons = () => [...$('body').querySelectorAll('button.open')];
const allOpen = () => buttons().length > 0 && buttons().every((each) => each.getAttribute('aria-expanded') === 'true');

function relabel() {
  $('expand-all').textContent = allOpen() ? words.collapse_all : words.expand_all;
}

function show() {
  const size = Number($('size').value);
  const pages = Math.max(1, Math.ceil(state.found.length / size));
  state.page = Math.min(state.page, pages - 1);
  const from = state.page * size;
  const here = state.found.slice(from, from + size);
  const nothing = element('tr', { role: 'row' }, element('td', { role: 'cell', colspan: COLUMNS.length, class: 'nothing' }, words.nothing));
  $('body').replaceChildren(...(here.length ? here.map(rowOf) : [nothing]));
  $('shown').textContent = here.length ? fill('shown', { from: from + 1, to: from + here.length }) : '';
  $('previous').disabled = state.page === 0;
  $('next').disabled = state.page >= pages - 1;
  const counted = { n: state.found.length.toLocaleString('en'), all: rows.length.toLocaleString('en') };
  $('found').textContent = fill(state.found.length === rows.length ? 'found' : 'found_of', counted);
  relabel();
}

function update() {
  state.found = sorted(matching(filterNow()), state.sort, state.descending);
  state.page = 0;
  show();
}

function heads() {
  for (const [name, label] of COLUMNS) {
    const button = element('button', { type: 'button' }, words[label]);
    const head = element('th', { scope: 'col', role: 'columnheader', 'aria-sort': 'none', class: `c-${name}`, 'data-column': name }, button);
    button.addEventListener('click', () => {
      state.descending = state.sort === name ? !state.descending : false;
      state.sort = name;
      for (const each of $('heads').children) each.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      update();
    });
    $('heads').append(head);
  }
}

function options() {
  const detectors = new Map();
  for (const [detector, kind, title, name] of kinds) {
    detectors.set(detector, { name, of: [...(detectors.get(detector)?.of ?? []), [kind, title]] });
  }
  for (const [detector, { name, of }] of detectors) {
    const group = element('optgroup', { label: name }, element('option', { value: detector }, `${name} · ${words.any}`));
    of.forEach(([kind, title]) => group.append(element('option', { value: `${detector}/${kind}` }, title)));
    $('f-kind').append(group);
  }
  STATUSES.forEach((each) => $('f-status').append(element('option', { value: each }, words[`outcome_${each}`])));
  SEVERITIES.forEach((each) => $('f-severity').append(element('option', { value: each }, words[`severity_${each}`])));
  const agencies = [...new Set(rows.map((row) => strings[row[F.agency]]))].filter(Boolean);
  agencies.sort(new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en').compare);
  agencies.forEach((each) => $('f-agency').append(element('option', { value: each }, each)));
  $('f-suppressed-label').hidden = suppressions.length === 0;
}

function turn(by) {
  state.page += by;
  show();
  $('findings').scrollIntoView({ block: 'start' });
}

let waiting = 0;
$('f-text').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(update, 150);
});
$('filter').addEventListener('change', (event) => event.target.id !== 'f-text' && update());
$('filter').addEventListener('submit', (event) => { event.preventDefault(); update(); });
$('filter').addEventListener('reset', () => setTimeout(update));
$('size').addEventListener('change', () => { state.page = 0; show(); });
$('previous').addEventListener('click', () => turn(-1));
$('next').addEventListener('click', () => turn(1));
$('print').addEventListener('click', () => window.print());
$('expand-all').addEventListener('click', () => {
  const wanted = !allOpen();
  buttons().forEach((button) => toggle(button, wanted));
});
$('body').addEventListener('click', (event) => {
  const tr = event.target.closest('tr.row');
  if (!tr || String(window.getSelection())) return;
  const button = tr.querySelector('button.open');
  toggle(button, button.getAttribute('aria-expanded') !== 'true');
});
heads();
options();
update();
['filter', 'bar', 'findings', 'pager'].forEach((id) => { $(id).hidden = false; });
