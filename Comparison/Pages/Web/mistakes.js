// The known mistakes, each really trained beside the right training: where it enters, and how it spreads.

/** Fills the menu of trainings. */
function fillMenu() {
  const menu = document.getElementById('menu');
  const [main, ...studies] = data.comparisons;
  const names = main.sides.map((side) => data.sides[side].name).join(' and ');
  menu.append(html('option', { value: 0 }, names));
  if (studies.length > 0)
    menu.append(
      html(
        'optgroup',
        { label: 'A known mistake beside the right training' },
        studies.map((study, i) => html('option', { value: i + 1 }, study.mistake)),
      ),
    );
  menu.append(html('option', { value: 'quiz', hidden: true }, 'a mistake to be found'));
  menu.addEventListener('change', () => lookAt(Number(menu.value)));
  document.getElementById('studies-note').textContent = data.studies_note ?? '';
  follow(() => {
    menu.value = place.quiz === null ? String(place.comparison) : 'quiz';
  });
}

/** Goes to another two trainings; of a mistake, to its first wrong number. */
function lookAt(comparison) {
  go({
    comparison,
    quiz: null,
    step: 0,
    stage: 'forward',
    view: comparison > 0 ? 'second' : 'first',
    sample: 0,
    quantity: null,
    before: false,
  });
  const { first } = data.comparisons[comparison];
  const side = sides()[1];
  const k = first ? side.steps.findIndex((step) => step.step === first.step) : -1;
  if (k >= 0 && side.order.has(first.quantity)) goToFirst(data.comparisons[comparison], k, side);
}

/** What is said of a mistake that is looked at. */
function mistakeText(comparison) {
  const { first } = comparison;
  const root =
    first && first.step === 0
      ? html(
          'p',
          { class: 'lead' },
          `It is in what the training starts from: ${elementName(first.quantity, first.index)} is ${first.text}. Every number after it follows from that, each right for what it was given.`,
        )
      : null;
  return [
    html(
      'h2',
      {},
      html('span', { class: 'sign', 'aria-hidden': 'true' }, '✗'),
      ' ',
      html('code', {}, comparison.mistake),
      comparison.settings,
    ),
    html('p', { class: 'lead' }, comparison.description),
    comparison.unseen
      ? html(
          'p',
          { class: 'unseen-here' },
          `The network of this page does not show the mistake: ${comparison.unseen.because}. Revealed by: ${comparison.unseen.reveal}. Trained here instead is one that shows it: ${sides()[0].network}.`,
        )
      : null,
    root,
    firstButton(comparison),
    html(
      'details',
      {},
      html('summary', {}, 'What the ledger makes of it, without being told'),
      html(
        'ul',
        { class: 'causes' },
        comparison.causes_text.map((line) => html('li', {}, line)),
      ),
    ),
  ];
}

/** Whether a quantity of the step at the place is the first wrong one. */
function isFirstWrong(name) {
  const { first } = data.comparisons[place.comparison];
  return Boolean(first) && place.quiz === null && first.quantity === name && first.step === sides()[0].steps[place.step]?.step;
}

/** A test of an item of the picture: whether it stands for the first wrong number. */
function wrongAt() {
  const { first } = data.comparisons[place.comparison];
  return (name, position, back) => {
    if (back !== 0 || !isFirstWrong(name)) return false;
    const shape = shapeOf(name);
    return first.index.length !== shape.length || positionOf(shape, first.index) === position;
  };
}

/** Whether the mistake has reached a number of the mistaken training: it is not the right one's, by more than rounding. */
function isReached(name, position, back) {
  const { spread } = data.comparisons[place.comparison];
  if (!spread || place.quiz !== null || place.view !== 'second') return false;
  const [right, wrong] = sides().map((side) => read(side, place.step, name, back)?.values[position]);
  // What the training starts from has no rounding: it is the same, or it is not.
  const difference = spread[name]?.[sides()[0].steps[place.step].step - back - 1];
  return right !== wrong && difference !== 0;
}

/** Draws how the mistake spreads: each quantity of each step. */
function drawSpread() {
  const { spread, first } = data.comparisons[place.comparison];
  const section = document.getElementById('spread');
  section.hidden = !spread || place.quiz !== null;
  if (section.hidden) return;
  const steps = sides()[0].steps;
  const steps_shown = steps.map((step) => step.step);
  const table = html(
    'table',
    {},
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, 'Quantity'),
        steps_shown.map((step) => html('th', { scope: 'col' }, `step ${step}`)),
      ),
    ),
    html(
      'tbody',
      {},
      Object.entries(spread).map(([name, differences]) =>
        html(
          'tr',
          {},
          html('th', { scope: 'row' }, html('code', {}, name)),
          steps.map((step, k) =>
            spreadCell(name, differences[step.step - 1], k, first?.quantity === name && first.step === step.step),
          ),
        ),
      ),
    ),
  );
  show(document.getElementById('spread-table'), table);
}

function spreadCell(name, difference, k, isFirst) {
  const value = difference === null || difference === undefined ? null : Number(difference);
  const text =
    difference === undefined
      ? '–'
      : value === null
        ? 'shape'
        : value === 0
          ? 'same'
          : value === Infinity
            ? 'from 0'
            : size(value);
  // Half a percent is already a strong shade: what matters is where, not how much.
  const level =
    value === 0 ? 0 : value === null || !Number.isFinite(value) ? 4 : Math.max(1, Math.min(4, 5 + Math.floor(Math.log10(value))));
  const go_there = () => go({ step: k, stage: stageOf(sides()[0], name), quantity: name, position: 0, before: false });
  return html(
    'td',
    { class: `level-${level} ${isFirst ? 'wrong' : ''}` },
    html(
      'button',
      {
        type: 'button',
        'data-key': `spread ${name} ${k}`,
        'aria-label': `${name}, step ${k + 1}: ${text}${isFirst ? ', the first wrong' : ''}`,
        onclick: go_there,
      },
      isFirst ? `✗ ${text}` : text,
    ),
  );
}
