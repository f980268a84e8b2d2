// The findings: reading the data, filtering, sorting.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const { words, fields, lang, as_of: asOf } = read('meta');
const rows = read('rows');
const { strings, steps, shapes, kinds } = read('tables');
const { leads, suppressions } = read('leads');
const F = Object.fromEntries(fields.map((name, index) => [name, index]));
const fill = (word, values) => words[word].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

const SEVERITIES = ['high', 'medium', 'low'];
const STATUSES = ['finding', 'warning', 'unverified'];
const joined = (...parts) => parts.filter(Boolean).join(' ');

// name, label, key to sort by, whether it is a number
const COLUMNS = [
  ['severity', 'severity_short', (row) => SEVERITIES.indexOf(row[F.severity]), true],
  ['kind', 'kind', (row) => kinds[row[F.kind]][2]],
  ['number', 'number', (row) => joined(row[F.decision_no], row[F.case_no])],
  ['organ', 'organ', (row) => joined(strings[row[F.agency]], strings[row[F.court]])],
  ['party', 'party', (row) => row[F.party]],
  ['due_on', 'due_on', (row) => row[F.due_on]],
  ['happened_on', 'happened_on', (row) => row[F.happened_on]],
  ['days_over', 'days_short', (row) => row[F.days_over], true],
  ['status', 'status', (row) => STATUSES.indexOf(row[F.status]), true],
];

// Numbers are compared as documents' numbers are: brackets of any form, full or half width, no spaces.
const plain = (text) => text.normalize('NFKC').toLowerCase()
  .replace(/[〔［【[]/g, '(').replace(/[〕］】\]]/g, ')').replace(/\s+/g, '');

let haystack = null;
function textOf(number) {
  haystack ??= rows.map((row) => plain([
    row[F.decision_no], row[F.case_no], row[F.party], strings[row[F.agency]], strings[row[F.court]],
    kinds[row[F.kind]][2], row[F.reason], row[F.finding_id],
  ].filter(Boolean).join('\n')));
  return haystack[number];
}

function matching(filter) {
  const wanted = filter.text.split(/\s+/).map(plain).filter(Boolean);
  const found = [];
  rows.forEach((row, number) => {
    const kind = kinds[row[F.kind]];
    if (filter.kind && filter.kind !== kind[0] && filter.kind !== `${kind[0]}/${kind[1]}`) return;
    if (filter.status && filter.status !== row[F.status]) return;
    if (filter.severity && filter.severity !== row[F.severity]) return;
    if (filter.agency && filter.agency !== strings[row[F.agency]]) return;
    if (!filter.suppressed && row[F.suppressed] !== null) return;
    if (wanted.length && !wanted.every((word) => textOf(number).includes(word))) return;
    found.push(number);
  });
  return found;
}

const ranks = new Map();
function ranksOf(name) {
  if (!ranks.has(name)) {
    const [, , key, numeric] = COLUMNS.find((column) => column[0] === name);
    const keys = rows.map((row) => key(row) ?? null).map((value) => (value === '' ? null : value));
    if (numeric) {
      ranks.set(name, keys);
    } else {
      const collator = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
      const dated = name.endsWith('_on');
      const order = [...new Set(keys.filter((value) => value !== null))];
      order.sort(dated ? (a, b) => (a < b ? -1 : 1) : collator.compare);
      const rank = new Map(order.map((value, index) => [value, index]));
      ranks.set(name, keys.map((value) => (value === null ? null : rank.get(value))));
    }
  }
  return ranks.get(name);
}

// What is empty comes last, whichever way the column is sorted.
function sorted(numbers, name, descending) {
  if (!name) return numbers;
  const rank = ranksOf(name);
  const sign = descending ? -1 : 1;
  return numbers.slice().sort((a, b) => {
    const [x, y] = [rank[a], rank[b]];
    if (x === y) return a - b;
    if (x === null) return 1;
    if (y === null) return -1;
    return sign * (x - y);
  });
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}
