// One finding in full: reason, basis, timeline and steps. Made when it is opened.
const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;

function section(title, ...content) {
  return element('section', {}, element('h4', {}, title), ...content);
}

function list(items, type) {
  return element('ul', { class: type ?? 'lines' }, ...items.map((item) => element('li', {}, item)));
}

// The ends of a span that are known: [day, word for it]; null stands for a day that is not known.
function ends(span) {
  if (!Array.isArray(span)) return [[span, '']];
  return [[span[0], words.earliest], [span[1], words.latest]];
}

function eventsOf(row, trace) {
  const events = [];
  const add = (on, text, type, lane) => events.push({ on, text, type, lane });
  const periods = trace.filter((step) => step[0] === 'period');
  const told = new Set();
  for (const step of trace.filter((each) => each[0] === 'record')) {
    const [table, columns] = shapes[step[1]];
    columns.forEach(([label, dated], index) => {
      const text = `${label}|${table}`;
      const value = step[4 + index];
      if (dated && !told.has(text + value)) {
        told.add(text + value);
        const later = value > asOf ? element('small', {}, words.after_as_of) : '';
        add(value, element('span', {}, label, element('small', {}, table), later), 'record');
      }
    });
  }
  periods.forEach((step, lane) => {
    for (const [which, span] of [['starts', step[3]], ['ends', step[4]]]) {
      for (const [on, word] of ends(span)) {
        const text = element('span', {}, strings[step[2]], ' ', words[which], word ? element('small', {}, word) : '');
        add(on, text, 'period', lane);
      }
    }
  });
  if (row[F.due_on]) add(row[F.due_on], words.due_event, 'due');
  if (row[F.happened_on]) add(row[F.happened_on], words.happened_event, 'happened');
  const open = row[F.due_on] && !row[F.happened_on] && row[F.due_on] < asOf;
  const now = open ? element('span', {}, words.as_of, element('small', {}, words.not_happened_event)) : words.as_of;
  add(asOf, now, 'now');
  return [events, periods];
}

function timeline(row, trace) {
  const [events, periods] = eventsOf(row, trace);
  const days = [...new Set(events.map((event) => event.on).filter(Boolean))].sort();
  const line = element('div', { class: 'timeline', role: 'list' });
  line.style.setProperty('--lanes', periods.length);
  days.forEach((on, index) => {
    const here = events.filter((event) => event.on === on);
    const gap = index ? day(on) - day(days[index - 1]) : 0;
    const next = index + 1 < days.length ? day(days[index + 1]) - day(on) : 0;
    const when = element('div', { class: 'when' }, element('time', {}, on));
    if (gap) when.append(element('small', {}, fill('days_later', { n: gap })));
    const types = new Set(here.map((event) => event.type));
    const type = ['due', 'happened', 'now', 'record', 'period'].find((each) => types.has(each));
    const what = element('ul', { class: 'what' }, ...here.map((event) => element(
      'li', { class: `is-${event.type}` },
      event.lane === undefined ? '' : element('i', { class: `key lane-${event.lane % 5}` }), event.text,
    )));
    const item = element('div', { class: `moment at-${type}`, role: 'listitem' }, when, element('span', { class: 'knot' }), what);
    item.style.gridRow = index + 1;
    item.style.paddingBottom = `${Math.min(64, Math.max(6, next / 4))}px`;
    line.append(item);
  });
  periods.forEach((step, lane) => {
    const from = ends(step[3]).map(([on]) => on).filter(Boolean)[0];
    const to = ends(step[4]).map(([on]) => on).filter(Boolean).at(-1);
    if (!from || !to) return;
    const bar = element('div', { class: `span lane-${lane % 5}`, title: strings[step[1]], 'aria-hidden': 'true' });
    const [first, last] = [days.indexOf(from) + 1, days.indexOf(to) + 1];
    bar.style.gridRow = `${first} / ${Math.max(last, first + 1)}`;
    bar.classList.toggle('one-day', first === last);
    bar.style.setProperty('--lane', lane);
    line.append(bar);
  });
  const undated = events.filter((event) => !event.on);
  if (!undated.length) return line;
  return element('div', {}, line, element('div', { class: 'undated' }, element('b', {}, words.undated),
    element('ul', { class: 'what' }, ...undated.map((event) => element('li', {}, event.text)))));
}

function recordOf(step) {
  const [table, columns] = shapes[step[1]];
  const pairs = columns.flatMap(([label], index) => [element('dt', {}, label), element('dd', {}, step[4 + index])]);
  return element('div', { class: 'record' },
    element('p', { class: 'record-head' }, element('b', {}, table), ' ',
      element('span', {}, strings[step[2]], ' ', fill('row', { n: step[3] }))),
    element('dl', {}, ...pairs));
}

function rungOf(step) {
  const [, told, result] = step;
  const word = words[`rung_${result}`] ?? result;
  const text = strings[told].replace(/^[^:：]*[:：]\s*/, '');
  return element('li', { class: `rung-${result}` }, element('b', {}, word), element('span', {}, text));
}

function leadOf(row) {
  const parts = [];
  if (row[F.lead] !== null) {
    const [title, grade, certainty, tags, rules] = leads[row[F.lead]];
    const facts = [`${words.severity} ${words[`severity_${grade}`]}`, `${words.certainty} ${words[`certainty_${certainty}`]}`];
    if (tags.length) facts.push(`${words.tags} ${tags.join(words.list)}`);
    if (rules.length) facts.push(`${words.rules} ${rules.join(words.list)}`);
    parts.push(element('p', {}, element('b', {}, title), ' ', element('span', { class: 'quiet' }, facts.join(' · '))));
    const others = rows.filter((other) => other !== row && other[F.lead] === row[F.lead]);
    if (others.length) {
      parts.push(element('p', {}, `${words.together}${lang === 'zh' ? '：' : ': '}`,
        others.map((other) => kinds[other[F.kind]][2]).join(words.list)));
    }
  }
  if (row[F.suppressed] !== null) {
    const [rule, reason] = suppressions[row[F.suppressed]];
    parts.push(element('p', {}, fill('suppressed_by', { rule, reason })));
  }
  return parts.length ? section(words.lead, ...parts) : null;
}

function detailOf(row) {
  const trace = row[F.trace].map((number) => steps[number]);
  const of = (...types) => trace.filter((step) => types.includes(step[0]));
  const texts = (found) => found.map((step) => strings[step[1]]);
  const told = (name) => row[F[name]].map((number) => strings[number]);
  const lists = ['basis', 'missing', 'assumptions'].filter((name) => row[F[name]].length)
    .map((name) => section(words[name], list(told(name))));
  const known = ['record', 'period', 'later', 'rung', 'assumption', 'not_tested'];
  const other = trace.filter((step) => !known.includes(step[0]));
  const dated = of('period', 'later');
  return element('div', { class: 'detail-box' },
    element('p', { class: 'reason' }, row[F.reason]),
    element('div', { class: 'columns' },
      element('div', {}, section(words.timeline, timeline(row, trace))),
      element('div', {}, ...lists, leadOf(row))),
    element('h4', { class: 'steps' }, words.steps),
    element('div', { class: 'columns' },
      element('div', {}, of('record').length ? section(words.records, ...of('record').map(recordOf)) : null),
      element('div', {},
        dated.length ? section(words.periods, list(texts(dated))) : null,
        of('rung').length ? section(words.rungs, element('ol', { class: 'rungs' }, ...of('rung').map(rungOf))) : null,
        other.length ? section(words.other_steps, list(texts(other))) : null,
        of('not_tested').length ? section(words.not_tested, list(texts(of('not_tested')))) : null)),
    element('p', { class: 'quiet' }, `${words.finding_id} `, element('code', {}, row[F.finding_id])));
}
