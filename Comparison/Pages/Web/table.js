// Every quantity of a step: both sides, their difference, their budgets and verdicts.

const opened = new Set();

/** Draws the table of the step. */
function drawTable() {
  const both = sides();
  const names = [...new Set([...both[0].quantities, ...both[1].quantities])];
  const isQuiz = place.quiz !== null;
  const heads = isQuiz
    ? ['Quantity', sideName(both[1])]
    : ['Quantity', ...both.map(sideName), 'Difference', ...both.map((side) => `Budget used, ${sideName(side)}`), 'Verdict'];
  const table = document.getElementById('quantities-table');
  const step = both[0].steps[place.step] ?? both[1].steps[place.step];
  document.getElementById('quantities-title').textContent = step ? `Every quantity of step ${step.step}` : 'No step was recorded';
  show(
    table,
    html('caption', { class: 'unseen' }, 'Every quantity of the step in the order of cause'),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        heads.map((head) => html('th', { scope: 'col' }, head)),
      ),
    ),
    step ? names.map((name) => bodyOf(both, name, isQuiz)) : null,
  );
}

function bodyOf(both, name, isQuiz) {
  const arrays = both.map((side) => read(side, place.step, name));
  const hows = both.map((side) => worked(side, place.step, name));
  const of = arrays.find(Boolean);
  const isLong = of && !of.of && of.values.length > 1;
  const isOpen = opened.has(name);
  const stage = stageOf(
    both.find((side) => side.order.has(name)),
    name,
  );
  const isWrong = !isQuiz && isFirstWrong(name);
  const row = html(
    'tr',
    { class: `${stage} ${name === place.quantity ? 'chosen' : ''} ${isWrong ? 'wrong' : ''}` },
    html(
      'th',
      { scope: 'row' },
      isLong
        ? html(
            'button',
            {
              type: 'button',
              class: 'open',
              'aria-expanded': String(isOpen),
              'aria-label': `Numbers of ${name}`,
              'data-key': `open ${name}`,
              onclick: () => {
                toggle(name);
              },
            },
            isOpen ? '▾' : '▸',
          )
        : html('span', { class: 'open' }),
      html(
        'button',
        {
          type: 'button',
          class: 'name',
          'data-key': `row ${name}`,
          onclick: () => go({ quantity: name, position: 0, before: false, stage }),
        },
        name,
      ),
      isWrong ? html('strong', { class: 'wrong-note' }, ' ✗ first wrong') : null,
      isQuiz ? null : formsOfRow(both, hows),
    ),
    isQuiz ? html('td', {}, cellText(both[1], arrays[1], hows[1], name)) : cellsOfQuantity(both, arrays, hows, name),
  );
  const elements = isLong && isOpen ? of.values.map((_, i) => elementRow(both, arrays, hows, name, i, of, isQuiz, stage)) : [];
  return html('tbody', {}, row, elements);
}

function toggle(name) {
  if (!opened.delete(name)) opened.add(name);
  drawTable();
}

function cellsOfQuantity(both, arrays, hows, name) {
  return [
    ...both.map((side, i) => html('td', {}, cellText(side, arrays[i], hows[i], name))),
    html('td', {}, differenceText(both, arrays, name)),
    ...hows.map((how, i) => html('td', {}, budgetText(how, arrays[i]))),
    html(
      'td',
      {},
      ofBoth(
        both,
        hows.map((how) => verdictTexts[how?.verdict] ?? 'none'),
      ).map(([text, i]) => html('span', { class: `verdict ${hows[i]?.verdict ?? ''}` }, text)),
    ),
  ];
}

function elementRow(both, arrays, hows, name, i, of, isQuiz, stage) {
  const text = elementName(name, indexOf(of.shape, i));
  const isChosen = name === place.quantity && i === place.position && !place.before;
  const values = both.map((side, s) =>
    html('td', {}, arrays[s]?.values[i] === undefined ? 'none' : html('code', {}, shortest(arrays[s].values[i], side.dtype))),
  );
  const comparison = data.comparisons[place.comparison];
  const pair = arrays.map((one) => one?.values[i]);
  const distance = comparison.comparable || pair.includes(undefined) ? '–' : distanceText(ulps(pair[0], pair[1], both[0].dtype));
  const shares = hows.map((how, s) =>
    html(
      'td',
      {},
      !how?.form || how.isDerived || how.verdict === 'cannot-judge' || arrays[s]?.values.length !== how.size
        ? '–'
        : usedText(Math.abs(how.distance(i)), how.budget(i)),
    ),
  );
  const isOut = hows.map(
    (how, s) => Boolean(how?.form) && !how.isDerived && arrays[s]?.values.length === how.size && shareOf(how, i) > 1,
  );
  return html(
    'tr',
    { class: `element ${isChosen ? 'chosen' : ''}` },
    html(
      'th',
      { scope: 'row' },
      html(
        'button',
        {
          type: 'button',
          class: 'name',
          'data-key': `row ${text}`,
          onclick: () => go({ quantity: name, position: i, before: false, stage }),
        },
        text,
      ),
    ),
    isQuiz
      ? values[1]
      : [
          ...values,
          html('td', {}, distance),
          ...shares,
          html('td', {}, isOut.includes(true) ? html('span', { class: 'verdict unexplained' }, '✗ outside its budget') : ''),
        ],
  );
}
