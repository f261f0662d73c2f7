// Sorts, filters and copies tables, and filters lists. Words come from <template id="verktyg">; the address keeps the choice.
(() => {
  const kit = document.getElementById('verktyg');
  const say = kit.dataset;
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const groups = [];
  const fill = (words, values) => words.replace(/\[(\w+)]/g, (_, name) => values[name]);
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // The words of an element without numbers of notes; none where a cell says that it has none.
  const text = (element) => {
    if (element.querySelector('.none, .missing') && element.matches('td')) return '';
    const copy = element.cloneNode(true);
    find('.noteref, [aria-hidden], .tools', copy).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  // What a cell sorts by: its key, its date, its number or its words.
  const key = (cell) => {
    const words = text(cell);
    const value = words && (cell.dataset.sort ?? cell.querySelector('time')?.dateTime ?? words);
    const number = parseFloat(value.replace(/\s/g, ''));
    return cell.matches('.num, [data-sort]') && !isNaN(number) ? number : value;
  };

  // Controls for the items of a table or a list. `facets` are what items can be chosen by.
  function control(name, items, facets, { body, heads = [], shown }) {
    const tools = kit.content.firstElementChild.cloneNode(true);
    const [query, sorter] = find('input, select', tools);
    const status = tools.querySelector('[role=status]');
    const columns = heads.map(text);
    const words = items.map((item) => text(item).toLowerCase());
    let sort = 0;
    const tell = (message) => {
      status.textContent = message;
      history.replaceState(null, '', '#' + new URLSearchParams(groups.flatMap((group) => group.state())));
    };
    const choices = items.length < 6 ? [] : facets.flatMap(({ label, read }) => {
      const values = items.map(read);
      const all = [...new Set(values.flat())].filter(Boolean).sort(compare);
      if (all.length < 2 || all.length > 20 || all.length === items.length) return [];
      const select = make('select', { onchange: choose }, new Option(say.all, ''), ...all.map((value) => new Option(value)));
      status.before(make('label', {}, label, select));
      return { label, values, select };
    });
    query.parentNode.hidden = items.length < 6;
    query.oninput = choose;

    function filter() {
      const parts = query.value.toLowerCase().split(/\s+/);
      items.forEach((item, at) => {
        item.hidden = !(parts.every((part) => words[at].includes(part))
          && choices.every(({ select, values }) => !select.value || values[at].includes(select.value)));
      });
      shown?.();
    }
    function choose() {
      filter();
      tell(fill(say.shown, { n: items.filter((item) => !item.hidden).length, all: items.length }));
    }
    // By a column, counted from 1; below 0 the other way round, 0 as they stood. Empty cells come last.
    function arrange(place) {
      sort = Math.abs(place) <= columns.length ? place : 0;
      const at = Math.abs(sort) - 1;
      const keyed = items.map((row) => [sort ? key(row.cells[at]) : '', row]);
      keyed.sort(([a], [b]) => (a === '') - (b === '') || Math.sign(sort) * (a - b || compare(a, b)));
      body.append(...keyed.map(([, row]) => row));
      heads.forEach((head, place) => (head.ariaSort = place === at ? (sort > 0 ? 'ascending' : 'descending') : null));
      sorter.value = sort;
      return sort;
    }
    const named = (place) => place ? fill(place > 0 ? say.up : say.down, { name: columns[Math.abs(place) - 1] }) : say.unsorted;
    const order = (place) => tell(say.sorted + ' ' + named(arrange(place)));
    if (!body) sorter.parentNode.remove();
    else heads.forEach((head, at) => {
      const place = at + 1;
      sorter.append(new Option(named(place), place), new Option(named(-place), -place));
      const button = make('button', { type: 'button', className: 'sort',
        onclick: () => order(sort === place ? -place : sort + place && place) });
      const link = head.querySelector('a');
      if (link) {
        button.ariaLabel = fill(say.by, { name: columns[at] });
        link.after(button);
      } else {
        button.append(...head.childNodes);
        head.append(button);
      }
    });
    sorter.onchange = () => order(+sorter.value);
    groups.push({
      tools,
      state: () => [['q', query.value], ['sort', sort || ''], ...choices.map(({ label, select }) => [label, select.value])]
        .filter(([, value]) => value).map(([key, value]) => [name + '.' + key, value]),
      restore: (state) => {
        query.value = state.get(name + '.q') ?? '';
        choices.forEach(({ label, select }) => (select.value = state.get(name + '.' + label) ?? ''));
        if (body) arrange(Math.trunc(state.get(name + '.sort')) || 0);
        filter();
      },
    });
    return tools;
  }

  // Copies the rows shown by RFC 4180. What spreadsheets take for a formula gets an apostrophe.
  function copier(table) {
    const field = (cell) => {
      let value = text(cell);
      if (/^[=+@-]/.test(value) && !/^-[\d\s.,]+$/.test(value)) value = "'" + value;
      return /[",]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value;
    };
    const status = make('span', { role: 'status' });
    const copy = async () => {
      const rows = [...table.rows].filter((row) => !row.hidden);
      const csv = rows.map((row) => [...row.cells].map(field).join() + '\r\n').join('');
      const isFailed = await navigator.clipboard?.writeText(csv).catch(() => true) ?? !navigator.clipboard;
      status.textContent = isFailed ? say.failed : fill(say.copied, { n: rows.length - 1 });
    };
    return [make('button', { type: 'button', className: 'copy', textContent: say.copy, onclick: copy }), status];
  }

  for (const table of find('table[data-name]')) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    // Chosen by are columns of words that return.
    const facets = table.matches('.matrix') ? [] : heads.map((head, at) => ({ label: text(head), read: (row) => [text(row.cells[at])] }))
      .filter((_, at) => !heads[at].matches('.num') && !rows.some((row) => row.cells[at].querySelector('time, q')));
    if (rows.length > 2) (table.closest('.table-box, .fit') ?? table).before(control(table.dataset.name, rows, facets, { body, heads }));
    table.closest('.comparison')?.querySelector('.links').append(...copier(table));
  }

  // The list of a page: its sections go with their last item.
  const list = find(say.items || 'none');
  if (list.length > 5) {
    const facets = find('[data-by]', kit.content).map(({ dataset: { by, label } }) => (
      { label, read: (item) => find(by, item).map(text) }));
    const sections = new Set(list.map((item) => item.closest('section')));
    const shown = () => sections.forEach((section) => {
      if (section) section.hidden = list.every((item) => item.hidden || !section.contains(item));
    });
    document.querySelector('.page-head').append(control('lista', list, facets, { shown }));
  }

  function restore() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const isState = hash.includes('=');
    // A link to what is filtered away brings it back.
    const target = document.getElementById(hash);
    if (!isState && !target?.closest('[hidden]')) return;
    groups.forEach((group) => group.restore(new URLSearchParams(isState ? location.hash.slice(1) : '')));
    const chosen = groups.find((group) => group.state().length)?.tools;
    const fold = chosen?.closest('details');
    if (fold) fold.open = true;
    (target ?? chosen)?.scrollIntoView();
  }
  addEventListener('hashchange', restore);
  restore();
})();
