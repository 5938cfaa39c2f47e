// What the ledger says of the two trainings, why they are not the same to the last bit, and what cannot be shown.

/** Draws the verdict of the comparison. */
function drawVerdict() {
  const comparison = data.comparisons[place.comparison];
  const element = document.getElementById('verdict');
  element.className = place.quiz !== null ? 'quiz' : comparison.verdict;
  if (place.quiz !== null) show(element, ...quizTask());
  else if (comparison.mistake) show(element, ...mistakeText(comparison));
  else show(element, ...agreement(comparison));
  const notes = place.quiz === null ? notesOf(comparison) : [];
  const section = document.getElementById('notes');
  section.hidden = notes.length === 0;
  show(
    section,
    html('h2', {}, 'What this page cannot show, or not all of'),
    html(
      'ul',
      {},
      notes.map((note) => html('li', {}, note)),
    ),
  );
}

function agreement(comparison) {
  const [one, other] = sides().map((side) => side.name);
  const agrees = ['identical', 'rounding', 'suspicious'].includes(comparison.verdict);
  const sign = agrees ? '✓' : comparison.verdict === 'cannot-judge' ? '–' : '✗';
  const kinds = {
    identical: 'agree, to the last bit',
    rounding: 'agree: all that differs is rounding',
    suspicious: 'agree, but one number is suspicious',
  };
  const title = `${one} and ${other} ${kinds[comparison.verdict] ?? comparison.kind}`;
  if (!agrees) {
    return [
      html('h2', {}, html('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ' ', title),
      html('p', { class: 'lead' }, `${comparison.reason}.`),
      html(
        'ul',
        { class: 'causes' },
        comparison.causes_text.map((line) => html('li', {}, line)),
      ),
      firstButton(comparison),
    ];
  }
  const facts = [
    [comparison.numbers.toLocaleString('en'), "numbers, each within its formula's rounding budget"],
    comparison.max_ulps === 0
      ? ['same', 'final weights and biases, to the last bit']
      : [
          `${comparison.max_ulps?.toLocaleString('en') ?? '?'} ULP`,
          `at most between final weights (1 ULP: to the next ${sides()[0].dtype} number)`,
        ],
  ];
  if (comparison.ruled_out.length > 0)
    facts.push([String(comparison.ruled_out.length), `known mistakes ruled out, ${comparison.invisible.length} invisible here`]);
  return [
    html('h2', {}, html('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ' ', title),
    html(
      'div',
      { class: 'agreement' },
      html(
        'ul',
        { class: 'facts' },
        facts.map(([number, what]) => html('li', {}, html('strong', {}, number), html('span', {}, what))),
      ),
      html('p', { class: 'why' }, ...whyText(comparison)),
    ),
  ];
}

function whyText(comparison) {
  const [one, other] = sides();
  const found = firstApart();
  if (!found) return [comparison.comparable ? '' : 'On the steps shown here, both sides have the same numbers to the last bit.'];
  const { k, name, position, values, distance, isFirst } = found;
  const text = elementName(name, indexOf(shapeOf(name), position));
  const [left, right] = [one, other].map((side) => worked(side, k, name));
  const forms =
    left.form.text === right.form.text
      ? 'They compute the same formula, but not in the same order or with the same rounding on the way'
      : 'They compute it by two formulas that are equal in mathematics and not in the rounding on the way';
  return [
    html('strong', {}, 'Why are they not the same to the last bit? '),
    `A ${one.dtype === 'float32' ? 'float32 number has about 7' : 'float64 number has about 16'} digits, so nearly every operation rounds. ${isFirst ? 'The first number' : 'Of the numbers that are shown one by one, the first'} in which the two differ is `,
    html(
      'button',
      {
        type: 'button',
        class: 'chip',
        'data-key': 'first apart',
        onclick: () => go({ step: k, stage: stageOf(one, name), quantity: name, position, before: false, view: 'difference' }),
      },
      text,
    ),
    ` of step ${one.steps[k].step}: ${shortest(values[0], one.dtype)} and ${shortest(values[1], one.dtype)}, ${distanceText(distance)} apart. ${forms}; each lies within its budget, the most that honest rounding of its formula can bring (${percent(shareOf(left, position))} and ${percent(shareOf(right, position))} of it). So neither is wrong. `,
    data.twins && comparison === data.comparisons[0] ? data.twins : '',
  ];
}

// The first number, in the order of cause, that both sides recorded and in which they differ.
function firstApart() {
  const [one, other] = sides();
  if (data.comparisons[place.comparison].comparable) return null;
  let isFirst = true; // unless what is shown in blocks may have come before
  for (let k = 0; k < Math.min(one.steps.length, other.steps.length); k++) {
    for (const name of one.quantities) {
      const [left, right] = [one, other].map((side) => read(side, k, name));
      isFirst &&= !left?.of;
      if (
        !left ||
        !right ||
        left.of ||
        name in one.not_computed ||
        name in other.not_computed ||
        left.values.length !== right.values.length
      )
        continue;
      const position = left.values.findIndex(
        (value, i) => !Object.is(value, right.values[i]) && ulps(value, right.values[i], one.dtype) !== 0,
      );
      if (position >= 0)
        return {
          k,
          name,
          position,
          isFirst,
          values: [left.values[position], right.values[position]],
          distance: ulps(left.values[position], right.values[position], one.dtype),
        };
    }
  }
  return null;
}

/** A button that goes to the first number that is wrong; nothing where there is none on the page. */
function firstButton(comparison) {
  const { first } = comparison;
  const k = first ? sides()[0].steps.findIndex((step) => step.step === first.step) : -1;
  if (k < 0) return null;
  const side = sides().find((one) => one.order.has(first.quantity));
  if (!side) return null;
  return html(
    'button',
    { type: 'button', class: 'primary', 'data-key': 'first wrong', onclick: () => goToFirst(comparison, k, side) },
    `Show the first wrong number: ${elementName(first.quantity, first.index)} of step ${first.step}`,
  );
}

function goToFirst({ first }, k, side) {
  const view = sides().indexOf(sides().find((one) => one.name === first.side) ?? sides()[1]) === 0 ? 'first' : 'second';
  go({ step: k, stage: stageOf(side, first.quantity), view, quantity: first.quantity, before: false });
  const shape = shapeOf(first.quantity);
  go({
    position: first.index.length === shape.length ? positionOf(shape, first.index) : 0,
    sample:
      shape.length === 2 && stageOf(side, first.quantity) !== 'update' && !/weights/.test(first.quantity)
        ? first.index[0]
        : place.sample,
  });
}
